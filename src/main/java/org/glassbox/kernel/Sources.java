package org.glassbox.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the sources of our types, which our jar carries. */
final class Sources {
    private static final String OURS = "org.glassbox.";

    /** The top-level type that holds {@code type}, if it is ours: {@code org.glassbox.Seed.Random} lies in {@code Seed}. */
    Optional<String> topLevel(String type) {
        if (!type.startsWith(OURS)) {
            return Imports.ourTypes().stream().filter(ours -> ours.endsWith("." + type)).findFirst();
        }
        StringBuilder name = new StringBuilder();
        for (String part : type.split("\\.")) {
            name.append(name.isEmpty() ? "" : ".").append(part);
            if (Character.isUpperCase(part.charAt(0))) {
                return Optional.of(name.toString());
            }
        }
        return Optional.empty();
    }

    /** The source of a top-level type of ours. */
    Optional<String> text(String type) {
        String file = "META-INF/sources/" + type.replace('.', '/') + ".java";
        try (InputStream in = Sources.class.getClassLoader().getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();   // a doc less, which is no reason to fail
        }
    }
}
