package org.glassbox.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportsTest {
    @Test
    void every_public_type_of_the_packages_for_cells_is_imported_by_its_name() throws IOException {
        Path sources = Path.of("src/main/java");
        List<String> expected;
        try (Stream<Path> files = Files.walk(sources)) {
            expected = files.filter(file -> file.toString().endsWith(".java")).filter(ImportsTest::isPublic)
                .map(file -> sources.relativize(file).toString().replace(".java", "").replace('/', '.').replace('\\',
                    '.'))
                .filter(type -> Imports.PACKAGES.contains(type.substring(0, type.lastIndexOf('.')))).sorted().toList();
        }
        assertEquals(expected, Imports.ourTypes());
        assertTrue(expected.size() > 20, expected.toString());
    }

    private static boolean isPublic(Path file) {
        try {
            String name = file.getFileName().toString().replace(".java", "");
            return Files.readString(file).matches(
                "(?s).*\\npublic (?:(?:abstract|final|sealed|non-sealed) )*(?:class|record|interface|enum|@interface) "
                    + name + "\\b.*");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void packages_that_are_not_for_cells_are_left_out() {
        assertTrue(
            Imports.ourTypes().stream()
                .noneMatch(name -> name.matches("org\\.glassbox\\.(array|kernel|run|cli)\\..*")));
        assertTrue(Imports.ourTypes().contains("org.glassbox.Seed"));
    }

    @Test
    void none_of_our_names_is_a_name_of_java_lang() {
        for (String type : Imports.ourTypes()) {
            String name = type.substring(type.lastIndexOf('.') + 1);
            assertTrue(Object.class.getResource("/java/lang/" + name + ".class") == null, type);
        }
    }
}
