package org.glassbox.data;

import java.nio.file.Path;
import java.util.Map;

/** Where data lies that is not in the jar: what {@code GLASSBOX_DATA} names, else a folder among the user's caches. */
final class DataFolder {
    /** Names the folder, before the environment: a notebook cannot change the environment of its own JVM. */
    static final String PROPERTY = "glassbox.data";
    private static final String VARIABLE = "GLASSBOX_DATA";

    private DataFolder() {}

    static Path current() {
        String named = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        return named.isBlank()
            ? cache(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")))
            : Path.of(named).toAbsolutePath().normalize();
    }

    /** Where each system keeps what can be had again. */
    static Path cache(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return folder(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"))
                .resolve("glassbox");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches").resolve("glassbox");
        }
        return folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("glassbox");
    }

    private static Path folder(String named, Path otherwise) {
        return named == null || named.isBlank() ? otherwise : Path.of(named);
    }
}
