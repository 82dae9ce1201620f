package org.glassbox.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ND4J's machine code among the jars of a class path.
 *
 * @param platform such as {@code linux-x86_64}
 * @param isOneDnn whether it is the build with oneDNN, which JavaCPP loads only when told so
 */
record Natives(String platform, boolean isOneDnn) {
    private static final Pattern ND4J = Pattern
        .compile("nd4j-native-\\d.*?-((?:linux|macosx|windows)-(?:x86_64|arm64))(-onednn)?\\.jar");
    private static final Pattern OPENBLAS = Pattern
        .compile("openblas-\\d.*?-((?:linux|macosx|windows)-(?:x86_64|arm64))\\.jar");

    /** The natives of ND4J among these jar names, nothing if there is none. */
    static Optional<Natives> of(List<String> jars) {
        return jars.stream().map(ND4J::matcher).filter(Matcher::matches)
            .map(jar -> new Natives(jar.group(1), jar.group(2) != null)).findFirst();
    }

    /** All classifiers of nd4j-native among these jar names. */
    static Set<String> nd4jClassifiers(List<String> jars) {
        return classifiers(ND4J, jars);
    }

    /** All classifiers of openblas among these jar names. */
    static Set<String> openBlasClassifiers(List<String> jars) {
        return classifiers(OPENBLAS, jars);
    }

    /** JavaCPP's name of the machine with Java's properties {@code os.name} and {@code os.arch}. */
    static String platform(String osName, String osArch) {
        String system = switch (JupyterFolders.Layout.of(osName)) {
            case WINDOWS -> "windows";
            case MACOS -> "macosx";
            case LINUX -> "linux";
        };
        String arch = osArch.toLowerCase(Locale.ROOT);
        return system + "-" + (arch.equals("amd64") ? "x86_64" : arch.equals("aarch64") ? "arm64" : arch);
    }

    private static Set<String> classifiers(Pattern artifact, List<String> jars) {
        Set<String> found = new TreeSet<>();
        for (String jar : jars) {
            Matcher matcher = artifact.matcher(jar);
            if (matcher.matches()) {
                found.add(jar.replaceFirst(".+?-((linux|macosx|windows)-.+)\\.jar", "$1"));
            }
        }
        return found;
    }
}
