package org.glassbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/**
 * An installed Java: where it is, how new, and whether it can compile.
 *
 * @param home its folder
 * @param feature its version, 17 or 25
 * @param hasCompiler whether it is a JDK and no bare run-time
 */
record JavaHome(Path home, int feature, boolean hasCompiler) {
    static final int OLDEST = 17;
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");

    /** The Java that runs this program. */
    static JavaHome running() {
        return new JavaHome(Path.of(System.getProperty("java.home")), Runtime.version().feature(),
            ModuleLayer.boot().findModule("jdk.compiler").isPresent());
    }

    /** The Java in {@code home}, as its file {@code release} describes it. */
    static JavaHome of(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            if (version.find()) {
                return new JavaHome(home.toAbsolutePath(), Integer.parseInt(version.group(1)),
                    Files.exists(home.resolve("lib").resolve("ct.sym")));
            }
        } catch (IOException e) {
            // said below: a folder without a readable file «release» is no Java
        }
        throw new GlassboxException(Message.of("install", "there is no Java in " + home)
            .help("give the folder that holds bin/java and the file release, as in --java /usr/lib/jvm/java-17"));
    }

    /** This Java, if the kernel can run on it. */
    JavaHome required() {
        if (feature < OLDEST) {
            throw new GlassboxException(
                Message.of("install", "Glassbox needs a JDK 17 or newer, and this is Java " + feature)
                    .with("java", home).help("install a newer JDK and set JAVA_HOME to its folder"));
        }
        if (!hasCompiler) {
            throw new GlassboxException(
                Message.of("install", "Glassbox needs a whole JDK, and this Java has no compiler for the cells")
                    .with("java", home).help("install a JDK 17 or newer and set JAVA_HOME to its folder"));
        }
        return this;
    }

    /** The program {@code java}. */
    Path executable() {
        Path bin = home.resolve("bin");
        return Files.exists(bin.resolve("java.exe")) ? bin.resolve("java.exe") : bin.resolve("java");
    }

    /** What the kernel's JVM is told, given the natives that it loads. */
    List<String> options(Natives natives) {
        List<String> options = new ArrayList<>();
        if (natives.isOneDnn()) {
            options.add("-Dorg.bytedeco.javacpp.platform.extension=-onednn");
        }
        if (feature < 18) {
            options.add("-Dfile.encoding=UTF-8");                   // the default from 18 on
        }
        if (feature >= 23) {                                        // both only warn; 17 does not know the second
            options.add("--enable-native-access=ALL-UNNAMED");
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }
}
