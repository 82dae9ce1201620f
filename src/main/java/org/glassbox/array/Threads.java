package org.glassbox.array;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/**
 * Shares work out among the processor's cores. This is the only pool: natives run on the thread that calls them, so that no
 * other pool fights for the cores and no environment variable is needed. Work is cut into pieces by its size alone, never by
 * who happens to be free: the same pieces give the same bits.
 *
 * <p>Who shares works along, piece by piece. A helper that the system has sent elsewhere delays only the piece in its hands.
 */
public final class Threads {
    /** The system property that sets how many threads work, for example {@code -Dglassbox.threads=1}. */
    public static final String PROPERTY = "glassbox.threads";

    /** More were not measured; a batch of usual size has not enough work for them. */
    private static final int MOST = 16;
    /** How often a thread looks for what it waits for before it lets others have its core, about 20 µs. */
    private static final int SPINS = 1000;
    /** How long a helper waits for more work before it sleeps: waking it takes 50 µs, between two products lie up to 200. */
    private static final long PATIENCE = 500_000;

    private static final Setting SETTING = Setting.of(System.getProperty(PROPERTY),
        Runtime.getRuntime().availableProcessors(), physicalCores());
    private static final int COUNT = SETTING.count;
    private static final Job NOTHING = new Job(0, piece -> {});
    private static final Helper[] HELPERS = new Helper[COUNT - 1];

    private static volatile Job job = NOTHING;

    static {
        for (int i = 0; i < HELPERS.length; i++) {
            HELPERS[i] = new Helper(i + 1);
            HELPERS[i].start();
        }
    }

    private Threads() {}

    /**
     * How many threads work together: one a core, at most 16; {@link #PROPERTY} says otherwise.
     *
     * @throws GlassboxException here and wherever work is shared, if the property is no number of threads
     */
    public static int count() {
        SETTING.require();
        return COUNT;
    }

    /** Runs {@code piece} for 0 to pieces − 1, in any order, some of them on other threads, and returns when all are done. */
    static void share(int pieces, IntConsumer piece) {
        SETTING.require();
        if (pieces == 1 || COUNT == 1) {
            for (int i = 0; i < pieces; i++) {
                piece.accept(i);
            }
            return;
        }
        Job mine = new Job(pieces, piece);
        job = mine;
        for (int i = 0; i < Math.min(pieces - 1, HELPERS.length); i++) {
            HELPERS[i].wake();
        }
        mine.work();
        mine.await();
        job = NOTHING;      // or the last arrays that were worked on would never be freed
    }

    /**
     * How many threads were asked for, or that nobody can tell. Said whenever work is to be shared: an error while the class is
     * loaded would be said once, and without words.
     */
    record Setting(int count, Optional<Message> mistake) {
        static Setting of(String property, int available, int physical) {
            int usual = Math.max(1, Math.min(MOST, Math.min(available, physical)));
            if (property == null) {
                return new Setting(usual, Optional.empty());
            }
            return property.matches("[1-9]\\d{0,2}") ? new Setting(Integer.parseInt(property), Optional.empty())
                : new Setting(1, Optional.of(
                    Message.of(PROPERTY, "\"" + property + "\", expected a whole number from 1 to 999")
                        .help("leave it out: one thread a core, here " + usual)));
        }

        void require() {
            if (mistake.isPresent()) {
                throw new GlassboxException(mistake.get());
            }
        }
    }

    /** Cores without their second threads, which share the arithmetic units; a large number where the system does not say. */
    private static int physicalCores() {
        try {
            Path cpu = Path.of("/sys/devices/system/cpu");
            boolean twoThreads = Files.readString(cpu.resolve("smt/active")).strip().equals("1");
            return numbersIn(Files.readString(cpu.resolve("online")).strip()) / (twoThreads ? 2 : 1);
        } catch (IOException | NumberFormatException unknown) {
            return Integer.MAX_VALUE;
        }
    }

    /** How many numbers a list such as {@code 0-3,8} names. */
    static int numbersIn(String list) {
        int count = 0;
        for (String range : list.split(",")) {
            String[] ends = range.split("-");
            count += Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
        }
        return count;
    }

    /** Pieces of which whoever is free takes the next. */
    private static final class Job {
        private final int pieces;
        private final IntConsumer piece;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile Throwable failure;

        private Job(int pieces, IntConsumer piece) {
            this.pieces = pieces;
            this.piece = piece;
        }

        private void work() {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                try {
                    piece.accept(i);
                } catch (Throwable thrown) {    // whoever shares throws it, when no piece is in work any more
                    failure = thrown;
                }
                done.incrementAndGet();
            }
        }

        private void await() {
            for (int spins = 0; done.get() < pieces; spins++) {
                pause(spins);
            }
            if (failure != null) {
                throw Threads.<RuntimeException>asItIs(failure);
            }
        }
    }

    @SuppressWarnings("ThreadPriorityCheck")        // yields: another process may need the core more
    private static void pause(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException asItIs(Throwable thrown) throws T { throw (T) thrown; }

    private static final class Helper extends Thread {
        private volatile boolean sleeps;

        private Helper(int number) {
            super("glassbox-" + number);
            setDaemon(true);
        }

        private void wake() {
            if (sleeps) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            Job last = NOTHING;
            int spins = 0;
            long worked = 0;
            while (true) {
                Job now = job;
                if (now != last) {
                    last = now;
                    now.work();
                    spins = 0;
                    worked = System.nanoTime();
                } else if (spins < SPINS || System.nanoTime() - worked < PATIENCE) {
                    pause(spins++);
                } else {
                    sleep(last);
                    spins = 0;
                }
            }
        }

        private void sleep(Job last) {
            sleeps = true;
            if (job == last) {      // else a job came just before the word that this sleeps
                LockSupport.park(this);
            }
            sleeps = false;
        }
    }
}
