package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What images-cnn.ipynb says of two nets of one size, of what is inside, and of LeNet. */
final class ImagesCnn {
    private static final int MLP = 0;
    private static final int CNN = 1;

    private ImagesCnn() {}

    static void check(Executed notebook) {
        assertTrue(notebook.text("cnn = Sequential").contains("144"), "the first layer of the CNN has 144 weights");
        String table = "What each gets right";
        double[] parameters = notebook.numbers(table, "parameters");
        assertEquals(parameters[MLP], parameters[CNN], 0.01 * parameters[MLP]);
        double[] right = notebook.numbers(table, "as it is");
        double[] moved = notebook.numbers(table, "moved by one pixel");
        assertTrue(right[MLP] > 0.95 && right[CNN] > right[MLP], "right " + right[MLP] + ", " + right[CNN]);
        assertTrue(moved[CNN] > moved[MLP] + 0.1 && moved[CNN] < right[CNN], "moved " + moved[MLP] + ", " + moved[CNN]);
        assertTrue(notebook.text("Plots.filters(cnn)").contains("16 filters of 3×3"));
        assertTrue(notebook.text("Plots.featureMaps(cnn").contains("128 numbers"));
        assertTrue(notebook.text("Plots.activations(ofCnn)").contains("units fire"));
        double here = Double.parseDouble(notebook.table("Share that is right").get(2).get("here"));
        boolean mnist = notebook.text("Split images").contains("weight [784, 120]");
        assertTrue(here >= (mnist ? 0.985 : 0.95), "LeNet " + here);
    }
}
