package org.glassbox.kernel;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * What a cell may name without importing it. Our own types come one by one, because a single-type import shadows the star
 * imports of the user and of this list; they are found where our classes lie, so a new one needs no line here. Each comes
 * when a cell first names it: eighty at once took 0.4 s of the start, and each cell's compilation reads what is imported.
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
    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z]\\w*");
    private static final Pattern BEGUN = Pattern.compile("(?<![\\w.])[A-Z]?\\w*$");

    private final JShell shell;
    private final Map<String, String> waiting = new TreeMap<>();    // simple name → full name
    private final Map<String, Snippet> imported = new HashMap<>();

    /** Imports the stars; our types wait until they are named. */
    Imports(JShell shell) {
        this.shell = shell;
        STARS.forEach(this::bring);
        Stream.concat(types().stream(), Stream.of(FIGURE)).forEach(type -> waiting.put(simple(type), type));
    }

    /** Imports what {@code code} names, if it waits still. */
    void bringNamed(String code) {
        Matcher name = TYPE_NAME.matcher(code);
        while (name.find()) {
            bringWaiting(name.group());
        }
    }

    /** Imports also what the word at the end of {@code code} may become. */
    void bringBegun(String code) {
        bringNamed(code);
        Matcher begun = BEGUN.matcher(code);
        if (begun.find()) {
            waiting.keySet().stream().filter(name -> name.startsWith(begun.group())).toList()
                .forEach(this::bringWaiting);
        }
    }

    /** A cell's own type of that name wins; both together would be ambiguous. */
    void makeWay(String name) {
        waiting.remove(name);
        Snippet ours = imported.remove(name);
        if (ours != null) {
            shell.drop(ours);
        }
    }

    private void bringWaiting(String name) {
        String type = waiting.remove(name);
        if (type != null && isPublic(type)) {
            imported.put(name, bring(type));
        }
    }

    private Snippet bring(String name) { return shell.eval("import " + name + ";").get(0).snippet(); }

    /** Our public top-level types of {@link #PACKAGES}, sorted. */
    static List<String> ourTypes() {
        return types().stream().filter(Imports::isPublic).sorted().toList();
    }

    /** The same with those that are not public: to ask each would load it. */
    private static List<String> types() {
        try {
            Path home = Path.of(Imports.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(home) ? typesInFolder(home) : typesInJar(home);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the place of our classes cannot be read", e);
        }
    }

    private static List<String> typesInFolder(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("org/glassbox"), 2)) {
            return types(files.map(file -> home.relativize(file).toString().replace(File.separatorChar, '/')));
        }
    }

    private static List<String> typesInJar(Path home) throws IOException {
        try (JarFile jar = new JarFile(home.toFile())) {            // names alone: no class has to be read
            return types(jar.stream().map(entry -> entry.getName()));
        }
    }

    private static List<String> types(Stream<String> files) {
        return files.filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
            .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
            .filter(type -> type.contains(".") && PACKAGES.contains(type.substring(0, type.lastIndexOf('.')))).toList();
    }

    private static boolean isPublic(String type) {
        try {
            return Modifier.isPublic(Class.forName(type, false, Imports.class.getClassLoader()).getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;                                           // what cannot be loaded cannot be named
        }
    }

    private static String simple(String type) { return type.substring(type.lastIndexOf('.') + 1); }
}
