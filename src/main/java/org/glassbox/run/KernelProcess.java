package org.glassbox.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.glassbox.Message;

/** The process of a kernel, and the last lines that it printed past the protocol: they say why it died. */
final class KernelProcess {
    private static final int LINES = 40;

    private final Process process;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    private KernelProcess(Process process) {
        this.process = process;
        reader = new Thread(this::read, "kernel-output");
        reader.setDaemon(true);
        reader.start();
    }

    static KernelProcess start(List<String> command, Map<String, String> environment, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        try {
            return new KernelProcess(builder.start());
        } catch (IOException e) {
            throw new KernelException(Message.of("kernel", "cannot be started").with("command", command)
                .with("reason", e.getMessage()), e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            keep(e.toString());
        }
    }

    private synchronized void keep(String line) {
        lines.addLast(line);
        if (lines.size() > LINES) {
            lines.removeFirst();
        }
    }

    synchronized String lastLines() { return String.join("\n", lines); }

    boolean isAlive() { return process.isAlive(); }

    long pid() { return process.pid(); }

    /** Why nothing more will come from it. */
    KernelException death() {
        try {
            reader.join(Duration.ofSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Message message = Message.of("kernel", "died with exit code " + process.exitValue());
        return new KernelException(lastLines().isEmpty() ? message : message.with("last", lastLines()));
    }

    /** Waits for its end; ends it by force when that takes longer than {@code patience}. */
    void end(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
