package org.glassbox.tensor;

import java.util.Arrays;
import org.glassbox.Numbers;
import org.glassbox.array.Array;

/** How tensors and gradients read as text. */
final class Print {
    private static final int ROWS = 8;
    private static final int COLUMNS = 8;
    private static final int WIDTH = 10;

    private Print() {}

    /** {@code Tensor [2, 3]}, with its name and type where there is something to say. */
    static String title(Tensor tensor) {
        String kind = tensor instanceof Parameter ? "Parameter" : tensor instanceof Buffer ? "Buffer" : "Tensor";
        return kind + (tensor.name() == null ? "" : " " + tensor.name()) + " " + Arrays.toString(tensor.shape())
            + (tensor.isDouble() ? " double" : "");
    }

    static String tensor(Tensor tensor) {
        Array array = tensor.array();
        if (tensor.rank() == 0) {
            return title(tensor) + "  " + Numbers.brief(array.at(0));
        }
        StringBuilder text = new StringBuilder(title(tensor));
        int rows = Math.min(array.rows(), ROWS);
        for (int row = 0; row < rows; row++) {
            text.append("\n ");
            int columns = Math.min(array.columns(), COLUMNS);
            for (int column = 0; column < columns; column++) {
                text.append(pad(Numbers.brief(array.at(row * array.columns() + column))));
            }
            text.append(columns < array.columns() ? "  … " + (array.columns() - columns) + " more" : "");
        }
        return text.append(rows < array.rows() ? "\n  … " + (array.rows() - rows) + " more rows" : "").toString();
    }

    static String gradients(Gradients gradients) {
        StringBuilder text = new StringBuilder("Gradients of a loss of " + Numbers.brief(gradients.loss().item()));
        for (Parameter parameter : gradients.parameters()) {
            double[] values = gradients.of(parameter).toDoubles();
            double square = Arrays.stream(values).map(v -> v * v).sum() / values.length;
            text.append(String.format("%n  %-8s %-12s root mean square %s", parameter.name(),
                Arrays.toString(parameter.shape()), Numbers.brief(Math.sqrt(square))));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String pad(String number) { return " ".repeat(Math.max(1, WIDTH - number.length())) + number; }
}
