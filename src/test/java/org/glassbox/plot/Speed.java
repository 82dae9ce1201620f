package org.glassbox.plot;

import java.util.Locale;

/** How long each picture takes, and how large it is: milliseconds of the median of many, KB. */
public final class Speed {
    private static final int TIMES = 40;

    private Speed() {}

    public static void main(String[] arguments) {
        for (int warm = 0; warm < 2; warm++) {
            for (Catalogue.Entry entry : Catalogue.all()) {
                double chart = median(() -> java.util.Objects.requireNonNull(entry.chart().get()));
                Chart drawn = entry.chart().get();
                double svg = median(() -> SvgPen.draw(drawn));
                double json = median(() -> PlotlyPen.draw(drawn));
                if (warm == 1) {
                    System.out.printf(Locale.ROOT,
                        "%-28s chart %5.2f ms  svg %5.2f ms %5.1f KB  plotly %5.2f ms %5.1f KB%n", entry.name(),
                        chart, svg, SvgPen.draw(drawn).length() / 1e3, json, PlotlyPen.draw(drawn).length() / 1e3);
                }
            }
        }
    }

    private static double median(Runnable work) {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return Quantiles.median(times);
    }
}
