package org.glassbox.notebook;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;

/** Any value as words: arrays with their elements, long collections cut with the number of what is left out. */
final class PlainText {
    private static final int MOST = 1000;
    private static final int DEEPEST = 20;

    private PlainText() {}

    static String of(Object value) { return of(value, 0); }

    private static String of(Object value, int depth) {
        if (value == null) {
            return "null";
        }
        if (depth > DEEPEST) {
            return "…";   // a list may hold itself
        }
        if (value.getClass().isArray()) {
            StringJoiner joined = new StringJoiner(", ", "[", "]");
            int n = Array.getLength(value);
            for (int i = 0; i < Math.min(n, MOST); i++) {
                joined.add(of(Array.get(value, i), depth + 1));
            }
            return left(joined, n).toString();
        }
        if (isOfJdk(value) && value instanceof Map<?, ?> map) {
            StringJoiner joined = new StringJoiner(", ", "{", "}");
            map.entrySet().stream().limit(MOST)
                .forEach(e -> joined.add(of(e.getKey(), depth + 1) + "=" + of(e.getValue(), depth + 1)));
            return left(joined, map.size()).toString();
        }
        if (isOfJdk(value) && value instanceof Collection<?> collection) {
            StringJoiner joined = new StringJoiner(", ", "[", "]");
            Iterator<?> each = collection.iterator();
            for (int i = 0; i < MOST && each.hasNext(); i++) {
                joined.add(of(each.next(), depth + 1));
            }
            return left(joined, collection.size()).toString();
        }
        return String.valueOf(value);
    }

    /** A collection of someone else may print itself in its own way. */
    private static boolean isOfJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    private static StringJoiner left(StringJoiner joined, int n) {
        return n > MOST ? joined.add("… " + (n - MOST) + " more") : joined;
    }

    /** What is said of a value that cannot say it itself. */
    static String broken(Object value, Throwable why) {
        return value.getClass().getName() + " (not shown: " + why.getClass().getSimpleName() + ")";
    }
}
