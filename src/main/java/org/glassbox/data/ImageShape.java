package org.glassbox.data;

import java.util.stream.IntStream;
import org.glassbox.Message;

/**
 * The features of a row are the pixels of a grey image, row by row from the top left.
 *
 * @param height rows of pixels, at least 1
 * @param width pixels in a row, at least 1
 */
public record ImageShape(int height, int width) {
    public ImageShape {
        if (height < 1 || width < 1) {
            throw new DataException(Message.of("image", "has " + height + "×" + width
                + " pixels, both sides need at least 1"));
        }
    }

    /** pixel_0_0, pixel_0_1, …: row and column. */
    static String[] pixelNames(int height, int width) {
        return IntStream.range(0, height * width).mapToObj(i -> "pixel_" + i / width + "_" + i % width)
            .toArray(String[]::new);
    }

    /** How many pixels, and so how many features. */
    public int pixels() { return height * width; }

    /** One image moved by so many pixels: what leaves it is lost, what comes in is 0. */
    void move(float[] from, float[] to, int image, int down, int right) {
        for (int y = Math.max(0, down); y < Math.min(height, height + down); y++) {
            for (int x = Math.max(0, right); x < Math.min(width, width + right); x++) {
                to[image * pixels() + y * width + x] = from[image * pixels() + (y - down) * width + x - right];
            }
        }
    }

    @Override
    public String toString() { return height + "×" + width; }
}
