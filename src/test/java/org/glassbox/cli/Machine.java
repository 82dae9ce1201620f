package org.glassbox.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What the slow tests use of this machine: programs that may be missing, processes, and one installed kernel for all of
 * them, in a folder with a blank and an umlaut.
 */
final class Machine {
    static final Path ROOT = Path.of("").toAbsolutePath();
    static final Path SCREENS = ROOT.resolve("target").resolve("screens");
    /** A name with a blank, and with an umlaut where Java can write one: in a POSIX locale it cannot. */
    static final String ODD = System.getProperty("sun.jnu.encoding").startsWith("UTF") ? "of jüpyter" : "of jupyter";
    private static final Path SCRATCH = ROOT.resolve("target").resolve("it " + ODD);
    private static final Path TOOLS = ROOT.resolve(".cache");
    private static final boolean CI = System.getenv("CI") != null;

    private static Path kernel;

    private Machine() {}

    /** How a process ended and what it printed. */
    record Ended(int code, String output) {
        Ended orFail() {
            Assertions.assertEquals(0, code, output);
            return this;
        }
    }

    /** Our Jupyter's data folder. */
    static Path data() { return SCRATCH.resolve("data"); }

    /** A new, empty folder for a test. */
    static Path scratch(String name) throws IOException {
        Path folder = SCRATCH.resolve(name);
        Folders.delete(folder);
        return Files.createDirectories(folder);
    }

    /** The folder of the kernel, installed once by our own installer in a process of its own. */
    static synchronized Path kernel() throws IOException {
        if (kernel == null) {
            Folders.delete(data());
            glassbox("install").orFail();
            kernel = data().resolve("kernels").resolve("glassbox");
        }
        return kernel;
    }

    /** Runs one of our commands as a user's terminal would, from the class path of the kernel alone. */
    static Ended glassbox(String... words) throws IOException {
        return glassbox(Map.of(), words);
    }

    /** The same in another environment. */
    static Ended glassbox(Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(JavaHome.running().executable().toString(), "-cp", classPath(),
            "org.glassbox.cli.Main"));
        command.addAll(List.of(words));
        return run(command, environment, 120);
    }

    /** Runs a program of the tests as a user's own would run: on the jars of Maven's repository, without any option. */
    static Ended program(Class<?> main) throws IOException {
        String path = classPath() + File.pathSeparator + ROOT.resolve("target/test-classes");
        return run(List.of(JavaHome.running().executable().toString(), "-cp", path, main.getName()), Map.of(), 120);
    }

    /** Our classes and their dependencies, without those of the tests. */
    private static String classPath() throws IOException {
        return ROOT.resolve("target/classes") + File.pathSeparator
            + Files.readString(ROOT.resolve("target/kernel-classpath.txt")).strip();
    }

    /** Runs a program to its end, at most so many seconds; it sees our Jupyter folders and not the user's. */
    static Ended run(List<String> command, Map<String, String> environment, int seconds) throws IOException {
        Path output = Files.createTempFile("it-", ".txt");
        Process process = builder(command, environment).redirectOutput(output.toFile()).start();
        try {
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return ended ? new Ended(process.exitValue(), text)
                : new Ended(-1, "still running after " + seconds + " s\n" + text);
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /** A process still to be started. */
    static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().put("JUPYTER_DATA_DIR", data().toString());
        builder.environment().put("JUPYTER_CONFIG_DIR", SCRATCH.resolve("config").toString());
        builder.environment().put("JUPYTER_RUNTIME_DIR", SCRATCH.resolve("runtime").toString());
        builder.environment().remove("JUPYTER_PATH");
        builder.environment().putAll(environment);
        return builder;
    }

    /** The program of Jupyter with that name, such as jupyter-lab; skips the test where there is none. */
    static Path jupyter(String program) {
        Map<String, String> ours = Map.of("PATH",
            TOOLS.resolve("venv/bin") + File.pathSeparator + TOOLS.resolve("venv/Scripts"));
        return need(Programs.find(program, ours).or(() -> Programs.find(program, System.getenv())),
            program + " is not here; ./dev tools brings it");
    }

    /** Runs a script of src/test/browser in node and Chromium; skips the test where they are missing. */
    static Ended browser(String script, String... words) throws IOException {
        Path node = need(Programs.find("node", System.getenv()), "node is not here; the browser tests need it");
        Path chromium = need(
            Programs.find("chromium", System.getenv()).or(() -> Programs.find("google-chrome", System.getenv()))
                .or(() -> Programs.find("chromium-browser", System.getenv())),
            "Chromium is not here; the browser tests need it");
        Path playwright = TOOLS.resolve("node");
        need(Optional.of(playwright.resolve("node_modules/playwright-core")).filter(Files::isDirectory),
            "playwright-core is not here; ./dev tools brings it");
        Files.createDirectories(SCREENS);
        List<String> command = new ArrayList<>(
            List.of(node.toString(), ROOT.resolve("src/test/browser/" + script).toString()));
        command.addAll(List.of(words));
        Map<String, String> environment = new HashMap<>();
        environment.put("CHROMIUM", chromium.toString());
        environment.put("PLAYWRIGHT_HOME", playwright.toString());
        return run(command, environment, 300);
    }

    private static <T> T need(Optional<T> found, String sentence) {
        if (found.isEmpty() && CI) {
            Assertions.fail(sentence + ", and CI is set: nothing may be skipped");
        }
        if (found.isEmpty()) {
            System.out.println("Skipped: " + sentence);
        }
        Assumptions.assumeTrue(found.isPresent(), sentence);
        return found.get();
    }
}
