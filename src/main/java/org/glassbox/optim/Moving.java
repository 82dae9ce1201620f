package org.glassbox.optim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glassbox.array.Array;
import org.glassbox.array.Native;
import org.glassbox.array.Chunks;
import org.glassbox.array.Type;
import org.glassbox.tensor.Parameter;

/** A parameter, what moves it, and what that remembers; without a recipe it is frozen. */
final class Moving {
    private final String path;
    private final Parameter parameter;
    private Optional<Recipe> recipe = Optional.empty();
    private Optional<Class<?>> remembers = Optional.empty();
    private boolean inGroup;
    private Array[] slots = {};
    private long updates;

    Moving(String path, Parameter parameter) {
        this.path = path;
        this.parameter = parameter;
    }

    String path() { return path; }

    Parameter parameter() { return parameter; }

    boolean isFrozen() { return recipe.isEmpty(); }

    /** Whether what is remembered goes on with {@code whole}. */
    boolean goesOn(Recipe whole) {
        Optional<Class<?>> other = whole.at(path).map(next -> next.rule().getClass());
        return remembers.isEmpty() || other.isEmpty() || other.equals(remembers);
    }

    /** Moves by {@code whole} from now on; thawed for the first time, it begins without a memory. */
    void use(Recipe whole) {
        recipe = whole.at(path);
        inGroup = whole.groups().stream().anyMatch(group -> group.has(path));
        if (remembers.isEmpty() && recipe.isPresent()) {
            remembers = recipe.map(next -> next.rule().getClass());
            slots = Stream.generate(() -> Array.of(Type.FLOAT, parameter.shape()).fill(0)).limit(recipe.get().slots())
                .toArray(Array[]::new);
        }
    }

    /** The factor of its rate at the next update: that of all, times that of its group. */
    double factor(Recipe whole, Progress now) {
        return whole.factor(now) * (inGroup ? recipe.orElseThrow().factor(now) : 1);
    }

    /** Moves, unless the factor is 0. */
    void step(Array gradient, Clipping.Change clip, double factor) {
        Recipe mine = recipe.orElseThrow();
        if (factor == 0) {
            return;
        }
        Recipe scaled = factor == 1 ? mine : mine.withRate(mine.rate() * factor);
        long t = ++updates;
        Chunks.update(parameter.array(), gradient, slots, (w, g, slot, n) -> {
            clip.run(g, n);
            scaled.update(w, g, slot, n, t);
        });
        parameter.changed();
    }

    /** Remembers how it stands; what comes back puts it there again. */
    Runnable snapshot() {
        List<Array> held = Stream.concat(Stream.of(parameter.array()), Stream.of(slots)).toList();
        List<Array> then = held.stream().map(Native::copy).toList();
        long parameterUpdates = parameter.updates();
        long ownUpdates = updates;
        return () -> {
            for (int i = 0; i < held.size(); i++) {
                held.get(i).copyFrom(then.get(i));
            }
            parameter.returned(parameterUpdates);
            updates = ownUpdates;
        };
    }
}
