package org.glassbox.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A home of data on this machine: it gives ranges, and breaks connections when it is told to. */
final class DataServer implements AutoCloseable {
    final Map<String, byte[]> files = new HashMap<>();
    /** Path and range of each request. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    boolean ranges = true;
    /** The length that the next answer claims to have; 0: the true one. */
    long claimed;

    private final Deque<Integer> breaks = new ArrayDeque<>();
    private final HttpServer server;

    DataServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String home() { return "http://localhost:" + server.getAddress().getPort() + "/"; }

    /** The next answers end after so many bytes. */
    void breakAfter(Integer... bytes) { breaks.addAll(List.of(bytes)); }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(exchange.getRequestURI() + " " + (range == null ? "" : range));
        byte[] file = files.get(exchange.getRequestURI().toString());
        int from = ranges && range != null ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        if (file == null || from >= file.length) {
            exchange.sendResponseHeaders(file == null ? 404 : 416, -1);
        } else {
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, claimed > 0 ? claimed : file.length - from);
            int length = breaks.isEmpty() ? file.length - from : breaks.pop();
            exchange.getResponseBody().write(file, from, length);
            exchange.getResponseBody().flush();
        }
        exchange.close();       // before all is sent: the connection breaks
    }

    @Override
    public void close() { server.stop(0); }
}
