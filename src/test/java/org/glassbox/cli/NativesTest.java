package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativesTest {
    @Test
    void the_build_with_onednn_is_told_from_the_plain_one() {
        assertEquals(Optional.of(new Natives("linux-x86_64", true)),
            Natives.of(
                List.of("gson.jar", "nd4j-native-1.0.0-M2.1.jar", "nd4j-native-1.0.0-M2.1-linux-x86_64-onednn.jar")));
        assertEquals(Optional.of(new Natives("macosx-arm64", false)),
            Natives.of(List.of("nd4j-native-1.0.0-M2.1-macosx-arm64.jar")));
    }

    @Test
    void the_presets_of_nd4j_are_not_its_natives() {
        assertEquals(Optional.empty(), Natives.of(List.of("nd4j-native-preset-1.0.0-M2.1-linux-x86_64.jar")));
    }

    @Test
    void platforms_have_the_names_of_javacpp() {
        assertEquals("linux-x86_64", Natives.platform("Linux", "amd64"));
        assertEquals("linux-arm64", Natives.platform("Linux", "aarch64"));
        assertEquals("macosx-x86_64", Natives.platform("Mac OS X", "x86_64"));
        assertEquals("macosx-arm64", Natives.platform("Mac OS X", "aarch64"));
        assertEquals("windows-x86_64", Natives.platform("Windows 11", "amd64"));
        assertEquals("linux-riscv64", Natives.platform("Linux", "riscv64"));
    }
}
