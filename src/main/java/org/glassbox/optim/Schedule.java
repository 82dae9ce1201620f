package org.glassbox.optim;

/**
 * How the rate follows a training: a factor of the rule's own rate, {@code Adam.of(5e-3).withSchedule(Schedule.cosine(900))}.
 * Schedules count updates, or epochs: {@code Schedule.step(10, 0.1).perEpoch()}. A lambda is one, too:
 * {@code now -> Math.min(1, now.updates() / 1000.0)}; a factor of 0 leaves weights and memory as they are.
 */
@FunctionalInterface
public interface Schedule {
    /** The factor of the rule's rate at the update after {@code now}, at least 0. */
    double at(Progress now);

    /** How it is written: «cosine 900». */
    default String title() { return "a schedule"; }

    /** Always 1: the rule's own rate. */
    static Schedule constant() { return new Constant(); }

    /** Times {@code factor} after each {@code every}: factor^⌊count ÷ every⌋. As PyTorch's StepLR. */
    static Schedule step(long every, double factor) {
        return new Step(every, factor);
    }

    /** Times {@code factor} each time: factor^count. As PyTorch's ExponentialLR. */
    static Schedule exponential(double factor) {
        return new Exponential(factor);
    }

    /** Falls along half a cosine, over that length, to 0. See {@link Cosine}. */
    static Cosine cosine(long length) {
        return new Cosine(length, 0);
    }

    /** Rises linearly from 1 ÷ length to 1, which is the last of that length, and stays. Goyal et al. 2017, arXiv:1706.02677. */
    static Schedule warmUp(long length) {
        return new WarmUp(length);
    }

    /** Rises and falls over that length; the rule's rate is its top. See {@link OneCycle}. */
    static OneCycle oneCycle(long length) {
        return OneCycle.of(length);
    }

    /** Times 0.1 when the loss of the epochs has not fallen for 10 of them. See {@link Plateau}. */
    static Plateau plateau() {
        return Plateau.of();
    }

    /**
     * The same counted in epochs. A trainer counts them; a loop of one's own says {@link Optimizer#endEpoch} at the end of each,
     * else the factor stays at its first.
     */
    default Schedule perEpoch() { return new PerEpoch(this); }

    /** Both: the product of their factors. */
    default Schedule times(Schedule other) {
        return new Product(this, other);
    }

    /** This for the first {@code length}, then {@code next}, which counts from 0 again. As PyTorch's SequentialLR. */
    default Schedule until(long length, Schedule next) {
        return new Chain(this, length, next);
    }

    /** First a {@link #warmUp} of that length, then this, which counts from 0. */
    default Schedule withWarmUp(long length) {
        return warmUp(length).until(length, this);
    }

    /** See {@link Schedule#constant}. */
    record Constant() implements Schedule {
        @Override
        public double at(Progress now) { return 1; }

        @Override
        public String title() { return "constant"; }
    }

    /** See {@link Schedule#step}. */
    record Step(long every, double factor) implements Schedule {
        public Step {
            Settings.length("step", every);
            Settings.positive("step", "factor", factor);
        }

        @Override
        public double at(Progress now) { return Math.pow(factor, (double) (now.count() / every)); }

        @Override
        public String title() { return "step " + every; }
    }

    /** See {@link Schedule#exponential}. */
    record Exponential(double factor) implements Schedule {
        public Exponential {
            Settings.positive("exponential", "factor", factor);
        }

        @Override
        public double at(Progress now) { return Math.pow(factor, now.count()); }

        @Override
        public String title() { return "exponential " + Settings.plain(factor); }
    }

    /**
     * Half a cosine from 1 to a floor: floor + (1 − floor) · ½ (1 + cos(π · count ÷ length)). Loshchilov & Hutter 2017,
     * arXiv:1608.03983, eq. 5, without restarts. After its length it stays at its last factor, which is above 0, so that a
     * training that goes on still learns; PyTorch's CosineAnnealingLR rises again.
     */
    record Cosine(long length, double floor) implements Schedule {
        public Cosine {
            Settings.length("cosine", length);
            Settings.share("cosine", "floor", floor);
        }

        /** The same with another floor, a share of the rule's rate. */
        public Cosine withFloor(double other) {
            return new Cosine(length, other);
        }

        @Override
        public double at(Progress now) {
            double share = (double) Math.min(now.count(), length - 1) / length;
            return floor + (1 - floor) * (1 + Math.cos(Math.PI * share)) / 2;
        }

        @Override
        public String title() { return "cosine " + length; }
    }

    /** See {@link Schedule#warmUp}. */
    record WarmUp(long length) implements Schedule {
        public WarmUp {
            Settings.length("warmUp", length);
        }

        @Override
        public double at(Progress now) { return Math.min(1, (now.count() + 1.0) / length); }

        @Override
        public String title() { return "warm-up " + length; }
    }

    /** See {@link Schedule#perEpoch}. */
    record PerEpoch(Schedule schedule) implements Schedule {
        @Override
        public double at(Progress now) { return schedule.at(now.withCount(now.epochs())); }

        @Override
        public String title() { return schedule.title() + " per epoch"; }
    }

    /** See {@link Schedule#times}. */
    record Product(Schedule first, Schedule second) implements Schedule {
        @Override
        public double at(Progress now) { return first.at(now) * second.at(now); }

        @Override
        public String title() { return first.title() + " × " + second.title(); }
    }

    /** See {@link Schedule#until}. */
    record Chain(Schedule first, long length, Schedule next) implements Schedule {
        public Chain {
            Settings.length("until", length);
        }

        @Override
        public double at(Progress now) {
            return now.count() < length ? first.at(now) : next.at(now.withCount(now.count() - length));
        }

        @Override
        public String title() { return first.title() + " then " + next.title(); }
    }
}
