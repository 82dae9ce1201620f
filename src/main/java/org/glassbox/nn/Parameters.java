package org.glassbox.nn;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * What a net learns, by path, from input to output: {@code 0.weight, 0.bias, 2.weight …}. A parameter that is used twice is
 * listed once. The only code that looks into layers by reflection: records by their components, other classes by their
 * fields, lists and arrays by their places, an Optional by what it holds. What a lambda has captured cannot be found.
 *
 * @param byPath path → parameter, in order
 */
public record Parameters(Map<String, Parameter> byPath) {
    public Parameters {
        byPath = Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
    }

    /** What {@code net} learns. */
    public static Parameters of(Layer net) {
        return new Parameters(find(net, Parameter.class));
    }

    /** What {@code net} remembers without learning it, by path: running statistics, counts of passes. */
    public static Map<String, Buffer> buffers(Layer net) {
        return find(net, Buffer.class);
    }

    private static <T extends Tensor> Map<String, T> find(Layer net, Class<T> type) {
        Map<String, T> found = new LinkedHashMap<>();
        collect("", net, type, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    /** The parameters, in order. */
    public List<Parameter> list() { return List.copyOf(byPath.values()); }

    /** How many numbers they hold. */
    public long count() {
        return byPath.values().stream().mapToLong(Tensor::size).sum();
    }

    /** How often the most trained of them was changed. */
    public long updates() {
        return byPath.values().stream().mapToLong(Parameter::updates).max().orElse(0);
    }

    /** A copy of {@code net} whose parameters and memories are {@code change}d; lambdas are kept. */
    @SuppressWarnings("unchecked")
    public static <L extends Layer> L map(L net, UnaryOperator<Tensor> change) {
        return (L) copy(net, change, new IdentityHashMap<>());
    }

    private static <T extends Tensor> void collect(String path, Object value, Class<T> type, Map<String, T> found,
        Set<Object> seen) {
        if (!seen.add(value)) {
            return;
        }
        if (type.isInstance(value)) {
            found.put(path, type.cast(value));
        } else if (value instanceof Object[] array) {
            collect(path, Arrays.asList(array), type, found, seen);
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(part -> collect(path, part, type, found, seen));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(join(path, "" + i), list.get(i), type, found, seen);
            }
        } else if ((value instanceof Record || value instanceof Layer) && !value.getClass().isHidden()) {   // hidden: a lambda
            parts(value).forEach((name, part) -> collect(join(path, name), part, type, found, seen));
        }
    }

    /** Name → part; the one list of a {@link Sequential} has no name of its own. */
    private static Map<String, Object> parts(Object whole) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (whole instanceof Sequential sequential) {
            parts.put("", sequential.layers());
        } else if (whole instanceof Record) {
            Arrays.stream(whole.getClass().getRecordComponents()).forEach(c -> parts.put(c.getName(), read(whole, c)));
        } else {
            fields(whole.getClass()).forEach(f -> parts.put(f.getName(), read(whole, f)));
        }
        return parts;
    }

    /** What a class inherits first. */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = type == Object.class ? new ArrayList<>() : fields(type.getSuperclass());
        Arrays.stream(type.getDeclaredFields()).filter(f -> !Modifier.isStatic(f.getModifiers())).forEach(fields::add);
        return fields;
    }

    private static Object read(Object whole, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw unreadable(whole, component.getName(), e);
        }
    }

    private static Object read(Object whole, Field field) {
        try {
            field.setAccessible(true);
            return field.get(whole);
        } catch (ReflectiveOperationException e) {
            throw unreadable(whole, field.getName(), e);
        }
    }

    private static GlassboxException unreadable(Object whole, String part, Exception e) {
        return new GlassboxException(
            Message.of("Parameters", "cannot read " + part + " of " + whole.getClass().getName())
                .help("make the layer a record: record MyLayer(Parameter weight) implements Layer"),
            e);
    }

    private static Object copy(Object value, UnaryOperator<Tensor> change, Map<Object, Object> done) {
        if (value instanceof Parameter || value instanceof Buffer) {
            return done.computeIfAbsent(value, tensor -> change.apply((Tensor) tensor));
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item, change, done)));
            return copy;
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.map(part -> copy(part, change, done));
        }
        return value instanceof Record record && record instanceof Layer ? rebuild(record, change, done) : value;
    }

    private static Object rebuild(Record whole, UnaryOperator<Tensor> change, Map<Object, Object> done) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        try {
            Constructor<?> constructor = whole.getClass().getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                Arrays.stream(components).map(c -> copy(read(whole, c), change, done)).toArray());
        } catch (ReflectiveOperationException e) {
            throw unreadable(whole, "constructor", e);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "." + name;
    }

    /** A line for each: path, shape. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(org.glassbox.Numbers.count(count()) + " parameters");
        byPath.forEach(
            (path, parameter) -> text.append(String.format("\n  %-12s %s", path, Arrays.toString(parameter.shape()))));
        return text.toString();
    }
}
