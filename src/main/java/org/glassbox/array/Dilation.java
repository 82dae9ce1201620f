package org.glassbox.array;

import org.glassbox.Window;

/**
 * A window with gaps as a larger one with zeros in the gaps. oneDNN, as ND4J 1.0.0-M2.1 calls it, refuses many windows with
 * gaps; the zeros cost the multiplications that gaps save.
 */
final class Dilation {
    private Dilation() {}

    static Window filled(Window w) {
        return new Window(w.dilation().down() * (w.height() - 1) + 1, w.dilation().across() * (w.width() - 1) + 1,
            w.stride(),
            w.padding(), new Window.Pair(1, 1));
    }

    /** Weights [out, in, window] with zeros between them. */
    static Array fill(Array w, Window window) {
        Window large = filled(window);
        Array filled = Arena.take(w.type(), w.shape()[0], w.shape()[1], large.height(), large.width()).fill(0);
        move(w, filled, window, (small, big) -> filled.set(big, w.at(small)));
        return filled;
    }

    /** The weights without what is between them. */
    static Array pick(Array filled, int[] shape, Window window) {
        Array w = Arena.take(filled.type(), shape);
        move(w, filled, window, (small, big) -> w.set(small, filled.at(big)));
        return w;
    }

    private static void move(Array w, Array filled, Window window, Loops.Visit visit) {
        int across = filled.shape()[3];
        for (int i = 0; i < w.size(); i++) {
            int column = i % window.width();
            int row = i / window.width() % window.height();
            int matrix = i / window.width() / window.height();
            visit.at(i, matrix * Planes.size(filled) + row * window.dilation().down() * across
                + column * window.dilation().across());
        }
    }
}
