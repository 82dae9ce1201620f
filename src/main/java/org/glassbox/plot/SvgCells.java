package org.glassbox.plot;

import java.util.Map;
import java.util.TreeMap;

/** A grid of cells in SVG: one path a shade, thick strokes where neighbours in a row have the same; a rectangle a cell would be twenty times the size. */
final class SvgCells {
    private static final int SHADES = 16;
    private static final int NOT_FINITE = Integer.MAX_VALUE;

    private SvgCells() {}

    static String draw(Mark.Cell cell, Panel panel) {
        int columns = cell.columns();
        int rows = (cell.shares().size() + columns - 1) / columns;
        double left = panel.px(cell.x0());
        double top = panel.py(cell.y0());
        double w = (panel.px(cell.x1()) - left) / columns;
        double h = (panel.py(cell.y1()) - top) / rows;
        Map<Integer, StringBuilder> paths = new TreeMap<>();
        for (int from = 0, to; from < cell.shares().size(); from = to) {
            int shade = shade(cell.shares().get(from));
            to = from + 1;
            while (to < cell.shares().size() && to % columns != 0 && shade(cell.shares().get(to)) == shade) {
                to++;
            }
            if (shade != 0) {
                paths.computeIfAbsent(shade, key -> new StringBuilder()).append('M')
                    .append(SvgText.pair(left + from % columns * w, top + (from / columns + 0.5) * h)).append('h')
                    .append(SvgText.number((to - from) * w));
            }
        }
        StringBuilder svg = new StringBuilder();
        paths.forEach((shade, path) -> svg.append("<path d=\"").append(path).append("\" stroke=\"")
            .append(colour(shade, cell)).append("\" stroke-width=\"").append(SvgText.number(h)).append("\"/>\n"));
        return svg.toString();
    }

    private static String colour(int shade, Mark.Cell cell) {
        return shade == NOT_FINITE ? Tokens.NOT_FINITE
            : Tokens.tint(shade > 0 ? cell.colour() : cell.below(), (double) Math.abs(shade) / SHADES);
    }

    /** −16 to 16. */
    private static int shade(double share) {
        return Double.isFinite(share) ? (int) Math.round(SHADES * Math.max(-1, Math.min(1, share))) : NOT_FINITE;
    }
}
