package org.glassbox.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * IDX, the format of MNIST: a header, then a byte a number. Bytes go straight into the floats that stay, so a set is never
 * in memory twice; the header is not read, as the checksum holds for it, too.
 */
final class Idx {
    private static final int CHUNK = 1 << 16;
    private static final int BYTES = 256;

    private Idx() {}

    /**
     * Fills {@code parts} one after the other with the bytes behind the header, each divided.
     *
     * @throws IOException if the file is broken, shorter or not the one published; its message says how
     */
    static void fill(Path path, PublishedFile file, int header, float divisor, float[]... parts) throws IOException {
        MessageDigest sum = digest(file.algorithm());
        try (InputStream raw = Files.newInputStream(path);
            InputStream content = new DigestInputStream(
                path.toString().endsWith(".gz") ? new GZIPInputStream(raw, CHUNK) : raw, sum)) {
            content.readNBytes(header);                 // not skipped: the sum is over what is read
            for (float[] part : parts) {
                fill(content, divisor, part);
            }
            content.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException early) {
            throw new IOException("it ends too early", early);
        }
        requireSum(file, hex(sum));
    }

    private static void fill(InputStream content, float divisor, float[] part) throws IOException {
        float[] quotients = new float[BYTES];
        for (int value = 0; value < BYTES; value++) {
            quotients[value] = value / divisor;
        }
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < part.length;) {
            int read = content.read(chunk, 0, Math.min(CHUNK, part.length - from));
            if (read < 0) {
                throw new EOFException();
            }
            for (int i = 0; i < read; i++) {
                part[from + i] = quotients[chunk[i] & 0xff];
            }
            from += read;
        }
    }

    private static void requireSum(PublishedFile file, String got) throws IOException {
        if (!got.equals(file.content())) {
            throw new IOException(
                "its content has " + file.algorithm() + " " + got + ", published is " + file.content());
        }
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);    // every JDK has SHA-256 and MD5
        }
    }

    static String hex(MessageDigest digest) { return HexFormat.of().formatHex(digest.digest()); }
}
