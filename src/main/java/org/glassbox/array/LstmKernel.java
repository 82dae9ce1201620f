package org.glassbox.array;

import static org.glassbox.array.Row.BIAS;
import static org.glassbox.array.Row.CELL;
import static org.glassbox.array.Row.D_CELL;
import static org.glassbox.array.Row.D_GATES;
import static org.glassbox.array.Row.D_HIDDEN;
import static org.glassbox.array.Row.GATES;
import static org.glassbox.array.Row.HIDDEN;
import static org.glassbox.array.Row.INPUT;
import static org.glassbox.array.Row.KEPT;

/**
 * z = x W + h U + b in four parts: i = σ(z₀), f = σ(z₁), g = tanh(z₂), o = σ(z₃); c' = f c + i g; h' = o tanh(c'). Hochreiter
 * & Schmidhuber 1997, with the forget gate of Gers et al. 2000. tanh(c') is kept for the way back.
 */
final class LstmKernel implements Cell.Kernel {
    private final Gates gates;

    LstmKernel(int units) { gates = Gates.of(units, true, true, false, true); }

    @Override
    public void forward(float[][] row, int n) {
        Kernels.add(row[INPUT], row[BIAS], 4 * n);
        gates.run(row[INPUT]);
        for (int part = 0; part < 4; part++) {
            System.arraycopy(row[INPUT], part * n, row[GATES + part], 0, n);
        }
        remember(row[GATES], row[GATES + 1], row[GATES + 2], row[CELL], n);
        System.arraycopy(row[CELL], 0, row[KEPT], 0, n);
        Kernels.tanh(row[KEPT], n);
        show(row[GATES + 3], row[KEPT], row[HIDDEN], n);
    }

    private static void remember(float[] i, float[] f, float[] g, float[] c, int n) {
        for (int k = 0; k < n; k++) {
            c[k] = f[k] * c[k] + i[k] * g[k];
        }
    }

    private static void show(float[] o, float[] tanh, float[] h, int n) {
        for (int k = 0; k < n; k++) {
            h[k] = o[k] * tanh[k];
        }
    }

    @Override
    public void backward(float[][] row, int n) {
        float[] i = row[GATES];
        float[] f = row[GATES + 1];
        float[] g = row[GATES + 2];
        float[] o = row[GATES + 3];
        float[] dc = row[D_CELL];
        throughTanh(row[D_HIDDEN], o, row[KEPT], dc, n);
        behindGate(row[D_HIDDEN], row[KEPT], o, row[D_GATES + 3], n);
        behindGate(dc, g, i, row[D_GATES], n);
        behindGate(dc, row[CELL], f, row[D_GATES + 1], n);
        behindTanh(dc, i, g, row[D_GATES + 2], n);
        Kernels.mul(dc, f, n);                                      // dc = dc' f
    }

    /** dc' += dh' o (1 − tanh² c'). */
    private static void throughTanh(float[] dh, float[] o, float[] tanh, float[] dc, int n) {
        for (int k = 0; k < n; k++) {
            dc[k] += dh[k] * o[k] * (1 - tanh[k] * tanh[k]);
        }
    }

    /** dz = d · factor · gate (1 − gate). */
    private static void behindGate(float[] d, float[] factor, float[] gate, float[] dz, int n) {
        for (int k = 0; k < n; k++) {
            dz[k] = d[k] * factor[k] * gate[k] * (1 - gate[k]);
        }
    }

    /** dz = d · factor · (1 − g²). */
    private static void behindTanh(float[] d, float[] factor, float[] g, float[] dz, int n) {
        for (int k = 0; k < n; k++) {
            dz[k] = d[k] * factor[k] * (1 - g[k] * g[k]);
        }
    }

    @Override
    public void forward(double[][] row, int n) {
        for (int k = 0; k < n; k++) {
            for (int part = 0; part < 4; part++) {
                double z = row[INPUT][part * n + k] + row[BIAS][part * n + k];
                row[GATES + part][k] = part == 2 ? Math.tanh(z) : 1 / (1 + Math.exp(-z));
            }
            row[CELL][k] = row[GATES + 1][k] * row[CELL][k] + row[GATES][k] * row[GATES + 2][k];
            row[KEPT][k] = Math.tanh(row[CELL][k]);
            row[HIDDEN][k] = row[GATES + 3][k] * row[KEPT][k];
        }
    }

    @Override
    public void backward(double[][] row, int n) {
        for (int k = 0; k < n; k++) {
            double i = row[GATES][k];
            double f = row[GATES + 1][k];
            double g = row[GATES + 2][k];
            double o = row[GATES + 3][k];
            double tanh = row[KEPT][k];
            double dh = row[D_HIDDEN][k];
            double dc = row[D_CELL][k] + dh * o * (1 - tanh * tanh);
            row[D_GATES][k] = dc * g * i * (1 - i);
            row[D_GATES + 1][k] = dc * row[CELL][k] * f * (1 - f);
            row[D_GATES + 2][k] = dc * i * (1 - g * g);
            row[D_GATES + 3][k] = dh * tanh * o * (1 - o);
            row[D_CELL][k] = dc * f;
        }
    }
}
