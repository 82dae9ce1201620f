package org.glassbox.array;

import static org.glassbox.array.Row.BIAS;
import static org.glassbox.array.Row.D_GATES;
import static org.glassbox.array.Row.D_HIDDEN;
import static org.glassbox.array.Row.D_STATE;
import static org.glassbox.array.Row.GATES;
import static org.glassbox.array.Row.HIDDEN;
import static org.glassbox.array.Row.INPUT;
import static org.glassbox.array.Row.KEPT;
import static org.glassbox.array.Row.STATE;

/**
 * x W + b and h U in three parts: r = σ(x₀ + h₀), z = σ(x₁ + h₁), n = tanh(x₂ + r (h₂ + b₃)); h' = (1 − z) n + z h. Cho et al.
 * 2014, arXiv:1406.1078, with the reset after the product as in cuDNN and PyTorch. h₂ + b₃ is kept for the way back.
 */
final class GruKernel implements Cell.Kernel {
    private final Gates gates;
    private final float[] lastBias;

    GruKernel(int units) {
        gates = Gates.of(units, true, true);
        lastBias = new float[units];
    }

    @Override
    public void forward(float[][] row, int n) {
        float[] candidate = row[GATES + 2];
        Kernels.add(row[INPUT], row[BIAS], 3 * n);
        Kernels.add(row[INPUT], row[STATE], 2 * n);
        gates.run(row[INPUT]);
        for (int part = 0; part < 3; part++) {
            System.arraycopy(row[INPUT], part * n, row[GATES + part], 0, n);
        }
        System.arraycopy(row[STATE], 2 * n, row[KEPT], 0, n);
        System.arraycopy(row[BIAS], 3 * n, lastBias, 0, n);
        Kernels.add(row[KEPT], lastBias, n);
        letThrough(row[GATES], row[KEPT], candidate, n);
        Kernels.tanh(candidate, n);
        mix(row[GATES + 1], candidate, row[HIDDEN], n);
    }

    private static void letThrough(float[] r, float[] past, float[] candidate, int n) {
        for (int k = 0; k < n; k++) {
            candidate[k] += r[k] * past[k];
        }
    }

    private static void mix(float[] z, float[] candidate, float[] h, int n) {
        for (int k = 0; k < n; k++) {
            h[k] = candidate[k] + z[k] * (h[k] - candidate[k]);
        }
    }

    @Override
    public void backward(float[][] row, int n) {
        float[] r = row[GATES];
        float[] z = row[GATES + 1];
        float[] candidate = row[GATES + 2];
        float[] dh = row[D_HIDDEN];
        float[] dr = row[D_GATES];
        float[] dz = row[D_GATES + 1];
        float[] dn = row[D_GATES + 2];
        candidate(dh, z, candidate, dn, n);
        update(dh, row[HIDDEN], candidate, z, dz, n);
        reset(dn, row[KEPT], r, dr, n);
        System.arraycopy(dr, 0, row[D_STATE], 0, n);
        System.arraycopy(dz, 0, row[D_STATE + 1], 0, n);
        System.arraycopy(dn, 0, row[D_STATE + 2], 0, n);
        Kernels.mul(row[D_STATE + 2], r, n);                        // dh₂ = dx₂ r
        Kernels.mul(dh, z, n);                                      // dh = dh' z, past the weights
    }

    /** dx₂ = dh' (1 − z)(1 − n²). */
    private static void candidate(float[] dh, float[] z, float[] candidate, float[] dn, int n) {
        for (int k = 0; k < n; k++) {
            dn[k] = dh[k] * (1 - z[k]) * (1 - candidate[k] * candidate[k]);
        }
    }

    /** dx₁ = dh' (h − n) z (1 − z). */
    private static void update(float[] dh, float[] h, float[] candidate, float[] z, float[] dz, int n) {
        for (int k = 0; k < n; k++) {
            dz[k] = dh[k] * (h[k] - candidate[k]) * z[k] * (1 - z[k]);
        }
    }

    /** dx₀ = dx₂ (h₂ + b₃) r (1 − r). */
    private static void reset(float[] dn, float[] past, float[] r, float[] dr, int n) {
        for (int k = 0; k < n; k++) {
            dr[k] = dn[k] * past[k] * r[k] * (1 - r[k]);
        }
    }

    @Override
    public void forward(double[][] row, int n) {
        for (int k = 0; k < n; k++) {
            double r = sigmoid(row[INPUT][k] + row[STATE][k] + row[BIAS][k]);
            double z = sigmoid(row[INPUT][n + k] + row[STATE][n + k] + row[BIAS][n + k]);
            row[KEPT][k] = row[STATE][2 * n + k] + row[BIAS][3 * n + k];
            double candidate = Math.tanh(row[INPUT][2 * n + k] + row[BIAS][2 * n + k] + r * row[KEPT][k]);
            row[GATES][k] = r;
            row[GATES + 1][k] = z;
            row[GATES + 2][k] = candidate;
            row[HIDDEN][k] = (1 - z) * candidate + z * row[HIDDEN][k];
        }
    }

    @Override
    public void backward(double[][] row, int n) {
        for (int k = 0; k < n; k++) {
            double r = row[GATES][k];
            double z = row[GATES + 1][k];
            double candidate = row[GATES + 2][k];
            double dh = row[D_HIDDEN][k];
            double dn = dh * (1 - z) * (1 - candidate * candidate);
            row[D_GATES][k] = dn * row[KEPT][k] * r * (1 - r);
            row[D_GATES + 1][k] = dh * (row[HIDDEN][k] - candidate) * z * (1 - z);
            row[D_GATES + 2][k] = dn;
            row[D_STATE][k] = row[D_GATES][k];
            row[D_STATE + 1][k] = row[D_GATES + 1][k];
            row[D_STATE + 2][k] = dn * r;
            row[D_HIDDEN][k] = dh * z;
        }
    }

    private static double sigmoid(double z) { return 1 / (1 + Math.exp(-z)); }
}
