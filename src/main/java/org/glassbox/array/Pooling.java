package org.glassbox.array;

import org.glassbox.Window;

/** One number for each place of a window in each channel, by ND4J, in pieces of the batch on several threads. */
final class Pooling {
    private Pooling() {}

    static Array max(Array x, Window window) { return forward("maxpool2d", x, window); }

    /** The largest of each place gets all; of equal ones the first. */
    static Array maxGradient(Array dy, Array x, Window window) {
        return backward("maxpool2d_bp", dy, x, window);
    }

    static Array average(Array x, Window window) { return forward("avgpool2d", x, window); }

    /** All of a place get the same share. */
    static Array averageGradient(Array dy, Array x, Window window) {
        return backward("avgpool2d_bp", dy, x, window);
    }

    private static Array forward(String op, Array x, Window window) {
        int[] shape = x.shape();
        Array y = Arena.take(x.type(), shape[0], shape[1], window.placesDown(shape[2]), window.placesAcross(shape[3]));
        Array[] xs = Convolution.pieces(x);
        Array[] ys = Convolution.pieces(y);
        long[] settings = settings(window);
        Threads.share(xs.length, i -> Call.run(op, settings, ys[i], xs[i]));
        return y;
    }

    private static Array backward(String op, Array dy, Array x, Window window) {
        Array dx = Arena.take(x.type(), x.shape());
        Array[] xs = Convolution.pieces(x);
        Array[] dys = Convolution.pieces(dy);
        Array[] dxs = Convolution.pieces(dx);
        long[] settings = settings(window);
        Threads.share(xs.length, i -> Call.run(op, settings, dxs[i], xs[i], dys[i]));
        return dx;
    }

    /** As ND4J wants them: …, not «same» padding, padding counts in averages as PyTorch has it, channels first. */
    private static long[] settings(Window w) {
        return new long[] {w.height(), w.width(), w.stride().down(), w.stride().across(), w.padding().down(),
            w.padding().across(), w.dilation().down(), w.dilation().across(), 0, 1, 0};
    }
}
