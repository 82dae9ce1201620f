package org.glassbox.notebook;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.glassbox.data.ImageShape;

/**
 * Grey pictures in a row as one PNG, written by hand: no AWT, which a server without fonts may lack. Each pixel is
 * enlarged in the file itself, since a notebook that is not trusted drops the style that keeps enlarged pixels sharp.
 */
final class ImageStrip {
    // of one picture in the file; drawn at half of it, sharp on fine screens
    private static final int TALL = 64;
    private static final int[] PAPER = {0xee, 0xf0, 0xf2};
    private static final int[] INK = {0x1b, 0x25, 0x30};
    private static final int GAP = 8;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LEVELS = 255;

    private final ImageShape shape;
    private final double low;
    private final double high;
    private final int scale;

    /** Pictures of that shape; {@code low} becomes paper, {@code high} ink. */
    ImageStrip(ImageShape shape, double low, double high) {
        this.shape = shape;
        this.low = low;
        this.high = high;
        scale = Math.max(1, TALL / shape.height());
    }

    /** An {@code <img>} of the pictures, from left to right. */
    String html(List<float[]> pictures, String alt) {
        int width = pictures.size() * (shape.width() * scale + GAP) - GAP;
        int height = shape.height() * scale;
        String png = Base64.getEncoder().encodeToString(png(pixels(pictures, width, height), width, height));
        return "<img src=\"data:image/png;base64," + png + "\" alt=\"" + Card.escape(alt) + "\" width=\"" + width / 2
            + "\" height=\"" + height / 2 + "\" style=\"display:block;max-width:none;margin:0;background:#ffffff\">";
    }

    /** Palette indices, row by row: 0 is the card between the pictures, 1 to 255 go from paper to ink. */
    private byte[] pixels(List<float[]> pictures, int width, int height) {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pictures.size(); i++) {
            int left = i * (shape.width() * scale + GAP);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < shape.width() * scale; x++) {
                    pixels[y * width + left + x] = level(pictures.get(i)[y / scale * shape.width() + x / scale]);
                }
            }
        }
        return pixels;
    }

    private byte level(double value) {
        double share = high > low ? (value - low) / (high - low) : 0;
        return (byte) (1 + Math.round(Math.min(1, Math.max(0, share)) * (LEVELS - 1)));
    }

    private static byte[] png(byte[] pixels, int width, int height) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write(SIGNATURE);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 3, 0, 0, 0});      // 8 bits, palette
            chunk(file, "IHDR", header.toByteArray());
            chunk(file, "PLTE", palette());
            chunk(file, "IDAT", packed(pixels, width));
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] palette() {
        byte[] palette = new byte[3 * (LEVELS + 1)];
        Arrays.fill(palette, (byte) 0xff);
        for (int level = 1; level <= LEVELS; level++) {
            double ink = (level - 1.0) / (LEVELS - 1);
            for (int colour = 0; colour < 3; colour++) {
                palette[3 * level + colour] = (byte) Math.round(PAPER[colour] + ink * (INK[colour] - PAPER[colour]));
            }
        }
        return palette;
    }

    private static byte[] packed(byte[] pixels, int width) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int from = 0; from < pixels.length; from += width) {
                // filter «up», the difference to the line above: an enlarged line repeats, so nearly all 0
                out.write(2);
                for (int i = from; i < from + width; i++) {
                    out.write(i < width ? pixels[i] : pixels[i] - pixels[i - width]);
                }
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
