package org.glassbox.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.zeromq.ZMQ;

/** {@code System.in} of the cells: each line is asked of the person at the front end, by a thread that owns the socket. */
final class Inputs extends InputStream {
    private static final int LOOK_MILLIS = 100;

    private record Question(Envelope request, CompletableFuture<String> line) {}

    private final LinkedBlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private final ZMQ.Socket socket;
    private final Wire wire;
    private final String session;
    private volatile Envelope asker;
    private byte[] line = {};
    private int next;

    Inputs(ZMQ.Socket socket, Wire wire, String session) {
        this.socket = socket;
        this.wire = wire;
        this.session = session;
        socket.setReceiveTimeOut(LOOK_MILLIS);
        Thread thread = new Thread(this::ask, "glassbox-stdin");
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on questions go to the sender of {@code request}, if it said that there is somebody to be asked. */
    void begin(Envelope request) {
        asker = Execution.flag(request.content(), "allow_stdin", false) ? request : null;
        line = new byte[0];
        next = 0;
    }

    @Override
    public int read() throws IOException {
        if (next >= line.length) {
            line = (ask(asker) + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return line[next++] & 0xff;
    }

    /** At most what is left of the line: a reader that asks for more must not wait for a second line. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        target[offset] = (byte) read();
        int more = Math.min(length - 1, line.length - next);
        System.arraycopy(line, next, target, offset + 1, more);
        next += more;
        return 1 + more;
    }

    private String ask(Envelope request) throws IOException {
        if (request == null) {
            throw new IOException("nobody can be asked: this front end takes no input");
        }
        Question question = new Question(request, new CompletableFuture<>());
        questions.add(question);
        try {
            return question.line().get();
        } catch (InterruptedException e) {
            question.line().cancel(false);
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while waiting for input").initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("the answer could not be read", e.getCause());
        }
    }

    private void ask() {
        while (true) {
            try {
                Question question = questions.take();
                JsonObject prompt = new JsonObject();
                prompt.addProperty("prompt", "");
                prompt.addProperty("password", false);
                Envelope sent = question.request().answer(session, "input_request", prompt);
                while (wire.poll(socket).isPresent()) {
                    // an answer to a question that was given up
                }
                wire.send(socket, sent);
                receive(question);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void receive(Question question) {
        while (!question.line().isDone()) {
            Optional<Envelope> answer = wire.await(socket);
            answer.ifPresent(given -> question.line().complete(given.content().get("value").getAsString()));
        }
    }
}
