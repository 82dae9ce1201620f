package org.glassbox.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs that a terminal would find. */
final class Programs {
    private static final List<String> ENDINGS = List.of("", ".exe", ".cmd", ".bat");

    private Programs() {}

    /** The first program of that name on the PATH of {@code environment}. */
    static Optional<Path> find(String name, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        for (String folder : path.split(File.pathSeparator)) {
            for (String ending : ENDINGS) {
                Optional<Path> program = executable(folder, name + ending);
                if (program.isPresent()) {
                    return program;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(String folder, String name) {
        try {
            Path program = Path.of(folder).resolve(name).toAbsolutePath();
            return Files.isRegularFile(program) && Files.isExecutable(program) ? Optional.of(program)
                : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();                                // a PATH may hold anything
        }
    }
}
