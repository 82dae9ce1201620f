package org.glassbox.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jars of a class path as one folder whose name is a hash of their content, so that the same jars have the same name
 * and a folder that is there is complete. A class folder on the class path becomes a jar.
 */
final class JarFolder {
    static final String PREFIX = "jars-";
    private static final int HASH_LETTERS = 16;
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);       // any, but always the same

    private final Map<String, Source> jars;

    /** Where a jar's bytes come from. */
    private interface Source {
        long size() throws IOException;

        void copyTo(OutputStream out) throws IOException;
    }

    private JarFolder(Map<String, Source> jars) { this.jars = jars; }

    /** The jars of {@code classPath}: jar files as they are, folders packed; what is not there is left out, as Java does. */
    static JarFolder of(List<Path> classPath) {
        Map<String, Source> jars = new LinkedHashMap<>();
        for (Path entry : classPath) {
            if (Files.isDirectory(entry)) {
                jars.put(free("glassbox.jar", jars), packed(entry));
            } else if (Files.isRegularFile(entry)) {
                jars.put(free(entry.getFileName().toString(), jars), file(entry));
            }
        }
        return new JarFolder(jars);
    }

    List<String> names() { return List.copyOf(jars.keySet()); }

    /** Bytes of all jars. */
    long size() throws IOException {
        long size = 0;
        for (Source jar : jars.values()) {
            size += jar.size();
        }
        return size;
    }

    /** The name of the folder, {@code jars-} and the first letters of the SHA-256 of names and contents. */
    String name() throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Map.Entry<String, Source> jar : jars.entrySet()) {
                out.write((jar.getKey() + '\0' + jar.getValue().size() + '\0').getBytes(StandardCharsets.UTF_8));
                jar.getValue().copyTo(out);
            }
        }
        return PREFIX + HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LETTERS);
    }

    /** Whether {@code folder} holds all these jars at their full size. */
    boolean isIn(Path folder) throws IOException {
        for (Map.Entry<String, Source> jar : jars.entrySet()) {
            Path file = folder.resolve(jar.getKey());
            if (!Files.isRegularFile(file) || Files.size(file) != jar.getValue().size()) {
                return false;
            }
        }
        return true;
    }

    /** Copies the jars to {@code folder}, which appears whole or not at all. */
    void copyTo(Path folder) throws IOException {
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(part);
        Folders.delete(folder);
        Files.createDirectories(part);
        try {
            for (Map.Entry<String, Source> jar : jars.entrySet()) {
                try (OutputStream out = Files.newOutputStream(part.resolve(jar.getKey()))) {
                    jar.getValue().copyTo(out);
                }
            }
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(part);
        }
    }

    /** Two artefacts may have a file of the same name: the second gets a number in front. */
    private static String free(String name, Map<String, Source> taken) {
        String free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = i + "-" + name;
        }
        return free;
    }

    private static Source file(Path jar) {
        return new Source() {
            @Override
            public long size() throws IOException { return Files.size(jar); }

            @Override
            public void copyTo(OutputStream out) throws IOException { Files.copy(jar, out); }
        };
    }

    private static Source packed(Path classes) {
        byte[] bytes = pack(classes);
        return new Source() {
            @Override
            public long size() { return bytes.length; }

            @Override
            public void copyTo(OutputStream out) throws IOException { out.write(bytes); }
        };
    }

    /** Packs a class folder; sorted and without dates, so that the same classes give the same bytes. */
    private static byte[] pack(Path classes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes); Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
                entry.setTimeLocal(DATE);
                zip.putNextEntry(entry);
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
