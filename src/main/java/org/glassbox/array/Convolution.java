package org.glassbox.array;

import org.glassbox.Window;

/**
 * Convolution of images x [batch, in, height, width] with weights w [out, in, window], by ND4J (oneDNN where there is such a
 * build), in pieces of the batch on several threads. On its own threads oneDNN is not faster, and takes 30 times as long while
 * another process holds a core.
 */
final class Convolution {
    /** Pieces of a batch: the same for one thread and two, and enough that neither waits long for the other. */
    private static final int PIECES = 4;
    /** Up to so many input channels the gradient of the weights alone is a convolution of its own. */
    private static final int FEW_CHANNELS = 4;

    private Convolution() {}

    /** y [batch, out, places down, places across]; bias [out] or null. */
    static Array forward(Array x, Array w, Array bias, Window window) {
        if (isDilated(window)) {
            return forward(x, Dilation.fill(w, window), bias, Dilation.filled(window));
        }
        Array y = Arena.take(x.type(), x.shape()[0], w.shape()[0], window.placesDown(x.shape()[2]),
            window.placesAcross(x.shape()[3]));
        Array[] xs = pieces(x);
        Array[] ys = pieces(y);
        long[] settings = settings(window);
        Threads.share(xs.length, i -> {
            Call.run("conv2d", settings, ys[i], bias == null ? new Array[] {xs[i], w} : new Array[] {xs[i], w, bias});
        });
        return y;
    }

    /** dx and dw, which ND4J computes in one go. */
    static Native.ConvGradients gradients(Array dy, Array x, Array w, Window window) {
        if (isDilated(window)) {
            Native.ConvGradients filled = gradients(dy, x, Dilation.fill(w, window), Dilation.filled(window));
            return new Native.ConvGradients(filled.images(), Dilation.pick(filled.weight(), w.shape(), window));
        }
        Array dx = Arena.take(x.type(), x.shape());
        Array[] dys = pieces(dy);
        Array[] xs = pieces(x);
        Array[] dxs = pieces(dx);
        Array[] dws = new Array[xs.length];
        for (int i = 0; i < dws.length; i++) {
            dws[i] = Arena.take(w.type(), w.shape());
        }
        long[] settings = settings(window);
        Threads.share(xs.length,
            i -> Call.run("conv2d_bp", settings, new Array[] {dxs[i], dws[i]}, xs[i], w, dys[i]));
        for (int i = 1; i < dws.length; i++) {
            Native.addTo(dws[0], dws[i]);
        }
        return new Native.ConvGradients(dx, dws[0]);
    }

    /**
     * dw alone, for a layer whose input needs no gradient: x seen as [in, batch, height, width], convolved with dy seen as
     * weights [out, batch, places down, places across]. LeNet's first layer: 0.5 instead of 4.5 ms.
     */
    static Array weightGradient(Array dy, Array x, Array w, Window window) {
        int in = x.shape()[1];
        if (in > FEW_CHANNELS || isDilated(window) || window.stride().down() > 1 || window.stride().across() > 1) {
            return gradients(dy, x, w, window).weight();
        }
        Array images = swapped(x);
        Array[] filters = pieces(swapped(dy));
        Window sliding = Window.of(dy.shape()[2], dy.shape()[3]).withPadding(window.padding().down(),
            window.padding().across());
        Array[] found = new Array[filters.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = Arena.take(x.type(), in, filters[i].shape()[0], w.shape()[2], w.shape()[3]);
        }
        long[] settings = settings(sliding);
        Threads.share(filters.length, i -> Call.run("conv2d", settings, found[i], images, filters[i]));
        return collect(found, Arena.take(w.type(), w.shape()));
    }

    /** From pieces [in, some of out, window] to [out, in, window]. */
    private static Array collect(Array[] found, Array dw) {
        int in = dw.shape()[1];
        int window = Planes.size(dw);
        int first = 0;
        for (Array piece : found) {
            int some = piece.shape()[1];
            for (int i = 0; i < in * some; i++) {
                dw.copy(((first + i % some) * in + i / some) * window, piece, i * window, window);
            }
            first += some;
        }
        return dw;
    }

    private static boolean isDilated(Window window) {
        return window.dilation().down() > 1 || window.dilation().across() > 1;
    }

    private static Array swapped(Array x) {
        int[] s = x.shape();
        return s[1] == 1 ? x.as(1, s[0], s[2], s[3]) : Planes.swap(x, Arena.take(x.type(), s[1], s[0], s[2], s[3]));
    }

    /** Pieces along the leading axis. */
    static Array[] pieces(Array x) {
        int rows = x.shape()[0];
        int count = Math.min(rows, Math.max(PIECES, Threads.count()));
        Array[] pieces = new Array[count];
        for (int i = 0; i < count; i++) {
            pieces[i] = x.part((int) ((long) rows * i / count), (int) ((long) rows * (i + 1) / count));
        }
        return pieces;
    }

    /** As ND4J wants them: …, not «same» padding, channels first, weights [out, in, height, width]. */
    private static long[] settings(Window w) {
        return new long[] {w.height(), w.width(), w.stride().down(), w.stride().across(), w.padding().down(),
            w.padding().across(), w.dilation().down(), w.dilation().across(), 0, 0, 1};
    }
}
