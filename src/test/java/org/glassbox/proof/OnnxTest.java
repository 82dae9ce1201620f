package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glassbox.proof.OnnxNode.NotOurs;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * ONNX's published node tests, forward: each operation that we have is run on the inputs of its tests, and must give their
 * outputs. The files come from {@code GLASSBOX_ONNX}, or from {@code .cache/onnx/node}, where {@code ./dev tools} puts them by
 * {@code onnx_nodes.py}. What was run, and what was not and why, is in {@code target/onnx.txt}.
 */
class OnnxTest {
    private static final double CLOSE = 1e-5;
    private static final int LEAST = 300;

    private static Path folder() {
        String given = System.getenv("GLASSBOX_ONNX");
        return given == null ? Path.of(".cache", "onnx", "node") : Path.of(given);
    }

    @Test
    void every_node_test_that_asks_for_what_we_have_passes() throws IOException {
        assumeTrue(Files.isDirectory(folder()), "no node tests in " + folder() + ": ./dev tools brings them");
        List<String> passed = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        int found = 0;
        for (Path test : tests()) {
            found++;
            OnnxNode node = OnnxNode.read(test);
            if (OnnxOperations.ALL.containsKey(node.op())) {
                try {
                    String wrong = run(node);
                    (wrong.isEmpty() ? passed : failed).add(node.op() + " " + node.name() + " " + wrong);
                } catch (NotOurs e) {
                    refused.put(node.op() + " " + node.name(), e.getMessage());
                }
            }
        }
        report(found, passed, failed, refused);
        assertEquals(List.of(), failed);
        assertTrue(passed.size() >= LEAST, passed.size() + " of " + found + " were run");
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders
                .filter(test -> Files.exists(test.resolve("model.onnx")) && !test.toString().contains("_expanded"))
                .sorted().toList();
        }
    }

    /** What is wrong with our outputs; empty if nothing is. */
    private static String run(OnnxNode node) {
        List<Tensor> ours;
        try {
            ours = OnnxOperations.ALL.get(node.op()).apply(node);
        } catch (NotOurs e) {
            throw e;
        } catch (RuntimeException e) {
            return e.toString();
        }
        for (int i = 0; i < Math.min(ours.size(), node.outputs().size()); i++) {
            String wrong = node.outputs().get(i) == null ? ""
                : difference(ours.get(i), OnnxNode.shape(node.outputs().get(i)),
                    OnnxNode.numbers(node.outputs().get(i)));
            if (!wrong.isEmpty()) {
                return "output " + i + ": " + wrong;
            }
        }
        return "";
    }

    private static String difference(Tensor ours, int[] shape, double... expected) {
        if (!Arrays.equals(ours.shape(), shape)) {
            return "shape " + Arrays.toString(ours.shape()) + ", expected " + Arrays.toString(shape);
        }
        double[] numbers = ours.toDoubles();
        for (int i = 0; i < numbers.length; i++) {
            boolean close = Math.abs(numbers[i] - expected[i]) <= CLOSE * Math.max(1, Math.abs(expected[i]));
            if (!close && Double.compare(numbers[i], expected[i]) != 0) {
                return numbers[i] + " at " + i + ", expected " + expected[i];
            }
        }
        return "";
    }

    private static void report(int found, List<String> passed, List<String> failed, Map<String, String> refused)
        throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
            found + " node tests found, " + (passed.size() + failed.size()) + " run, " + passed.size() + " passed; "
                + refused.size() + " ask for what we do not have, "
                + (found - passed.size() - failed.size() - refused.size())
                + " are of other operations than " + OnnxOperations.names());
        System.out.println(lines.get(0));
        failed.forEach(test -> lines.add("FAILED " + test));
        refused.forEach((test, why) -> lines.add("not ours  " + test + ": " + why));
        passed.forEach(test -> lines.add("passed    " + test));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "onnx.txt"), lines);
    }
}
