package org.glassbox.kernel;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** What a kernel can be asked, and who answers. */
final class Requests {
    private final CellHistory history = new CellHistory();
    private final CellThread cells = new CellThread();
    private final CompletableFuture<Evaluator> evaluator = cells.submit(Evaluator::new);
    private final WarmUp warmUp = new WarmUp();
    private final Execution execution;
    private final Outbox outbox;

    Requests(Outbox outbox, Inputs inputs) {
        this.outbox = outbox;
        execution = new Execution(outbox, inputs, cells, history);
    }

    /** The content of the reply; empty where the protocol wants none. */
    Optional<JsonObject> answer(Envelope request) throws Exception {
        JsonObject asked = request.content();
        return switch (request.type()) {
            case "execute_request" -> Optional.of(execute(request));
            case "kernel_info_request" -> Optional.of(whoIsThere());
            case "history_request" -> Optional.of(history.reply(asked));
            case "complete_request" -> Optional.of(onCells(() -> evaluator.get().completion().reply(asked)));
            case "is_complete_request" -> Optional.of(onCells(() -> evaluator.get().completion().isComplete(asked)));
            case "inspect_request" -> Optional.of(onCells(() -> evaluator.get().inspection().reply(asked)));
            case "interrupt_request" -> Optional.of(interrupt());
            case "shutdown_request" -> Optional.of(shutdown(asked));
            case "comm_info_request" -> Optional.of(noComms());
            case "comm_open" -> refuseComm(request);
            default -> Optional.empty();
        };
    }

    private JsonObject execute(Envelope request) throws Exception {
        warmUp.end();
        return execution.reply(request, evaluator.get());
    }

    @SuppressWarnings("FutureReturnValueIgnored")          // a failed start is told by whoever waits for the evaluator
    private JsonObject whoIsThere() {
        evaluator.thenRun(warmUp::begin);   // not before: the first cell needs JShell above all
        return KernelInfo.reply();
    }

    private JsonObject onCells(Callable<JsonObject> task) throws Exception { return cells.submit(task).get(); }

    private static JsonObject ok() {
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        return reply;
    }

    private static JsonObject interrupt() {
        Interrupts.request();
        return ok();
    }

    private static JsonObject shutdown(JsonObject asked) {
        JsonObject reply = ok();
        reply.addProperty("restart", Execution.flag(asked, "restart", false));
        return reply;
    }

    private static JsonObject noComms() {
        JsonObject reply = ok();
        reply.add("comms", new JsonObject());
        return reply;
    }

    /** The protocol: who does not know a comm's target closes it. */
    private Optional<JsonObject> refuseComm(Envelope request) {
        JsonObject content = new JsonObject();
        content.add("comm_id", request.content().get("comm_id"));
        content.add("data", new JsonObject());
        outbox.post(request, "comm_close", content);
        return Optional.empty();
    }
}
