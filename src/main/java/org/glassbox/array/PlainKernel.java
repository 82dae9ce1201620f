package org.glassbox.array;

import static org.glassbox.array.Row.BIAS;
import static org.glassbox.array.Row.D_GATES;
import static org.glassbox.array.Row.D_HIDDEN;
import static org.glassbox.array.Row.GATES;
import static org.glassbox.array.Row.HIDDEN;
import static org.glassbox.array.Row.INPUT;

/** h' = tanh(x W + h U + b), or max(…, 0). Elman 1990, «Finding structure in time». */
record PlainKernel(boolean isTanh) implements Cell.Kernel {
    @Override
    public void forward(float[][] row, int n) {
        float[] y = row[INPUT];
        Kernels.add(y, row[BIAS], n);
        if (isTanh) {
            Kernels.tanh(y, n);
        } else {
            Kernels.relu(y, n);
        }
        System.arraycopy(y, 0, row[GATES], 0, n);
        System.arraycopy(y, 0, row[HIDDEN], 0, n);
    }

    @Override
    public void backward(float[][] row, int n) {
        System.arraycopy(row[D_HIDDEN], 0, row[D_GATES], 0, n);
        if (isTanh) {
            Kernels.tanhGradient(row[D_GATES], row[GATES], n);      // dz = dh' (1 − h'²)
        } else {
            Kernels.reluGradient(row[D_GATES], row[GATES], n);      // dz = dh' where h' > 0
        }
    }

    @Override
    public void forward(double[][] row, int n) {
        for (int k = 0; k < n; k++) {
            double z = row[INPUT][k] + row[BIAS][k];
            row[GATES][k] = isTanh ? Math.tanh(z) : Math.max(z, 0);
            row[HIDDEN][k] = row[GATES][k];
        }
    }

    @Override
    public void backward(double[][] row, int n) {
        for (int k = 0; k < n; k++) {
            double y = row[GATES][k];
            row[D_GATES][k] = isTanh ? row[D_HIDDEN][k] * (1 - y * y) : y <= 0 ? 0 : row[D_HIDDEN][k];
        }
    }
}
