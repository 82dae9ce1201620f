package org.glassbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.plot.SvgPen;

/**
 * Whether memory stays flat: resident memory over 200,000 steps of the tiny net, in three ways of writing a loop, each in a new
 * JVM. Once with a small heap, so that what grows outside it shows; once without flags, where the JVM takes its time to use the
 * heap that it is allowed. Prints a line a way and draws {@code target/bench/rss.svg}.
 */
public final class LongRun {
    private static final int STEPS = 200_000;
    private static final int EVERY = 2_000;
    /** Until then the JVM still loads and compiles. */
    private static final int WARM = 50_000;
    private static final int EPOCH = 50;

    private final Workload work = Workload.of("tiny-2-16-16-2-tanh-b32");
    private final Loss loss = Loss.crossEntropy();
    private final Layer net = work.net();
    private final Optimizer optimizer = Adam.of(1e-3).on(net);
    private int steps;

    private LongRun() {}

    /** How a loop is written. */
    private enum Way {
        BATCHES("over batches"), RAGGED("ragged batch, validation"), PLAIN("no arena");

        private final String title;

        Way(String title) { this.title = title; }
    }

    /** Without a word all ways, each in two children; with the name of a way that child. */
    public static void main(String[] words) throws IOException {
        if (words.length == 1) {
            new LongRun().run(Way.valueOf(words[0]));
            return;
        }
        System.out.println("The heap bound to 64 MB:");
        List<RssTrack> bound = watched(List.of("-Xmx64m"));
        System.out.println("No flags:");
        List<RssTrack> free = watched(List.of());
        Path file = Path.of("target/bench/rss.svg");
        Files.createDirectories(file.getParent());
        Files.writeString(file, SvgPen.draw(RssPicture.of(bound, free)));
        System.out.println(file.toAbsolutePath());
    }

    private static List<RssTrack> watched(List<String> flags) {
        List<RssTrack> tracks = new ArrayList<>();
        for (Way way : Way.values()) {
            tracks.add(watched(way, flags));
            System.out.println("  " + tracks.get(tracks.size() - 1).sentence());
        }
        return tracks;
    }

    private static RssTrack watched(Way way, List<String> flags) {
        List<String> command = new ArrayList<>(Peer.java(LongRun.class));
        command.addAll(1, flags);
        command.add(way.name());
        List<String> lines = new ArrayList<>();
        String trouble = Child.run(command, line -> !lines.add(line));
        if (lines.size() != STEPS / EVERY) {
            throw new IllegalStateException(way.title + " ended after " + lines.size() * EVERY + " steps: " + trouble);
        }
        return new RssTrack(way.title, EVERY, WARM,
            lines.stream().mapToDouble(line -> Double.parseDouble(line) / 1e6).toArray());
    }

    private void run(Way way) {
        switch (way) {
            case BATCHES -> overBatches(work.data(EPOCH * work.rows()), null);
            case RAGGED -> overBatches(work.data(EPOCH * work.rows() + 7), work.data(10 * work.rows()));
            case PLAIN -> withoutArena(work.data(work.rows()));
        }
    }

    private void overBatches(Dataset train, Dataset valid) {
        while (steps < STEPS) {
            for (Batch batch : train.batches(work.rows())) {
                step(batch);
            }
            if (valid != null) {
                loss.of(net.predict(valid.x()), valid.y()).item();
            }
        }
    }

    private void withoutArena(Dataset data) {
        Batch batch = new Batch(data.x(), data.y());
        while (steps < STEPS) {
            step(batch);
        }
    }

    private void step(Batch batch) {
        optimizer.step(loss.of(net.forward(batch.x()), batch.y()).backward());
        steps++;
        if (steps % EVERY == 0 && steps <= STEPS) {
            System.out.println(Footprint.resident());
        }
    }
}
