package org.glassbox.cli;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.glassbox.run.HtmlPage;
import org.glassbox.run.KernelClient;
import org.glassbox.run.NotebookJson;
import org.glassbox.run.NotebookRunner;

/**
 * Runs a notebook through an installed kernel and writes what came out, as a notebook and as a page.
 *
 * @param spec the kernel's folder
 * @param notebook the file to run, which stays as it is
 * @param output where the two files go
 * @param out what a terminal shows
 */
record Execution(Path spec, Path notebook, Path output, PrintStream out) {
    /** Runs it all; 0 when every cell did what it should, else 1. */
    int run() {
        try (KernelClient kernel = KernelClient.start(spec, directory())) {
            return run(kernel);
        }
    }

    /** The same through a kernel that runs already, in our {@link #directory()}, and goes on afterwards. */
    int run(KernelClient kernel) {
        JsonObject executed = NotebookRunner.of(kernel, out).run(NotebookJson.read(notebook));
        NotebookJson.write(executed, executedNotebook());
        HtmlPage.of(executed, notebook).write(page());
        List<Integer> failures = NotebookJson.failures(executed);
        if (!failures.isEmpty()) {
            out.println("Cell " + failures.get(0) + " failed; the cells after it did not run.");
        }
        return failures.isEmpty() ? 0 : 1;
    }

    /** Where the notebook lies: from here the relative paths of its cells count. */
    Path directory() {
        return notebook.toAbsolutePath().getParent();
    }

    /** The notebook with its outputs. */
    Path executedNotebook() {
        return output.toAbsolutePath().resolve(notebook.getFileName());
    }

    /** The page. */
    Path page() {
        return output.toAbsolutePath()
            .resolve(notebook.getFileName().toString().replaceFirst("\\.ipynb$", "") + ".html");
    }
}
