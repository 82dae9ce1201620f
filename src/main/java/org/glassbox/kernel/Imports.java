package org.glassbox.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What a cell may name without importing it. Our own types come one by one, because a single-type import shadows the star
 * imports of the user and of this list; they are found where our classes lie, so a new one needs no line here.
 */
final class Imports {
    /** Our packages for cells. {@code array}, {@code kernel}, {@code run} and {@code cli} are not for them. */
    static final List<String> PACKAGES = Stream
        .of("", ".tensor", ".nn", ".optim", ".data", ".train", ".inspect", ".plot",
            ".notebook")
        .map("org.glassbox"::concat).toList();

    private static final List<String> STARS = List.of("tech.tablesaw.api.*", "tech.tablesaw.plotly.api.*",
        "java.util.*",
        "java.util.function.*", "java.util.stream.*", "java.nio.file.*", "java.io.*");
    private static final String FIGURE = "tech.tablesaw.plotly.components.Figure";

    private Imports() {}

    /** The names to import, single types and {@code package.*}. */
    static List<String> names() {
        return Stream.concat(Stream.concat(ourTypes().stream(), Stream.of(FIGURE)), STARS.stream()).toList();
    }

    /** Our public top-level types of {@link #PACKAGES}, sorted. */
    static List<String> ourTypes() {
        try {
            Path home = Path.of(Imports.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(home)) {
                return typesUnder(home);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + home.toUri()), Map.of())) {
                return typesUnder(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the place of our classes cannot be read", e);
        }
    }

    private static List<String> typesUnder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("org/glassbox"), 2)) {
            return files.map(file -> root.relativize(file)).filter(Imports::isForCells)
                .filter(file -> isPublic(root.resolve(file))).map(Imports::typeName).sorted().toList();
        }
    }

    private static boolean isForCells(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class") && !name.contains("$") && !name.contains("-")
            && PACKAGES.contains(dotted(file.getParent().toString()));
    }

    private static boolean isPublic(Path file) {
        try (InputStream bytecode = Files.newInputStream(file)) {
            return (new ClassReader(bytecode).getAccess() & Opcodes.ACC_PUBLIC) != 0;
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static String typeName(Path file) {
        String name = file.toString();
        return dotted(name.substring(0, name.length() - ".class".length()));
    }

    private static String dotted(String path) { return path.replace('\\', '.').replace('/', '.'); }
}
