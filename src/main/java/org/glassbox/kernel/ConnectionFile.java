package org.glassbox.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where a kernel and its client meet: five ports and a key, written by the client and read by the kernel.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param ip the address to bind to
 * @param key the secret with which messages are signed
 */
public record ConnectionFile(String transport, String ip, int shell, int control, int iopub, int stdin, int heartbeat,
    String key) {
    /** Free ports of this machine, and a new key. */
    public static ConnectionFile free() throws IOException {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                taken.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] port = taken.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            String key = UUID.randomUUID().toString();
            return new ConnectionFile("tcp", "127.0.0.1", port[0], port[1], port[2], port[3], port[4], key);
        } finally {
            for (ServerSocket socket : taken) {
                socket.close();
            }
        }
    }

    /** Reads what a client wrote. */
    public static ConnectionFile read(Path file) throws IOException {
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        return new ConnectionFile(json.get("transport").getAsString(), json.get("ip").getAsString(),
            port(json, "shell"),
            port(json, "control"), port(json, "iopub"), port(json, "stdin"), port(json, "hb"),
            json.has("key") ? json.get("key").getAsString() : "");
    }

    private static int port(JsonObject json, String name) { return json.get(name + "_port").getAsInt(); }

    /** Writes it to {@code file}, readable by its owner alone where the file system knows owners. */
    public void write(Path file) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("transport", transport);
        json.addProperty("ip", ip);
        json.addProperty("shell_port", shell);
        json.addProperty("control_port", control);
        json.addProperty("iopub_port", iopub);
        json.addProperty("stdin_port", stdin);
        json.addProperty("hb_port", heartbeat);
        json.addProperty("key", key);
        json.addProperty("signature_scheme", "hmac-sha256");
        json.addProperty("kernel_name", "glassbox");
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, json.toString());
    }

    /** The address of one of the ports. */
    public String address(int port) {
        return transport + "://" + ip + (transport.equals("ipc") ? "-" : ":") + port;
    }
}
