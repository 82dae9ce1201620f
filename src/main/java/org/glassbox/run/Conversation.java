package org.glassbox.run;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.glassbox.Message;
import org.glassbox.kernel.ConnectionFile;
import org.glassbox.kernel.Envelope;
import org.glassbox.kernel.Wire;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The client's sockets, and which answers belong to which question. Not for several threads, but for {@link #control}. */
final class Conversation implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;
    private static final int CONTROL_MILLIS = 5000;

    private final String session = UUID.randomUUID().toString();
    private final ZContext context = new ZContext();
    private final Outputs outputs = new Outputs();
    private final Map<String, Question> open = new HashMap<>();
    private final Wire wire;
    private final KernelProcess process;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket iopub;
    private final ZMQ.Socket stdin;
    private final ZMQ.Poller poller;

    /** A question that waits for its reply, and for the status «idle» after all its outputs. */
    static final class Question {
        final String id;
        final List<JsonObject> outputs;
        Consumer<JsonObject> watcher = output -> {};
        Envelope reply;
        boolean idle;

        Question(String id, List<JsonObject> outputs) {
            this.id = id;
            this.outputs = outputs;
        }

        boolean isDone() { return reply != null && idle; }
    }

    Conversation(ConnectionFile connection, KernelProcess process) {
        this.process = process;
        wire = new Wire(connection.key());
        shell = connect(SocketType.DEALER, connection.address(connection.shell()));
        control = connect(SocketType.DEALER, connection.address(connection.control()));
        stdin = connect(SocketType.DEALER, connection.address(connection.stdin()));
        iopub = connect(SocketType.SUB, connection.address(connection.iopub()));
        iopub.subscribe(new byte[0]);
        control.setReceiveTimeOut(CONTROL_MILLIS);
        poller = context.createPoller(3);
        List.of(shell, iopub, stdin).forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
    }

    private ZMQ.Socket connect(SocketType type, String address) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        socket.setHWM(0);
        socket.setIdentity(session.getBytes(ZMQ.CHARSET));
        socket.connect(address);
        return socket;
    }

    /** Sends a request on the shell channel. */
    Question ask(String type, JsonObject content) {
        Envelope request = Envelope.of(session, type, content);
        Question question = new Question(request.id(), outputs.begin(request.id()));
        open.put(question.id, question);
        wire.send(shell, request);
        return question;
    }

    /** Takes in messages until {@code done} or until so long has passed; raises when the kernel is dead. */
    void listen(Question question, Duration longest, Predicate<Question> done) {
        long end = System.nanoTime() + longest.toNanos();
        while (!done.test(question) && System.nanoTime() < end) {
            boolean alive = process.isAlive();
            boolean some = poller.poll(LOOK_MILLIS) > 0;
            readAll();
            if (!alive && !some) {
                throw process.death();
            }
        }
        if (done.test(question)) {
            open.remove(question.id);
        }
    }

    private void readAll() {
        wire.poll(stdin).ifPresent(this::refuse);
        for (Optional<Envelope> next = wire.poll(iopub); next.isPresent(); next = wire.poll(iopub)) {
            published(next.get());
        }
        for (Optional<Envelope> next = wire.poll(shell); next.isPresent(); next = wire.poll(shell)) {
            Question question = open.get(next.get().parentId());
            if (question != null) {
                question.reply = next.get();
            }
        }
    }

    private void published(Envelope message) {
        Optional<JsonObject> output = outputs.take(message);
        Question question = open.get(message.parentId());
        if (question == null) {
            return;
        }
        output.ifPresent(question.watcher);
        if (message.type().equals("status")) {
            question.idle = message.content().get("execution_state").getAsString().equals("idle");
        }
    }

    /** Nobody sits here who could type: the kernel reads an empty line. */
    private void refuse(Envelope question) {
        JsonObject answer = new JsonObject();
        answer.addProperty("value", "");
        wire.send(stdin, question.answer(session, "input_reply", answer));
    }

    /** Asks on the control channel, which is answered while a cell runs. For any thread. */
    JsonObject control(String type, JsonObject content) {
        synchronized (control) {
            Envelope request = Envelope.of(session, type, content);
            wire.send(control, request);
            while (true) {
                Envelope answer = wire.await(control).orElseThrow(() -> unanswered(type));
                if (answer.parentId().equals(request.id())) {
                    return answer.content();
                }
            }
        }
    }

    /** Says something on the control channel and waits for no answer: one that ends may have none. For any thread. */
    void tell(String type, JsonObject content) {
        synchronized (control) {
            wire.send(control, Envelope.of(session, type, content));
        }
    }

    private KernelException unanswered(String type) {
        return process.isAlive() ? new KernelException(Message.of("kernel", "does not answer " + type))
            : process.death();
    }

    @Override
    public void close() { context.close(); }
}
