package org.glassbox.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;
import org.glassbox.Message;
import org.glassbox.Numbers;

/**
 * One address → one file, from where the file ends. What goes wrong on the way is an {@link IOException}, for another try
 * or another home; what goes wrong here, a full disk or a stop by the user, is a {@link DataException}.
 */
record Transfer(String who, String address, Path part, long bytes, Consumer<String> news) {
    static final String ELSEWHERE = "make room or take another folder: let the environment variable GLASSBOX_DATA name it";
    private static final int CONNECT = 10_000;          // milliseconds
    private static final int SILENCE = 30_000;          // milliseconds without a byte
    private static final long BETWEEN_NEWS = 2_000_000_000L;
    private static final int CHUNK = 1 << 16;
    private static final int WHOLE = 200;
    private static final int REST = 206;
    private static final int NO_REST = 416;
    private static final double MEGA = 1e6;

    /** Appends what is missing after {@code have} bytes; writes all anew if the server does not give parts. */
    void run(long have) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(CONNECT);
        connection.setReadTimeout(SILENCE);
        if (have > 0) {
            connection.setRequestProperty("Range", "bytes=" + have + "-");
        }
        try {
            int status = connection.getResponseCode();
            if (status == NO_REST) {
                return;                                 // there is nothing after it: its checksum decides
            }
            if (status != WHOLE && status != REST) {
                throw new IOException("answers " + status);
            }
            long from = status == REST ? have : 0;
            requireSize(from + connection.getContentLengthLong(), connection.getContentLengthLong());
            requireRoom(bytes - from);
            news.accept(who + ": " + (from > 0 ? "going on with " : "downloading ") + part.getFileName().toString()
                .replace(".part", "") + ", " + mega(bytes) + " MB from " + URI.create(address).getHost());
            copy(connection.getInputStream(), from);
        } finally {
            connection.disconnect();
        }
    }

    private void copy(InputStream from, long start) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long next = System.nanoTime() + BETWEEN_NEWS;
        long now = start;
        try (OutputStream to = open(start > 0)) {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                write(to, chunk, read);
                now += read;
                if (now > bytes) {
                    throw new IOException("sends more than was published");
                }
                stopIfAsked(now);
                if (System.nanoTime() > next) {
                    next = System.nanoTime() + BETWEEN_NEWS;
                    news.accept(who + ": " + progress(now));
                }
            }
        }
        if (now < bytes) {
            throw new IOException("broke off");
        }
    }

    private OutputStream open(boolean append) {
        try {
            return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException impossible) {
            throw refused(impossible);
        }
    }

    private void write(OutputStream to, byte[] chunk, int count) {
        try {
            to.write(chunk, 0, count);
        } catch (IOException full) {
            throw refused(full);
        }
    }

    private DataException refused(IOException reason) {
        return new DataException(Message.of(who, "the download cannot be written").with("file", part)
            .with("reason", reason.getMessage()).help(ELSEWHERE));
    }

    private void stopIfAsked(long now) {
        if (Thread.interrupted()) {
            throw new DataException(Message.of(who, "stopped by you at " + progress(now)).with("file", part)
                .help("run the cell again: it goes on from there"));
        }
    }

    /** A page that asks for a password, a file of another time: better seen before than after the download. */
    private void requireSize(long whole, long sent) throws IOException {
        if (sent >= 0 && whole != bytes) {
            throw new IOException("sends " + Numbers.of(sent, "byte", "bytes") + ", the whole file would have "
                + Numbers.count(whole) + " instead of " + Numbers.count(bytes));
        }
    }

    private void requireRoom(long needed) {
        long room = part.getParent().toFile().getUsableSpace();
        if (room > 0 && room < needed) {                // 0 is also said where it is not known: then writing will show
            throw new DataException(Message.of(who, mega(needed) + " MB are needed, " + mega(room) + " MB are free")
                .with("folder", part.getParent()).help(ELSEWHERE));
        }
    }

    /** What an exception of the network means. */
    static String words(IOException reason) {
        return reason instanceof UnknownHostException ? "not found, is there a network?"
            : reason instanceof ConnectException ? "does not take the connection"
                : reason instanceof SocketTimeoutException ? "does not answer"
                    : reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    }

    private String progress(long now) { return mega(now) + " of " + mega(bytes) + " MB"; }

    private static String mega(long bytes) {
        return String.format(Locale.ROOT, bytes < MEGA / 10 ? "%.2f" : "%.1f", bytes / MEGA);
    }
}
