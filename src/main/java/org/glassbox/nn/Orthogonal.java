package org.glassbox.nn;

import org.glassbox.Seed;
import org.glassbox.array.Array;
import org.glassbox.array.Type;
import org.glassbox.tensor.Tensor;

/** Random vectors at right angles: normal numbers, made orthogonal one after another (Gram and Schmidt), in double. */
final class Orthogonal {
    private Orthogonal() {}

    /** A matrix [in, out]; its columns, or rows where there are fewer, have length 1 and are at right angles. */
    static Tensor of(int in, int out, Seed seed) {
        double[][] vectors = vectors(Math.min(in, out), Math.max(in, out), seed.random());
        double[] values = new double[in * out];
        for (int i = 0; i < in; i++) {
            for (int j = 0; j < out; j++) {
                values[i * out + j] = out <= in ? vectors[j][i] : vectors[i][j];
            }
        }
        return Tensor.data(Array.of(Type.FLOAT, values, in, out));
    }

    private static double[][] vectors(int count, int length, Seed.Random random) {
        double[][] vectors = new double[count][length];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < length; i++) {
                vectors[k][i] = random.nextGaussian();
            }
            for (int again = 0; again < 2; again++) {   // the second time removes what rounding has left
                for (int before = 0; before < k; before++) {
                    add(vectors[k], -dot(vectors[k], vectors[before]), vectors[before]);
                }
            }
            add(vectors[k], 1 / Math.sqrt(dot(vectors[k], vectors[k])) - 1, vectors[k]);
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
