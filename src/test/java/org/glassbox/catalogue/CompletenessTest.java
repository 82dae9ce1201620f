package org.glassbox.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Initializer;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Rule;
import org.glassbox.tensor.Operations;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Nothing is missing in the catalogue. Each test also says how many it found: a search that finds nothing proves nothing. */
class CompletenessTest {
    /** Methods of Tensor that return one and are no operation: they make, copy, or change what is known about it. */
    private static final Set<String> NO_OPERATION = Set.of("copy()", "toLeaf()", "toData()", "toDouble()",
        "named(String)", "of(double)", "of(double[])", "of(double[][])", "of(INDArray)", "data(float[],int[])",
        "data(Array)", "dataRows(float[],int[],int[])", "op(String,Tensor,Derivative[])");

    @Test
    void every_operation_of_Tensor_has_a_line() {
        Set<String> found = Stream.of(Tensor.class, Operations.class)
            .flatMap(home -> Arrays.stream(home.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers())
                && (Tensor.class.isAssignableFrom(method.getReturnType()) || method.getReturnType() == List.class))
            .map(CompletenessTest::signature).filter(name -> !NO_OPERATION.contains(name)).collect(sorted());
        assertEquals(found, Stream.concat(Catalogue.operations().stream(), Catalogue.questions().stream())
            .map(Line::covers).collect(sorted()));
        assertEquals(79, found.size());
    }

    @Test
    void every_class_that_is_a_layer_has_a_line() {
        Set<String> lines = Stream
            .of(Catalogue.layers().stream().map(Supplier::get), Catalogue.activations().stream(),
                Catalogue.sequenceLayers().stream().map(line -> line.layer().get()))
            .flatMap(some -> some)
            .flatMap(layer -> layer instanceof Sequential all ? Stream.concat(Stream.of(layer), all.layers().stream())
                : Stream.of(layer))
            .map(layer -> layer.getClass().getSimpleName()).collect(sorted());
        assertEquals(implementations(Layer.class), lines);
        assertEquals(22, lines.size());
    }

    @Test
    void every_loss_has_a_line() {
        Set<String> lines = Catalogue.losses().stream().map(Line::covers).collect(sorted());
        assertEquals(factories(Loss.class, Loss.class), lines);
        assertEquals(5, implementations(Loss.class).size(), "records behind them");
        assertEquals(5, lines.size());
    }

    @Test
    void every_activation_has_a_line() {
        Set<String> lines = Catalogue.activations().stream().map(a -> a.kind().toLowerCase(java.util.Locale.ROOT))
            .collect(sorted());
        assertEquals(
            factories(Activation.class, Activation.class).stream().map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .collect(sorted()),
            lines);
        assertEquals(10, lines.size());
    }

    @Test
    void every_rule_has_a_line() {
        Set<String> lines = Catalogue.rules().stream().map(rule -> rule.getClass().getSimpleName()).collect(sorted());
        assertEquals(implementations(Rule.class), lines);
        assertEquals(8, lines.size());
    }

    @Test
    void every_initialiser_has_a_line() {
        Set<String> lines = Catalogue.initializers().stream().map(Catalogue.Start::name).collect(sorted());
        assertEquals(factories(Initializer.class, Initializer.class), lines);
        assertEquals(7, lines.size());
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
            .collect(Collectors.joining(",", "(", ")"));
    }

    /** The simple names of all classes of ours that are a {@code type}. */
    private static Set<String> implementations(Class<?> type) {
        Path root = home(type);
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString()).filter(file -> file.endsWith(".class"))
                .map(file -> load(file.replace(File.separatorChar, '.').replaceAll("[.]class$", "")))
                .filter(found -> type.isAssignableFrom(found) && !found.isInterface() && !found.isAnonymousClass()
                    && !Modifier.isAbstract(found.getModifiers()))
                .map(Class::getSimpleName).collect(sorted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Layer.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> factories(Class<?> home, Class<?> made) {
        return Arrays.stream(home.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())
                && made.isAssignableFrom(method.getReturnType()))
            .map(Method::getName).collect(sorted());
    }

    private static java.util.stream.Collector<String, ?, TreeSet<String>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }
}
