package org.glassbox.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JupyterLab on a free port of this machine, with folders and settings of its own. */
final class LabServer implements AutoCloseable {
    private static final String TOKEN = "only-for-this-test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final int port;

    private LabServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts Lab on the notebooks in {@code folder} and waits until it answers. */
    static LabServer on(Path folder) throws IOException, InterruptedException {
        Path lab = Machine.jupyter("jupyter-lab");
        Path settings = Machine.scratch("lab settings");
        setting(settings, "notebook-extension/tracker", "{\"windowingMode\": \"none\"}");
        setting(settings, "apputils-extension/notification", "{\"fetchNews\": \"false\", \"checkForUpdates\": false}");
        int port = freePort();
        Path log = Machine.SCREENS.resolve("lab.log");
        Files.createDirectories(log.getParent());
        List<String> command = List.of(lab.toString(), "--no-browser", "--allow-root", "--ip=127.0.0.1",
            "--port=" + port,
            "--ServerApp.port_retries=0", "--IdentityProvider.token=" + TOKEN, "--ServerApp.root_dir=" + folder,
            "--LabApp.expose_app_in_browser=True");
        Map<String, String> environment = Map.of("JUPYTERLAB_SETTINGS_DIR", settings.toString(),
            "JUPYTERLAB_WORKSPACES_DIR",
            Machine.scratch("lab workspaces").toString());
        Process process = Machine.builder(command, environment).redirectOutput(log.toFile()).start();
        LabServer server = new LabServer(process, log, port);
        server.waitUntilReady();
        return server;
    }

    /** Where a browser finds that notebook. */
    String address(String notebook) {
        return "http://127.0.0.1:" + port + "/lab/tree/" + notebook + "?token=" + TOKEN;
    }

    private void waitUntilReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest
            .newBuilder(URI.create("http://127.0.0.1:" + port + "/api/status?token=" + TOKEN)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // it does not listen yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        close();
        throw new IOException("JupyterLab did not start\n" + Files.readString(log));
    }

    private static void setting(Path settings, String plugin, String json) throws IOException {
        Path file = settings.resolve("@jupyterlab").resolve(plugin + ".jupyterlab-settings");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
