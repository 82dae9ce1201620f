package org.glassbox.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.zeromq.ZMQ;

/**
 * All that is published, in the order in which it was put out, by one thread: the threads of cells may be interrupted, and an
 * interrupt would break a socket. Printed text is gathered for {@value #GATHER_MILLIS} ms, because front ends drop output
 * that comes in too many messages.
 */
final class Outbox {
    static final int GATHER_MILLIS = 40;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final long LONGEST_CELL = 50L << 20;
    /** So much printed text may wait; who prints faster than that is sent waits too, so that a stopped cell ends at once. */
    private static final int MOST_WAITING = 1 << 18;

    private final Deque<Letter> waiting = new ArrayDeque<>();
    private final ZMQ.Socket socket;
    private final Wire wire;
    private final String session;
    private Envelope parent = Envelope.of("", "none", new JsonObject());
    private boolean silent;
    private long printed;
    private int waitingText;
    private boolean urgent;
    private long posted;
    private long taken;
    private long sent;

    /** Text gathers in {@code text} until it is sent; all else has its content from the start. */
    private record Letter(Envelope parent, String type, JsonObject content, StringBuilder text) {
        Envelope envelope(String session) {
            if (text != null) {
                content.addProperty("text", text.toString());
            }
            return parent.answer(session, type, content);
        }
    }

    Outbox(ZMQ.Socket socket, Wire wire, String session) {
        this.socket = socket;
        this.wire = wire;
        this.session = session;
        Thread sender = new Thread(this::sendAll, "glassbox-iopub");
        sender.setDaemon(true);
        sender.start();
    }

    /** What cells put out from now on belongs to {@code request}; {@code quiet}: it is dropped. */
    synchronized void begin(Envelope request, boolean quiet) {
        parent = request;
        silent = quiet;
        printed = 0;
    }

    /** A silent cell has ended. */
    synchronized void end() { silent = false; }

    /** Printed text, to {@code stdout} or {@code stderr}. */
    synchronized void print(String stream, String text) {
        if (silent || text.isEmpty() || printed > LONGEST_CELL) {
            return;
        }
        awaitRoom();
        printed += text.length();
        waitingText += text.length();
        append(stream, text);
        if (printed > LONGEST_CELL) {
            append("stderr", "\n[the rest of what this cell prints is dropped: more than 50 million characters]\n");
        }
    }

    /** An interrupt ends the waiting and stays: the cell's next check sees it. */
    private void awaitRoom() {
        try {
            while (waitingText > MOST_WAITING) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("ReferenceEquality")                          // that very message, not one that reads like it
    private void append(String stream, String text) {
        Letter last = waiting.peekLast();
        if (last == null || last.text == null || last.parent != parent || last.text.length() > LONGEST_TEXT
            || !last.content.get("name").getAsString().equals(stream)) {
            JsonObject content = new JsonObject();
            content.addProperty("name", stream);
            last = new Letter(parent, "stream", content, new StringBuilder());
            add(last);
        }
        last.text.append(text);
    }

    /** A display or its update, from the running cell. */
    synchronized void show(String type, JsonObject content) {
        if (!silent) {
            post(parent, type, content);
        }
    }

    /** Any message that belongs to {@code request}. */
    synchronized void post(Envelope request, String type, JsonObject content) {
        urgent = true;
        add(new Letter(request, type, content, null));
    }

    private void add(Letter letter) {
        waiting.addLast(letter);
        posted++;
        notifyAll();
    }

    /** Waits until all that is there now is sent; others may go on to post. Not for the threads of cells. */
    synchronized void flush() {
        long last = posted;
        urgent = true;
        notifyAll();
        try {
            while (sent < last) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAll() {
        try {
            while (true) {
                for (Letter letter : take()) {
                    wire.send(socket, letter.envelope(session));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Letter> take() throws InterruptedException {
        sent = taken;
        notifyAll();
        while (waiting.isEmpty()) {
            wait();
        }
        long end = System.nanoTime() + GATHER_MILLIS * 1_000_000L;
        for (long left = GATHER_MILLIS; !urgent && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        List<Letter> letters = new ArrayList<>(waiting);
        waiting.clear();
        waitingText = 0;
        notifyAll();
        urgent = false;
        taken += letters.size();
        return letters;
    }
}
