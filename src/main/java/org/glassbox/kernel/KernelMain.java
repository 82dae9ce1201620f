package org.glassbox.kernel;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import org.glassbox.notebook.Screen;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Starts the kernel: {@code KernelMain CONNECTION_FILE}. */
public final class KernelMain {
    /** Where the kernel itself complains: what the cells print goes to the notebook. */
    static final PrintStream TERMINAL = System.err;

    private static final int EXIT_PATIENCE_MILLIS = 3000;

    private final String session = UUID.randomUUID().toString();
    private final ZContext context = new ZContext();
    private final ConnectionFile connection;
    private final Wire wire;

    private KernelMain(ConnectionFile connection) {
        this.connection = connection;
        wire = new Wire(connection.key());
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            TERMINAL.println(
                "usage: java -cp … " + KernelMain.class.getName() + " CONNECTION_FILE (Jupyter writes that file)");
            System.exit(2);
        }
        exitWithParent();
        new KernelMain(ConnectionFile.read(Path.of(arguments[0]))).start();
    }

    /** Jupyter names its own process; without it nobody would end this one. */
    @SuppressWarnings("FutureReturnValueIgnored")                   // nobody is left to hear of a failure
    private static void exitWithParent() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.matches("\\d{1,18}") && !parent.equals("1")) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresent(process -> process.onExit().thenRun(KernelMain::exit));
        }
    }

    private void start() {
        Outbox outbox = new Outbox(bind(SocketType.PUB, connection.iopub()), wire, session);
        ZMQ.Socket shell = bind(SocketType.ROUTER, connection.shell());
        ZMQ.Socket control = bind(SocketType.ROUTER, connection.control());
        ZMQ.Socket heartbeat = bind(SocketType.REP, connection.heartbeat());
        System.setOut(CellStream.of(outbox, "stdout"));
        System.setErr(CellStream.of(outbox, "stderr"));
        Screen.use(new KernelScreen(outbox));
        Inputs inputs = new Inputs(bind(SocketType.ROUTER, connection.stdin()), wire, session);
        System.setIn(inputs);
        Requests requests = new Requests(outbox, inputs);
        daemon("glassbox-control", new Channel(control, wire, session, outbox, requests));
        daemon("glassbox-heartbeat", () -> echo(heartbeat));
        new Channel(shell, wire, session, outbox, requests).run();
    }

    private ZMQ.Socket bind(SocketType type, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setHWM(0);   // nothing is dropped on our side
        socket.setLinger(1000);
        try {
            socket.bind(connection.address(port));
        } catch (ZMQException e) {
            TERMINAL.println("glassbox: port " + port + " is taken: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
        return socket;
    }

    private static void echo(ZMQ.Socket heartbeat) {
        while (true) {
            heartbeat.send(heartbeat.recv());
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the process; by force when something that a cell started holds it up. */
    static void exit() {
        daemon("glassbox-exit", () -> System.exit(0));
        daemon("glassbox-halt", () -> {
            try {
                Thread.sleep(EXIT_PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                // then at once
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
