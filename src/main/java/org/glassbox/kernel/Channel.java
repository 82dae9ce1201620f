package org.glassbox.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.zeromq.ZMQ;

/**
 * One of the two channels on which a kernel is asked: for each request busy, the work, the reply, idle. Whatever a handler
 * throws becomes an error reply; the channel lives on.
 */
final class Channel implements Runnable {
    /**
     * After a cell's error, and before the client is told of it, this long for the cells that it has sent already: they are
     * aborted. What a client sends after the reply runs.
     */
    private static final int ABORT_MILLIS = 25;

    private final ZMQ.Socket socket;
    private final Wire wire;
    private final String session;
    private final Outbox outbox;
    private final Requests requests;
    private final Deque<Envelope> postponed = new ArrayDeque<>();

    Channel(ZMQ.Socket socket, Wire wire, String session, Outbox outbox, Requests requests) {
        this.socket = socket;
        this.wire = wire;
        this.session = session;
        this.outbox = outbox;
        this.requests = requests;
    }

    @Override
    public void run() {
        while (true) {
            try {
                Envelope request = postponed.isEmpty() ? wire.await(socket).orElseThrow() : postponed.removeFirst();
                serve(request);
            } catch (Throwable t) {   // a message that cannot be read, or no memory left: the next one may be better
                t.printStackTrace(KernelMain.TERMINAL);
            }
        }
    }

    private void serve(Envelope request) {
        status(request, "busy");
        Optional<JsonObject> reply = answer(request);
        Deque<Envelope> aborted = new ArrayDeque<>();
        if (reply.isPresent() && stopsOthers(request, reply.get())) {
            collectQueued(aborted);
        }
        outbox.flush();
        reply.ifPresent(content -> reply(request, content));
        status(request, "idle");
        outbox.flush();
        if (request.type().equals("shutdown_request")) {
            KernelMain.exit();
        }
        aborted.forEach(this::abort);
    }

    private Optional<JsonObject> answer(Envelope request) {
        try {
            return requests.answer(request);
        } catch (Throwable t) {
            return Optional.of(failure(t));
        }
    }

    private static JsonObject failure(Throwable t) {
        t.printStackTrace(KernelMain.TERMINAL);
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "error");
        reply.addProperty("ename", t.getClass().getSimpleName());
        reply.addProperty("evalue", String.valueOf(t.getMessage()));
        reply.add("traceback", new JsonArray());
        return reply;
    }

    private static boolean stopsOthers(Envelope request, JsonObject reply) {
        return request.type().equals("execute_request") && reply.get("status").getAsString().equals("error")
            && Execution.flag(request.content(), "stop_on_error", true);
    }

    private void collectQueued(Deque<Envelope> aborted) {
        socket.setReceiveTimeOut(ABORT_MILLIS);
        try {
            for (Optional<Envelope> next = wire.await(socket); next.isPresent(); next = wire.await(socket)) {
                (next.get().type().equals("execute_request") ? aborted : postponed).addLast(next.get());
            }
        } finally {
            socket.setReceiveTimeOut(-1);
        }
    }

    private void abort(Envelope request) {
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "aborted");
        status(request, "busy");
        outbox.flush();
        reply(request, reply);
        status(request, "idle");
    }

    private void status(Envelope request, String state) {
        JsonObject content = new JsonObject();
        content.addProperty("execution_state", state);
        outbox.post(request, "status", content);
    }

    private void reply(Envelope request, JsonObject content) {
        wire.send(socket, request.answer(session, request.type().replace("_request", "_reply"), content));
    }
}
