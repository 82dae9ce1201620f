package org.glassbox.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What JShell's text of a signature names: {@code org.glassbox.Seed}, {@code Seed org.glassbox.Seed.split(String name)},
 * {@code org.glassbox.Message(String headline)}, {@code seed:org.glassbox.Seed}.
 *
 * @param type the type that is, has or is the type of it
 * @param key name and parameter types, in the form in which {@link Javadocs} keeps comments
 */
record Signature(String type, String key) {
    static Signature parse(String signature) {
        String bare = withoutTypeArguments(withoutRecordHeaders(signature));
        int open = bare.indexOf('(');
        if (open < 0) {
            String type = bare.substring(bare.indexOf(':') + 1);
            return new Signature(type, type);
        }
        String head = bare.substring(0, open);
        String name = head.substring(head.lastIndexOf(' ') + 1);
        String inside = bare.substring(open + 1, bare.lastIndexOf(')'));
        List<String> types = new ArrayList<>();
        for (String parameter : inside.isBlank() ? new String[0] : inside.split(",\\s*")) {
            types.add(parameter.strip().replaceFirst("\\s+\\w+$", ""));
        }
        boolean member = head.contains(" ");
        return new Signature(member ? name.substring(0, Math.max(0, name.lastIndexOf('.'))) : name, key(name, types));
    }

    /** JDK 25 writes the name of a record with its header: {@code Seed Seed(long value).of(long value)}. */
    static String withoutRecordHeaders(String signature) {
        StringBuilder text = new StringBuilder(signature);
        int last = signature.contains(":") ? text.length() : text.length() - 1;
        for (int open = text.length() - 1; open >= 0; open--) {
            int close = text.charAt(open) == '(' ? text.indexOf(")", open) : -1;   // from the right: the inner ones first
            if (close >= 0 && close < last) {
                text.delete(open, close + 1);
                last -= close + 1 - open;
            }
        }
        return text.toString();
    }

    /** The same for a type that was named without its package. */
    Signature in(String qualified) {
        boolean simple = !type.equals(qualified) && qualified.endsWith("." + type) && key.startsWith(type);
        return simple ? new Signature(qualified, qualified + key.substring(type.length())) : this;
    }

    /** The key of a member: parameter types by their simple names, for one text qualifies them and another does not. */
    static String key(String name, List<String> parameterTypes) {
        return name + parameterTypes.stream()
            .map(type -> withoutTypeArguments(type).replaceAll("@\\w+\\s*|[\\w.]+\\.(?=\\w)", "")
                .replace("...", "[]").replace(" ", ""))
            .collect(Collectors.joining(",", "(", ")"));
    }

    private static String withoutTypeArguments(String text) {
        StringBuilder bare = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                bare.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return bare.toString();
    }

    /** The signature as a reader wants it: without packages. */
    static String simple(String signature) {
        return withoutRecordHeaders(signature).replaceAll("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])", "");
    }
}
