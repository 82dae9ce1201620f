package org.glassbox.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/**
 * The whole road in one command: the kernel installed for this user, the first notebook run through it, and where to go on.
 *
 * @param root the folder of the clone
 * @param jupyter where Jupyter looks
 * @param out what a terminal shows
 */
record Quickstart(Path root, JupyterFolders jupyter, PrintStream out) {
    /** Does it all; 0 when every cell did what it should, else 1. Until then a file says «unfinished», for the build. */
    int run() {
        Path unfinished = root.resolve("target").resolve("quickstart-unfinished");
        try {
            Files.createDirectories(unfinished.getParent());
            Files.writeString(unfinished, "");
            int code = installAndRun();
            if (code == 0) {
                Files.delete(unfinished);
            }
            return code;
        } catch (IOException e) {
            throw new GlassboxException(Message.of("quickstart", "cannot write here: " + e.getMessage())
                .with("folder", unfinished.getParent()).help("clone into a folder that you can write to"), e);
        }
    }

    private int installAndRun() throws IOException {
        long start = System.nanoTime();
        Path spec = Installer.of(jupyter.user().resolve("kernels")).install();
        Unpacked natives = Unpacked.in(jupyter.home());
        natives.requireRoom(Folders.room(natives.folder()));        // now: the kernel may have taken the same disk's room
        out.printf(Locale.ROOT, "%nKernel \"Java (Glassbox)\" is in %s%n%n", spec);
        Path notebook = root.resolve("notebooks").resolve("quickstart.ipynb");
        Execution execution = new Execution(spec, notebook, root.resolve("target").resolve("notebooks"), out);
        if (ClassArchive.of(KernelSpec.read(spec)).isUsable()) {
            return ended(execution, execution.run(), start);
        }
        try (Recording recording = Recording.start(spec, execution.directory())) {
            int code = ended(execution, execution.run(recording.kernel()), start);
            out.println(recording.end());                           // last, since it takes seconds
            return code;
        }
    }

    private int ended(Execution execution, int code, long start) {
        out.printf(Locale.ROOT, "%n%s in %.1f s. See what came out, without a network:%n  %s%n",
            code == 0 ? "Installed and run" : "Installed, and stopped at a cell that failed,",
            (System.nanoTime() - start) / 1e9,
            execution.page().toUri());
        whereToGoOn(execution);
        return code;
    }

    private void whereToGoOn(Execution execution) {
        out.printf("The notebook with its outputs:%n  %s%n", execution.executedNotebook());
        String folder = jupyter.environment().get("JUPYTER_DATA_DIR");
        out.printf("Work in it yourself in JupyterLab, kernel \"Java (Glassbox)\"%s:%n  jupyter lab \"%s\"%n",
            folder == null ? "" : ", where JUPYTER_DATA_DIR is set as here",
            root.resolve("notebooks").resolve("quickstart.ipynb"));
        if (Programs.find("jupyter", jupyter.environment()).isEmpty()) {
            out.println(
                "  (no Jupyter is on your PATH yet; pip install jupyterlab brings it, and it will find the kernel)");
        }
    }
}
