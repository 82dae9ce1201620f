package org.glassbox.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.zeromq.ZMQ;

/**
 * The Jupyter protocol as bytes: {@code identities, <IDS|MSG>, signature, header, parent, metadata, content}, signed with
 * HMAC-SHA256 over the last four. One home for the kernel and for the client that asks it.
 *
 * <p>A socket must not be touched by a thread that can be interrupted: an interrupt closes the socket's inner channel.
 *
 * @param key the shared secret of the connection file; empty means unsigned
 */
public record Wire(String key) {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int PARTS = 4;

    /** Sends {@code envelope} in one multi-part message. */
    public void send(ZMQ.Socket socket, Envelope envelope) {
        for (byte[] identity : envelope.identities()) {
            socket.sendMore(identity);
        }
        List<byte[]> parts = List.of(bytes(envelope.header()), bytes(envelope.parent()), bytes(envelope.metadata()),
            bytes(envelope.content()));
        socket.sendMore(DELIMITER);
        socket.sendMore(signature(parts).getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < PARTS; i++) {
            socket.send(parts.get(i), i < PARTS - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** The next message, waited for as long as the socket is set to wait. Raises when it is not signed with our key. */
    public Optional<Envelope> await(ZMQ.Socket socket) {
        return receive(socket, 0);
    }

    /** The next message if one is there already. */
    public Optional<Envelope> poll(ZMQ.Socket socket) {
        return receive(socket, ZMQ.DONTWAIT);
    }

    private Optional<Envelope> receive(ZMQ.Socket socket, int flags) {
        byte[] first = socket.recv(flags);
        if (first == null) {
            return Optional.empty();
        }
        List<byte[]> frames = new ArrayList<>(List.of(first));
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return Optional.of(decode(frames));
    }

    private Envelope decode(List<byte[]> frames) {
        int start = 0;
        while (start < frames.size() && !MessageDigest.isEqual(frames.get(start), DELIMITER)) {
            start++;
        }
        if (frames.size() < start + 2 + PARTS) {
            throw new GlassboxException(Message.of("protocol", "a message has " + frames.size() + " frames, too few"));
        }
        List<byte[]> parts = frames.subList(start + 2, start + 2 + PARTS);
        byte[] signed = frames.get(start + 1);
        if (!MessageDigest.isEqual(signed, signature(parts).getBytes(StandardCharsets.US_ASCII))) {
            throw new GlassboxException(Message.of("protocol", "a message is not signed with this connection's key"));
        }
        return new Envelope(List.copyOf(frames.subList(0, start)), object(parts.get(0)), object(parts.get(1)),
            object(parts.get(2)), object(parts.get(3)));
    }

    private String signature(List<byte[]> parts) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] bytes(JsonObject json) { return json.toString().getBytes(StandardCharsets.UTF_8); }

    private static JsonObject object(byte[] utf8) {
        return JsonParser.parseString(new String(utf8, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
