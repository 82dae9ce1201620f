package org.glassbox.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the sources of our types: on the class path, else in a {@code -sources.jar} beside our jar, else in the source folder
 * of the build that this is.
 */
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
        String file = type.replace('.', '/') + ".java";
        try (InputStream in = Sources.class.getClassLoader().getResourceAsStream(file)) {
            if (in != null) {
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            Path home = Path.of(Sources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(home) ? inBuild(home, file) : besideJar(home, file);
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();   // a doc less, which is no reason to fail
        }
    }

    private static Optional<String> inBuild(Path classes, String file) throws IOException {
        Path source = classes.resolve("../../src/main/java").resolve(file);
        return Files.isReadable(source) ? Optional.of(Files.readString(source)) : Optional.empty();
    }

    private static Optional<String> besideJar(Path jar, String file) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(jar.getParent(), "glassbox*-sources.jar")) {
            for (Path one : jars) {
                try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + one.toUri()), Map.of())) {
                    if (Files.isReadable(zip.getPath(file))) {
                        return Optional.of(Files.readString(zip.getPath(file)));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
