package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.glassbox.run.KernelClient;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** ND4J's machine code is unpacked once a user: the kernel and a user's own program use the very same files. */
class UnpackedIT {
    /** Prints where the natives of a product came from, a line each. */
    static final class Product {
        public static void main(String[] words) {
            Tensor.of(new double[300][200]).matmul(Tensor.of(new double[200][100]));
            System.out.println(loaded());
        }
    }

    static String loaded() {
        return Loader.getLoadedLibraries().values().stream().sorted().collect(Collectors.joining("\n"));
    }

    @Test
    void kernel_and_plain_program_share_the_unpacked_natives_and_a_second_start_leaves_them_alone() throws IOException {
        String kernel = ofKernel();
        Map<String, FileTime> first = times(kernel);
        assertTrue(first.size() >= 3, kernel);
        assertEquals(kernel, ofProgram());
        assertEquals(first, times(ofKernel()));
    }

    private static String ofKernel() throws IOException {
        try (KernelClient kernel = KernelClient.start(Machine.kernel())) {
            String cell = "Tensor.of(new double[300][200]).matmul(Tensor.of(new double[200][100]));\n"
                + "org.bytedeco.javacpp.Loader.getLoadedLibraries().values().stream().sorted()"
                + ".collect(Collectors.joining(\"|\"))";
            return kernel.execute(cell).result("text/plain").orElseThrow().replace("\"", "").replace('|', '\n');
        }
    }

    private static String ofProgram() throws IOException {
        return Machine.program(Product.class).orFail().output().strip();
    }

    private static Map<String, FileTime> times(String files) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (String file : files.split("\n")) {
            times.put(file, Files.getLastModifiedTime(Path.of(file)));
        }
        return times;
    }
}
