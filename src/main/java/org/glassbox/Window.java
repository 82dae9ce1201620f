package org.glassbox;

/**
 * What slides over images in convolution and pooling, first down, then across.
 *
 * @param height numbers it covers down
 * @param width numbers it covers across
 * @param stride how far it moves at a time, down and across
 * @param padding zeros around the image, on each side, down and across; in pooling for the largest they never win
 * @param dilation distance of neighbouring numbers of the window in the image, down and across; 1 has no gaps
 */
public record Window(int height, int width, Pair stride, Pair padding, Pair dilation) {
    /** A setting for both directions. */
    public record Pair(int down, int across) {
        @Override
        public String toString() { return down == across ? "" + down : down + "×" + across; }
    }

    public Window {
        atLeast("size", new Pair(height, width), 1);
        atLeast("stride", stride, 1);
        atLeast("padding", padding, 0);
        atLeast("dilation", dilation, 1);
    }

    private static void atLeast(String setting, Pair value, int least) {
        if (value.down < least || value.across < least) {
            throw new GlassboxException(
                Message.of("window", setting + " " + value + ", expected at least " + least).help(
                    "a window of 3×3 that moves by 1 with padding 1 keeps the size of the image"));
        }
    }

    /** A window of that size that moves by 1, without padding or gaps. */
    public static Window of(int height, int width) {
        return new Window(height, width, new Pair(1, 1), new Pair(0, 0), new Pair(1, 1));
    }

    /** The same with another stride in both directions. */
    public Window withStride(int other) {
        return withStride(other, other);
    }

    /** The same with another stride. */
    public Window withStride(int down, int across) {
        return new Window(height, width, new Pair(down, across), padding, dilation);
    }

    /** The same with that padding in both directions. */
    public Window withPadding(int other) {
        return withPadding(other, other);
    }

    /** The same with that padding. */
    public Window withPadding(int down, int across) {
        return new Window(height, width, stride, new Pair(down, across), dilation);
    }

    /** The same with that dilation in both directions. */
    public Window withDilation(int other) {
        return withDilation(other, other);
    }

    /** The same with that dilation. */
    public Window withDilation(int down, int across) {
        return new Window(height, width, stride, padding, new Pair(down, across));
    }

    /** How many places it takes down an image of that height; 0 or less where it does not fit. */
    public int placesDown(int imageHeight) {
        return places(imageHeight, height, stride.down, padding.down, dilation.down);
    }

    /** How many places it takes across an image of that width; 0 or less where it does not fit. */
    public int placesAcross(int imageWidth) {
        return places(imageWidth, width, stride.across, padding.across, dilation.across);
    }

    private static int places(int image, int size, int stride, int padding, int dilation) {
        return Math.floorDiv(image + 2 * padding - dilation * (size - 1) - 1, stride) + 1;
    }

    /** {@code 3×3}, {@code 3×3, stride 2, padding 1}. */
    @Override
    public String toString() {
        return height + "×" + width + (stride.equals(new Pair(1, 1)) ? "" : ", stride " + stride)
            + (padding.equals(new Pair(0, 0)) ? "" : ", padding " + padding)
            + (dilation.equals(new Pair(1, 1)) ? "" : ", dilation " + dilation);
    }
}
