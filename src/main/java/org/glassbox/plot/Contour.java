package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a number on a grid passes a level: in each square of four neighbours one piece of line, or two, between places that
 * are interpolated on its edges (Lorensen and Cline 1987, «Marching cubes», in the plane).
 */
final class Contour {
    private final double[] x;
    private final double[] y;
    private final double[] values;
    private final double level;
    private final List<double[]> ends = new ArrayList<>();

    private Contour(double[] x, double[] y, double[] values, double level) {
        this.x = x;
        this.y = y;
        this.values = values;
        this.level = level;
    }

    /** Pieces of line, each followed by a gap; the grid stands row by row. */
    static Points of(double[] x, double[] y, double[] values, int columns, double level) {
        Contour contour = new Contour(x, y, values, level);
        for (int i = 0; i + columns + 1 < values.length; i++) {
            if (i % columns + 1 < columns) {
                contour.square(i, i + 1, i + columns + 1, i + columns);
            }
        }
        return Points.of(contour.ends.stream().mapToDouble(end -> end[0]).toArray(),
            contour.ends.stream().mapToDouble(end -> end[1]).toArray());
    }

    /** The four corners, once around. */
    private void square(int... corners) {
        List<double[]> met = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            int a = corners[k];
            int b = corners[(k + 1) % 4];
            if (values[a] > level != values[b] > level) {
                double share = (level - values[a]) / (values[b] - values[a]);
                met.add(new double[] {x[a] + share * (x[b] - x[a]), y[a] + share * (y[b] - y[a])});
            }
        }
        for (int k = 0; k + 1 < met.size(); k += 2) {
            ends.addAll(List.of(met.get(k), met.get(k + 1), new double[] {Double.NaN, Double.NaN}));
        }
    }
}
