package org.glassbox.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** The commands of a terminal; see {@link #USAGE}. Ends with 0, with 1 when a cell failed, with 2 when something is missing. */
public final class Main {
    static final String USAGE = """
        install   [--user | --sys-prefix DIR | --prefix DIR] [--name NAME] [--java HOME]
        uninstall [--user | --sys-prefix DIR | --prefix DIR] [--name NAME]
        doctor
        run NOTEBOOK [--name NAME] [--output DIR]
        quickstart""";

    private final PrintStream out;
    private final JupyterFolders jupyter;

    Main(PrintStream out, JupyterFolders jupyter) {
        this.out = out;
        this.jupyter = jupyter;
    }

    /** Runs the command that {@code args} name. */
    public static void main(String[] args) {
        System.exit(new Main(System.out, JupyterFolders.ofThisMachine()).run(Arrays.asList(args)));
    }

    /** Runs one command and returns the exit code; what is missing is said in one sentence with its mend, without a stack. */
    int run(List<String> args) {
        try {
            return run(args.isEmpty() ? "" : args.get(0),
                Arguments.of(args.subList(Math.min(1, args.size()), args.size())));
        } catch (GlassboxException e) {
            out.println(e.getMessage());
            return 2;
        }
    }

    private int run(String command, Arguments arguments) {
        return switch (command) {
            case "install" -> install(arguments);
            case "uninstall" -> uninstall(arguments);
            case "doctor" -> new Doctor(jupyter, out).run();
            case "run" -> runNotebook(arguments);
            case "quickstart" -> new Quickstart(Path.of("").toAbsolutePath(), jupyter, out).run();
            default ->
                throw new GlassboxException(Message.of("glassbox", "no command \"" + command + "\"").help(USAGE));
        };
    }

    private int install(Arguments arguments) {
        Installer installer = installer(arguments);
        if (arguments.value("--java").isPresent()) {
            installer = installer.withJava(JavaHome.of(Path.of(arguments.value("--java").get())));
        }
        Path folder = installer.install();
        out.println("Installed the kernel \"Java (Glassbox)\" in " + folder);
        out.println(Recording.rehearse(folder));
        return 0;
    }

    private int uninstall(Arguments arguments) {
        Installer installer = installer(arguments);
        out.println(
            (installer.uninstall() ? "Took the kernel away from " : "There was no kernel in ") + installer.folder());
        return 0;
    }

    private int runNotebook(Arguments arguments) {
        if (arguments.words().size() != 1) {
            throw new GlassboxException(
                Message.of("run", "which notebook?").help("run NOTEBOOK, as in: run notebooks/quickstart.ipynb"));
        }
        Path notebook = Path.of(arguments.words().get(0));
        Path output = Path.of(arguments.value("--output").orElse("executed"));
        Path spec = jupyter.kernel(arguments.value("--name").orElse(Installer.NAME))
            .orElseThrow(() -> new GlassboxException(
                Message.of("run", "the kernel is not installed")
                    .help("install it with the command install, or mvn -Pquickstart")));
        return new Execution(spec, notebook, output, out).run();
    }

    private Installer installer(Arguments arguments) {
        Path data = arguments.value("--sys-prefix").or(() -> arguments.value("--prefix")).map(Path::of)
            .map(JupyterFolders::share).orElseGet(jupyter::user);
        return Installer.of(data.resolve("kernels")).withName(arguments.value("--name").orElse(Installer.NAME));
    }
}
