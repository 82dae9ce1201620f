package org.glassbox.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where Jupyter keeps its data and looks for kernels; follows {@code jupyter_core.paths} 5.9.
 *
 * @param system which of the three layouts
 * @param environment the variables that Jupyter reads
 * @param home the user's folder
 */
public record JupyterFolders(Layout system, Map<String, String> environment, Path home) {
    /** One layout an operating system. */
    public enum Layout {
        LINUX, MACOS, WINDOWS;

        /** The layout for Java's property {@code os.name}. */
        static Layout of(String osName) {
            String name = osName.toLowerCase(Locale.ROOT);
            return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
        }
    }

    private static final Set<String> NO = Set.of("no", "n", "false", "off", "0", "0.0");

    public JupyterFolders {
        environment = Map.copyOf(environment);
    }

    /** The folders of the machine and user that run this program. */
    public static JupyterFolders ofThisMachine() {
        return of(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** The folders for {@code osName}; Python's home is HOME or USERPROFILE, Java's {@code javaHome} only where they are not set. */
    static JupyterFolders of(String osName, Map<String, String> environment, Path javaHome) {
        Layout system = Layout.of(osName);
        String home = environment.getOrDefault(system == Layout.WINDOWS ? "USERPROFILE" : "HOME", "");
        return new JupyterFolders(system, environment, home.isEmpty() ? javaHome : Path.of(home));
    }

    /** The user's data folder; its {@code kernels} is where a kernel for this user belongs. */
    public Path user() {
        if (isSet("JUPYTER_DATA_DIR")) {
            return Path.of(environment.get("JUPYTER_DATA_DIR"));
        }
        return switch (system) {
            case MACOS -> home.resolve("Library").resolve(isPlatformDirs() ? "Application Support/Jupyter" : "Jupyter");
            case WINDOWS -> windowsUser();
            case LINUX -> folder("XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("jupyter");
        };
    }

    /** All data folders in which this machine's Jupyter would look, the first that has a kernel of a name wins. */
    public List<Path> search() {
        Set<Path> folders = new LinkedHashSet<>();
        for (String folder : environment.getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator)) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        folders.add(user());
        addSystem(folders);
        return List.copyOf(folders);
    }

    private void addSystem(Set<Path> folders) {
        for (String prefix : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            if (isSet(prefix)) {
                folders.add(share(Path.of(environment.get(prefix))));
            }
        }
        if (system != Layout.WINDOWS) {
            folders.add(Path.of("/usr/local/share/jupyter"));
            folders.add(Path.of("/usr/share/jupyter"));
        } else if (isSet("PROGRAMDATA") && isOn("JUPYTER_USE_PROGRAMDATA")) {
            folders.add(Path.of(environment.get("PROGRAMDATA")).resolve("jupyter"));
        }
    }

    /** The folder of the kernel {@code name}, where Jupyter would find it. */
    public Optional<Path> kernel(String name) {
        return search().stream().map(data -> data.resolve("kernels").resolve(name))
            .filter(folder -> Files.exists(folder.resolve("kernel.json"))).findFirst();
    }

    /** The data folder of a Python environment, {@code prefix/share/jupyter}. */
    public static Path share(Path prefix) {
        return prefix.resolve("share").resolve("jupyter");
    }

    private Path windowsUser() {
        if (isPlatformDirs()) {
            return folder("LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("Jupyter");
        }
        return isSet("APPDATA") ? Path.of(environment.get("APPDATA")).resolve("jupyter")
            : folder("JUPYTER_CONFIG_DIR", home.resolve(".jupyter")).resolve("data");
    }

    private Path folder(String variable, Path otherwise) {
        return isSet(variable) ? Path.of(environment.get(variable)) : otherwise;
    }

    private boolean isPlatformDirs() { return isOn("JUPYTER_PLATFORM_DIRS"); }

    private boolean isOn(String variable) {
        return environment.containsKey(variable)
            && !NO.contains(environment.get(variable).toLowerCase(Locale.ROOT));
    }

    private boolean isSet(String variable) { return !environment.getOrDefault(variable, "").isEmpty(); }
}
