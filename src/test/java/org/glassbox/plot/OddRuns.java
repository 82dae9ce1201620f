package org.glassbox.plot;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs at the edges of what can happen; no sentence may be wrong and no mark misplaced for any of them. */
final class OddRuns {
    static final String LONG = "a data set whose name somebody has made far longer than any card is wide, and then some more";
    static final String EVIL = "</text><script>alert(1)</script>&\"'\u0000\u2028";

    private OddRuns() {}

    static Map<String, OddRun> all() {
        Map<String, OddRun> runs = new LinkedHashMap<>();
        runs.put("zero-epochs", new OddRun().epochs(0, 20));
        runs.put("one-epoch", new OddRun().epochs(1, 1));
        runs.put("one-layer", new OddRun().linears(1));
        runs.put("twelve-layers", new OddRun().linears(12).signals(layer -> Math.pow(0.7, 11 - layer)));
        runs.put("many-layers", new OddRun().linears(40).signals(layer -> Math.pow(1.3, layer - 40)));
        runs.put("exploding", new OddRun().linears(7).signals(layer -> Math.pow(5, 6 - layer)));
        runs.put("vanishing", new OddRun().linears(7).signals(layer -> Math.pow(0.1, 6 - layer)));
        runs.put("no-gradient", new OddRun().signals(layer -> layer == 0 ? 0 : 0.1));
        runs.put("no-gradient-at-all", new OddRun().linears(5).signals(layer -> 0));
        runs.put("unwatched", new OddRun().unwatched());
        runs.put("no-validation-no-chance", new OddRun().withoutValidation().chance(Double.NaN).metric(""));
        runs.put("r2", new OddRun().metric("R²").chance(1));
        runs.put("nan-everywhere",
            new OddRun().losses(epoch -> Double.NaN, v -> v).signals(layer -> Double.NaN).state("not finite", ""));
        runs.put("infinite-at-end",
            new OddRun().losses(e -> e == 5 ? Double.POSITIVE_INFINITY : 2 - 0.1 * e, v -> v).state("not finite", ""));
        runs.put("by-heart", new OddRun().epochs(40, 40).losses(epoch -> 2.5 * Math.pow(0.7, epoch),
            v -> 0.3 + Math.abs(Math.log(v / 0.4))));
        runs.put("one-lucky-epoch", new OddRun().epochs(30, 30).losses(epoch -> 0.05 + 2 * Math.pow(0.5, epoch),
            v -> v < 0.2 && v > 0.1 ? 0.03 : v));
        runs.put("flat-at-chance", new OddRun().epochs(20, 20).losses(epoch -> 2.31, v -> 2.32));
        runs.put("rising", new OddRun().losses(epoch -> 1 + epoch, v -> 2 * v));
        runs.put("zero-loss", new OddRun().losses(epoch -> 0, v -> 0));
        runs.put("negative-loss", new OddRun().losses(epoch -> -epoch, v -> v).chance(Double.NaN));
        runs.put("huge", new OddRun().losses(epoch -> 1e30 * Math.pow(10, -epoch), v -> v).chance(Double.NaN)
            .signals(layer -> 1e12));
        runs.put("tiny", new OddRun().losses(epoch -> 1e-30 * Math.pow(10, -epoch), v -> v).chance(Double.NaN)
            .signals(layer -> 1e-12));
        runs.put("long-run", new OddRun().epochs(1000, 1000).losses(epoch -> 2.5 / (1 + 0.1 * epoch), v -> 1.1 * v));
        runs.put("long-names", new OddRun().names(LONG, LONG));
        runs.put("evil-names", new OddRun().names(EVIL, EVIL).state("stopped", EVIL));
        runs.put("stopped", new OddRun().epochs(3, 20).state("stopped",
            "Stopped by you in epoch 4, step 10; net and history are kept."));
        runs.put("running", new OddRun().epochs(3, 20).state("running", ""));
        runs.put("running-first", new OddRun().epochs(0, 20).state("running", ""));
        return runs;
    }
}
