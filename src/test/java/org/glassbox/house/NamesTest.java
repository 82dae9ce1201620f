package org.glassbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A public type shares its name with nothing that a cell sees: star imports would make it ambiguous, and single imports
 * would hide the other.
 */
class NamesTest {
    private static final List<String> JDK = List.of("java/lang", "java/util", "java/util/function", "java/util/stream",
        "java/util/concurrent", "java/io", "java/nio/file", "java/math", "java/time", "java/net");
    private static final List<String> TABLESAW = List.of("tech.tablesaw.api", "tech.tablesaw.plotly",
        "tech.tablesaw.plotly.api", "tech.tablesaw.plotly.components", "tech.tablesaw.plotly.traces");
    /** Names that we share with a reason. */
    private static final Map<String, String> SHARED = Map.of();

    @Test
    void no_two_public_types_have_the_same_name() {
        Map<String, List<String>> byName = ours().stream()
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new,
                Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertTrue(byName.size() >= 40, byName.size() + " public types");
        byName.values().removeIf(types -> types.size() == 1);
        assertEquals(Map.of(), byName);
    }

    @Test
    void no_public_type_has_a_name_of_the_jdk() throws IOException {
        Map<String, String> jdk = jdk();
        assertTrue(jdk.size() >= 300, jdk.size() + " names");
        assertTrue(jdk.containsKey("Module") && jdk.containsKey("Record") && jdk.containsKey("Observer"));
        assertEquals(List.of(), collisions(jdk));
    }

    @Test
    void no_public_type_has_a_name_of_tablesaw() {
        Map<String, String> tablesaw = tablesaw();
        assertTrue(tablesaw.size() >= 70, tablesaw.size() + " names");
        assertTrue(tablesaw.containsKey("Trace") && tablesaw.containsKey("Table"));
        assertEquals(List.of(), collisions(tablesaw));
    }

    private static List<String> collisions(Map<String, String> taken) {
        return ours().stream().filter(type -> taken.containsKey(type.getSimpleName()))
            .filter(type -> !SHARED.containsKey(type.getSimpleName()))
            .map(type -> type.getName() + " and " + taken.get(type.getSimpleName())).sorted().toList();
    }

    private static List<JavaClass> ours() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.glassbox").stream()
            .filter(NamesTest::isSeen).toList();
    }

    private static Map<String, String> tablesaw() {
        Map<String, String> names = new TreeMap<>();
        new ClassFileImporter().importPackages(TABLESAW).stream().filter(NamesTest::isSeen)
            .filter(type -> TABLESAW.contains(type.getPackageName()))
            .forEach(type -> names.put(type.getSimpleName(), type.getName()));
        return names;
    }

    private static Map<String, String> jdk() throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (String folder : JDK) {
            Path classes = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base", folder);
            try (Stream<Path> files = Files.list(classes)) {
                files.map(file -> file.getFileName().toString()).filter(file -> file.matches("\\w+\\.class"))
                    .map(file -> file.replace(".class", ""))
                    .forEach(name -> names.put(name, folder.replace('/', '.') + "." + name));
            }
        }
        return names;
    }

    private static boolean isSeen(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)
            && !type.getSimpleName().equals("package-info");
    }
}
