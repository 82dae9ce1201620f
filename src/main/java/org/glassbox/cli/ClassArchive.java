package org.glassbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What Java knows of the kernel's classes once it has loaded them, as a file that the next start maps into memory (class data
 * sharing, JEP 350). It fits one Java and one folder of jars; Java itself checks that, and starts without it where it does not.
 *
 * @param java the program that the archive is for
 * @param jars the folder of the jars, in which the archive lies
 */
record ClassArchive(Path java, Path jars) {
    private static final String FILE = "classes.jsa";
    private static final String READ = "-XX:SharedArchiveFile=";
    private static final String WRITE = "-XX:ArchiveClassesAtExit=";
    /** An archive that does not fit is no fault of the user's: nothing is said of it in the middle of a notebook. */
    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    private static final int PATIENCE_SECONDS = 20;

    /** The archive that belongs to a kernel. */
    static ClassArchive of(KernelSpec spec) {
        return new ClassArchive(spec.java(), spec.jars());
    }

    Path file() { return jars.resolve(FILE); }

    private Path part() { return jars.resolve(FILE + ".part"); }

    /** What a JVM is told that shall start with it. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of("-Xshare:auto", READ + file().toAbsolutePath()));
        options.addAll(QUIET);
        return options;
    }

    /** The command line {@code argv} of a JVM that writes the archive when it ends, instead of reading one. */
    List<String> recording(List<String> argv) {
        List<String> changed = new ArrayList<>(argv);
        changed.removeIf(word -> word.startsWith(READ));
        changed.addAll(1, QUIET);
        changed.add(1, WRITE + part().toAbsolutePath());
        return changed;
    }

    /** Takes what was recorded, whole or not at all; whether there was anything. */
    boolean keep() throws IOException {
        if (!Files.isRegularFile(part())) {
            return false;
        }
        Files.move(part(), file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    boolean isThere() { return Files.isRegularFile(file()); }

    /** {@code spec} with this archive; as it is, where the archive is of no use. */
    KernelSpec usedBy(KernelSpec spec) {
        if (!isUsable()) {
            return spec;
        }
        List<String> options = new ArrayList<>(spec.options());
        options.removeAll(options());
        options.addAll(options());
        return spec.withOptions(options);
    }

    /** Whether that Java takes it for these jars: asked of a JVM that must not start without. */
    boolean isUsable() {
        if (!isThere()) {
            return false;
        }
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options());
        command.addAll(List.of("-Xshare:on", "-cp", jars.toAbsolutePath().resolve("*").toString(), "-version"));
        try {
            Process probe = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean ended = probe.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            probe.destroyForcibly();
            return ended && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;                                           // that Java cannot be started at all
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
