package org.glassbox.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.glassbox.GlassboxException;
import org.glassbox.run.KernelClient;
import org.glassbox.run.Reply;

/**
 * Says what it finds on this machine, from the Java to a cell that runs. Repairs nothing.
 *
 * @param jupyter where Jupyter looks
 * @param out what a terminal shows
 */
record Doctor(JupyterFolders jupyter, PrintStream out) {
    /** Prints a line a finding; 0 when a cell ran, else 1. */
    int run() {
        JavaHome java = JavaHome.running();
        line("java",
            java.feature() + (java.hasCompiler() ? "" : " (no compiler: a JDK is needed)") + "  " + java.home());
        line("platform", Natives.platform(System.getProperty("os.name"), System.getProperty("os.arch")));
        line("natives", natives());
        line("jupyter", Programs.find("jupyter", jupyter.environment()).map(Path::toString)
            .orElse("not on the PATH; pip install jupyterlab brings it"));
        Unpacked unpacked = Unpacked.in(jupyter.home());
        line("room", room("kernel", jupyter.user(), 0) + ", "
            + room("natives", unpacked.folder(), unpacked.isThere() ? 0 : Unpacked.SIZE));
        jupyter.search().forEach(this::folder);
        Optional<Path> spec = jupyter.kernel(Installer.NAME);
        line("kernel", spec.map(Path::toString).orElse("not installed; the command install does it"));
        spec.ifPresent(folder -> line("archive", archive(folder)));
        return spec.isPresent() && cell(spec.get()) ? 0 : 1;
    }

    private boolean cell(Path spec) {
        long start = System.nanoTime();
        try (KernelClient kernel = KernelClient.start(spec)) {
            Reply reply = kernel.execute("1 + 1");
            boolean right = reply.result("text/plain").orElse("").equals("2");
            line("cell",
                right ? "1 + 1 gives 2, after " + (System.nanoTime() - start) / 1_000_000 + " ms" : reply.error());
            return right;
        } catch (GlassboxException e) {
            line("cell", e.getMessage());
            return false;
        }
    }

    private static String archive(Path spec) {
        ClassArchive archive;
        try {
            archive = ClassArchive.of(KernelSpec.read(spec));
        } catch (GlassboxException e) {
            return e.getMessage();
        }
        if (archive.isUsable()) {
            return archive.file().toString();
        }
        return archive.isThere() ? "of another Java or of other jars; the command install makes it anew"
            : "none, so the kernel starts slower; the command install makes it";
    }

    private static String natives() {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> new File(entry).getName()).toList();
        return Natives.of(jars).map(n -> n.platform() + (n.isOneDnn() ? ", with oneDNN" : ""))
            .orElse("none on the class path");
    }

    private static String room(String what, Path folder, long needed) {
        try {
            long free = Folders.room(folder);
            return what + " " + (free >> 20) + " MB free" + (free < needed ? " (too little)" : "")
                + (Files.isWritable(Folders.existing(folder)) ? "" : " (read-only)");
        } catch (IOException e) {
            return what + " " + e.getMessage();
        }
    }

    private void folder(Path data) {
        line("folder", data + (Files.isDirectory(data.resolve("kernels")) ? "" : "  (no kernels)"));
    }

    private void line(String what, String finding) {
        out.printf("%-9s %s%n", what, finding.replace("\n", "\n          "));
    }
}
