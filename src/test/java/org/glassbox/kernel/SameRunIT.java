package org.glassbox.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.glassbox.run.KernelClient;
import org.glassbox.run.NotebookJson;
import org.glassbox.run.Reply;
import org.junit.jupiter.api.Test;

/** Restart and run all: the first notebook learns the same, to the last bit. */
class SameRunIT {
    private static final Path QUICKSTART = Path.of("notebooks/quickstart.ipynb");
    private static final String BITS = """
        List<String> bits = new ArrayList<>();
        for (String column : List.of("loss", "validation_loss", "accuracy", "validation_accuracy"))
            for (double value : run.epochs().doubleColumn(column).asDoubleArray())
                bits.add(Long.toHexString(Double.doubleToLongBits(value)));
        for (double value : Parameters.of(net).list().get(0).toDoubles()) bits.add(Double.toHexString(value));
        System.out.println(String.join(" ", bits));""";

    private static String bits() {
        try (KernelClient kernel = TestKernel.start()) {
            for (String cell : cells()) {
                Reply reply = kernel.execute(cell);
                boolean fits = reply.isOk() || cell.contains("new double[32][28]");
                assertTrue(fits, () -> cell + "\n" + reply.error());
            }
            return kernel.execute(BITS).stream("stdout").strip();
        }
    }

    private static List<String> cells() {
        JsonObject notebook = NotebookJson.read(QUICKSTART);
        return NotebookJson.cells(notebook).stream().filter(NotebookJson::isCode).map(NotebookJson::source).toList();
    }

    @Test
    void restart_and_run_all_gives_the_same_bits() {
        String first = bits();
        assertTrue(first.split(" ").length == 4 * 21 + 64 * 64, first.length() + " characters");
        assertEquals(first, bits());
    }
}
