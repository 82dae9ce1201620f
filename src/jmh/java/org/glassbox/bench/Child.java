package org.glassbox.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Another process, whose lines are read until enough is known. */
final class Child {
    private Child() {}

    /**
     * Runs a command, gives each line of its output to {@code enough}, and ends it and what it started when that is true.
     *
     * @return the last line that it wrote to its error stream, or ""
     */
    static String run(List<String> command, Predicate<String> enough) {
        try {
            File errors = File.createTempFile("glassbox", ".err");
            Process process = new ProcessBuilder(command).redirectError(errors).start();
            read(process, enough);
            List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
            family.add(process.toHandle());
            family.forEach(ProcessHandle::destroy);
            process.onExit().join();
            return lastLine(errors.toPath());
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void read(Process process, Predicate<String> enough) throws IOException {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null && !enough.test(line);) {
                line = lines.readLine();
            }
        }
    }

    private static String lastLine(Path errors) {
        try {
            List<String> lines = Files.readAllLines(errors);
            Files.delete(errors);
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
