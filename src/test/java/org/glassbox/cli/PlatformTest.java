package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Maven put on the class path: this platform's natives, and not 1.4 GB of the others'. */
class PlatformTest {
    private static final List<String> JARS = Arrays
        .stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> new File(entry).getName()).toList();
    private static final String HERE = Natives.platform(System.getProperty("os.name"), System.getProperty("os.arch"));

    @Test
    void there_is_one_build_of_nd4j_and_it_is_for_this_machine() {
        Set<String> found = Natives.nd4jClassifiers(JARS);
        assertTrue(found.equals(Set.of(HERE)) || found.equals(Set.of(HERE + "-onednn")),
            "found " + found + " on " + HERE);
    }

    @Test
    void there_is_one_build_of_openblas_and_it_is_for_this_machine() {
        assertEquals(Set.of(HERE), Natives.openBlasClassifiers(JARS));
    }

    @Test
    void an_x86_machine_gets_the_build_with_onednn() {
        Natives natives = Natives.of(JARS).orElseThrow();
        assertEquals(HERE.endsWith("x86_64"), natives.isOneDnn());
        assertEquals(HERE, natives.platform());
    }
}
