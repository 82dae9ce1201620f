package org.glassbox.train;

/**
 * How often the usual watches look during a fit: at every so many-th update, and after every so many-th epoch.
 *
 * <p>20 looks a fit are always taken, a picture needs them; more than 300 do not show in one; between them, as many as cost 5 %
 * of the time. That is reckoned, never measured: the same seed must give the same rows. The reckoning is in nanoseconds of one
 * machine (2 cores, Zen 4); where processors are faster all its terms shrink alike.
 *
 * @param updates distance of watched updates
 * @param epochs distance of watched epochs; the last of a fit is always watched
 */
record Rhythm(int updates, int epochs) {
    private static final int LEAST = 20;
    private static final int MOST = 300;
    private static final double SHARE = 0.05;

    private static final double STEP = 8_000;              // an update of the smallest net
    private static final double STEP_WEIGHT = 0.6;         // the rule, a weight
    private static final double WEIGHT_ROW = 0.03;         // forward and backward, a weight and row
    private static final double FORWARD_WEIGHT_ROW = 0.01;
    private static final double LOOK = 6_000;              // to find out what is where in the net
    private static final double LOOK_NUMBER = 0.4;         // to square a gradient and add it
    private static final double EPOCH_WEIGHT = 8;          // quantiles, histogram, movement
    private static final double EPOCH_OUTPUT = 3;          // quantiles, and whether the unit fires

    /**
     * What is trained.
     *
     * @param weights numbers that are learned
     * @param outputs numbers that the layers put out for a row
     * @param batch rows of an update
     * @param rows those that are measured after each epoch
     * @param probe those that are watched after an epoch
     */
    record Work(long weights, double outputs, int batch, int rows, int probe) {
        private double step() { return STEP + weights * (STEP_WEIGHT + WEIGHT_ROW * batch); }

        private double look() { return LOOK + LOOK_NUMBER * (weights + outputs * batch); }

        private double epoch(int updates) { return updates * step() + FORWARD_WEIGHT_ROW * rows * weights; }

        private double lookAtEpoch() {
            return 2 * LOOK + weights * (EPOCH_WEIGHT + FORWARD_WEIGHT_ROW * probe) + EPOCH_OUTPUT * outputs * probe;
        }
    }

    static Rhythm of(Work work, int updatesAnEpoch, int epochs) {
        long updates = (long) updatesAnEpoch * epochs;
        return new Rhythm(distance(updates, work.step(), work.look()),
            distance(epochs, work.epoch(updatesAnEpoch), work.lookAtEpoch()));
    }

    private static int distance(long count, double work, double look) {
        double affordable = Math.min(MOST, count * SHARE * work / look);
        return (int) Math.max(1, Math.min(count / LEAST, Math.ceil(count / affordable)));
    }
}
