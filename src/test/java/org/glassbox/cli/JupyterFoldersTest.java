package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JupyterFoldersTest {
    private static final Path JAVA_HOME = Path.of("/home/by/java");

    @Test
    void on_linux_it_is_the_share_folder_of_home() {
        assertEquals(Path.of("/home/ada/.local/share/jupyter"), user("Linux", Map.of("HOME", "/home/ada")));
    }

    @Test
    void on_linux_xdg_moves_it() {
        assertEquals(Path.of("/data/jupyter"), user("Linux", Map.of("HOME", "/home/ada", "XDG_DATA_HOME", "/data")));
    }

    @Test
    void on_macos_it_is_in_the_library() {
        Map<String, String> home = Map.of("HOME", "/Users/ada");
        assertEquals(Path.of("/Users/ada/Library/Jupyter"), user("Mac OS X", home));
    }

    @Test
    void on_macos_xdg_is_not_read() {
        Map<String, String> environment = Map.of("HOME", "/Users/ada", "XDG_DATA_HOME", "/data");
        assertEquals(Path.of("/Users/ada/Library/Jupyter"), user("Mac OS X", environment));
    }

    @Test
    void on_windows_it_is_in_the_roaming_profile() {
        Map<String, String> environment = Map.of("USERPROFILE", "C:/Users/ada", "APPDATA",
            "C:/Users/ada/AppData/Roaming");
        assertEquals(Path.of("C:/Users/ada/AppData/Roaming/jupyter"), user("Windows 11", environment));
    }

    @Test
    void on_windows_without_a_roaming_profile_it_is_in_the_home() {
        assertEquals(Path.of("C:/Users/ada/.jupyter/data"), user("Windows 11", Map.of("USERPROFILE", "C:/Users/ada")));
    }

    @Test
    void platform_folders_move_it_on_macos_and_windows() {
        Map<String, String> mac = Map.of("HOME", "/Users/ada", "JUPYTER_PLATFORM_DIRS", "1");
        assertEquals(Path.of("/Users/ada/Library/Application Support/Jupyter"), user("Mac OS X", mac));
        Map<String, String> windows = Map.of("LOCALAPPDATA", "C:/L", "APPDATA", "C:/R", "JUPYTER_PLATFORM_DIRS",
            "true");
        assertEquals(Path.of("C:/L/Jupyter"), user("Windows 11", windows));
        Map<String, String> off = Map.of("HOME", "/Users/ada", "JUPYTER_PLATFORM_DIRS", "0");
        assertEquals(Path.of("/Users/ada/Library/Jupyter"), user("Mac OS X", off));
    }

    @Test
    void the_variable_of_jupyter_wins_everywhere() {
        for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
            Map<String, String> environment = Map.of("JUPYTER_DATA_DIR", "/there", "HOME", "/h", "APPDATA", "/a",
                "XDG_DATA_HOME", "/x");
            assertEquals(Path.of("/there"), user(system, environment), system);
        }
    }

    @Test
    void without_a_home_variable_java_knows_the_home() {
        assertEquals(JAVA_HOME.resolve(".local/share/jupyter"), user("Linux", Map.of()));
    }

    @Test
    void an_empty_variable_is_no_variable() {
        Map<String, String> environment = Map.of("HOME", "/home/ada", "JUPYTER_DATA_DIR", "", "XDG_DATA_HOME", "");
        assertEquals(Path.of("/home/ada/.local/share/jupyter"), user("Linux", environment));
    }

    @Test
    void the_search_goes_from_the_path_to_the_user_to_the_system() {
        Map<String, String> environment = Map.of("HOME", "/home/ada", "VIRTUAL_ENV", "/venv", "JUPYTER_PATH",
            "/first" + File.pathSeparator + "/second");
        List<Path> expected = paths("/first", "/second", "/home/ada/.local/share/jupyter", "/venv/share/jupyter",
            "/usr/local/share/jupyter", "/usr/share/jupyter");
        assertEquals(expected, JupyterFolders.of("Linux", environment, JAVA_HOME).search());
    }

    @Test
    void program_data_is_searched_only_where_windows_is_told_so() {
        Map<String, String> off = Map.of("APPDATA", "C:/R", "PROGRAMDATA", "C:/P");
        assertEquals(paths("C:/R/jupyter"), JupyterFolders.of("Windows 11", off, JAVA_HOME).search());
        Map<String, String> on = Map.of("APPDATA", "C:/R", "PROGRAMDATA", "C:/P", "JUPYTER_USE_PROGRAMDATA", "1");
        assertEquals(paths("C:/R/jupyter", "C:/P/jupyter"), JupyterFolders.of("Windows 11", on, JAVA_HOME).search());
    }

    @Test
    void a_kernel_is_found_by_its_file(@TempDir Path data) throws IOException {
        JupyterFolders jupyter = JupyterFolders.of("Linux", Map.of("JUPYTER_DATA_DIR", data.toString()), JAVA_HOME);
        Path folder = Files.createDirectories(data.resolve("kernels/glassbox"));
        assertTrue(jupyter.kernel("glassbox").isEmpty());
        Files.createFile(folder.resolve("kernel.json"));
        assertEquals(Optional.of(folder), jupyter.kernel("glassbox"));
    }

    private static Path user(String system, Map<String, String> environment) {
        return JupyterFolders.of(system, environment, JAVA_HOME).user();
    }

    private static List<Path> paths(String... paths) { return Stream.of(paths).map(Path::of).toList(); }
}
