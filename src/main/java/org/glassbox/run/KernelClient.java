package org.glassbox.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.glassbox.Message;
import org.glassbox.kernel.ConnectionFile;

/**
 * Starts a Jupyter kernel, ours or another's, and talks with it. One request at a time; {@link #interrupt} alone may be called
 * while another thread waits in {@link #execute(String)}.
 */
public final class KernelClient implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(5);
    private static final Duration SUBSCRIBED = Duration.ofMillis(300);

    private final KernelProcess process;
    private final Conversation conversation;
    private final Path file;
    private Duration patience = Duration.ofMinutes(10);

    private KernelClient(List<String> argv, Map<String, String> environment, Path directory) throws IOException {
        ConnectionFile connection = ConnectionFile.free();
        file = Files.createTempFile("kernel-", ".json");
        connection.write(file);
        List<String> command = argv.stream().map(part -> part.replace("{connection_file}", file.toString())).toList();
        process = KernelProcess.start(command, environment, directory);
        conversation = new Conversation(connection, process);
    }

    /** Starts the kernel whose {@code kernel.json} lies in that folder, in the current directory; waits until it answers. */
    public static KernelClient start(Path kernelSpecDir) {
        return start(kernelSpecDir, Path.of("").toAbsolutePath());
    }

    /** The same, in {@code directory}, from which the relative paths of cells count. */
    public static KernelClient start(Path kernelSpecDir, Path directory) {
        return start(kernelSpecDir, directory, argv -> argv);
    }

    /** The same, its command line changed by {@code change}. */
    public static KernelClient start(Path kernelSpecDir, Path directory, UnaryOperator<List<String>> change) {
        Path file = kernelSpecDir.resolve("kernel.json");
        JsonObject spec;
        try {
            spec = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new KernelException(Message.of("kernel", "its kernel.json cannot be read").with("file", file), e);
        }
        List<String> argv = new ArrayList<>();
        for (JsonElement part : spec.getAsJsonArray("argv")) {
            argv.add(part.getAsString().replace("{resource_dir}", kernelSpecDir.toString()));
        }
        Map<String, String> environment = new HashMap<>();
        if (spec.has("env")) {
            spec.getAsJsonObject("env").entrySet()
                .forEach(e -> environment.put(e.getKey(), e.getValue().getAsString()));
        }
        return start(change.apply(argv), environment, directory);
    }

    /**
     * Starts a kernel by its command line, in which <code>{connection_file}</code> stands for the file that the client writes,
     * and waits until it answers.
     */
    public static KernelClient start(List<String> argv, Map<String, String> environment, Path directory) {
        KernelClient client;
        try {
            client = new KernelClient(argv, environment, directory);
        } catch (IOException e) {
            throw new KernelException(Message.of("kernel", "no connection file can be written").with("reason", e), e);
        }
        try {
            client.waitUntilReady();
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Asks until reply and status have come: a subscription needs a moment, and what is published before it is lost. */
    private void waitUntilReady() {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            Conversation.Question question = conversation.ask("kernel_info_request", new JsonObject());
            conversation.listen(question, START, asked -> asked.reply != null);
            conversation.listen(question, SUBSCRIBED, Conversation.Question::isDone);
            if (question.isDone()) {
                return;
            }
        }
        throw late("the start", START);
    }

    /** From now on waits so long for an answer, instead of ten minutes, before it gives up. */
    public KernelClient withPatience(Duration longest) {
        patience = longest;
        return this;
    }

    /** Runs one cell and waits for its end. */
    public Reply execute(String code) { return execute(code, output -> {}); }

    /** The same; {@code watcher} sees each output as it comes, streams piece by piece, an updated display again. */
    public Reply execute(String code, Consumer<JsonObject> watcher) {
        return submit(code, new JsonObject()).await(watcher);
    }

    /**
     * Sends a cell without waiting for it; cells run in the order in which they are sent.
     *
     * @param settings what shall differ in the protocol's {@code execute_request}, such as {@code silent}
     */
    public synchronized Submitted submit(String code, JsonObject settings) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", true);
        settings.entrySet().forEach(entry -> content.add(entry.getKey(), entry.getValue()));
        return new Submitted(conversation.ask("execute_request", content));
    }

    /** A cell on its way. */
    public final class Submitted {
        private final Conversation.Question question;

        private Submitted(Conversation.Question question) { this.question = question; }

        /** Waits for the end of the cell; {@code watcher} sees each output as it comes. */
        public Reply await(Consumer<JsonObject> watcher) {
            question.watcher = watcher;
            JsonObject content = answer(question, "the cell");
            JsonElement count = content.get("execution_count");
            return new Reply(content.get("status").getAsString(),
                count == null || count.isJsonNull() ? 0 : count.getAsInt(),
                question.outputs, content);
        }
    }

    /** Any request of the shell channel, such as {@code complete_request}; returns the content of its reply. */
    public synchronized JsonObject request(String type, JsonObject content) {
        return answer(conversation.ask(type, content), type);
    }

    private synchronized JsonObject answer(Conversation.Question question, String what) {
        conversation.listen(question, patience, Conversation.Question::isDone);
        if (!question.isDone()) {
            interrupt();
            conversation.listen(question, END, Conversation.Question::isDone);   // else the next cell is aborted with it
            throw late(what, patience);
        }
        return question.reply.content();
    }

    private KernelException late(String what, Duration longest) {
        Message message = Message.of("kernel", what + " did not end within " + longest.toMillis() / 1000.0 + " s");
        String last = process.lastLines();
        return new KernelException(last.isEmpty() ? message : message.with("last", last));
    }

    /** Stops the running cell. For any thread. */
    public void interrupt() {
        control("interrupt_request", new JsonObject());
    }

    /** A request of the control channel, which is answered while a cell runs; returns the content of its reply. */
    public JsonObject control(String type, JsonObject content) {
        return conversation.control(type, content);
    }

    /** Asks the kernel to end, and ends it by force if it does not within five seconds. */
    public void shutdown() {
        shutdown(END);
    }

    /** The same with another patience. */
    public void shutdown(Duration longest) {
        if (!process.isAlive()) {
            return;
        }
        JsonObject content = new JsonObject();
        content.addProperty("restart", false);
        conversation.tell("shutdown_request", content);
        process.end(longest);
    }

    /** Does the kernel's process run? */
    public boolean isAlive() { return process.isAlive(); }

    /** The number of the kernel's process. */
    public long pid() { return process.pid(); }

    /** Ends the kernel and frees what belongs to it. */
    @Override
    public void close() {
        shutdown();
        conversation.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
