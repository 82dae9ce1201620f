package org.glassbox.plot;

import java.util.Map;
import java.util.TreeMap;

/** A grid of cells in SVG: one path a shade, since a rectangle a cell would be ten times the size. */
final class SvgCells {
    private static final int SHADES = 16;

    private SvgCells() {}

    static String draw(Mark.Cell cell, Panel panel) {
        int columns = cell.columns();
        int rows = (cell.shares().size() + columns - 1) / columns;
        double left = panel.px(cell.x0());
        double top = panel.py(cell.y0());
        double w = (panel.px(cell.x1()) - left) / columns;
        double h = (panel.py(cell.y1()) - top) / rows;
        Map<Integer, StringBuilder> paths = new TreeMap<>();
        for (int i = 0; i < cell.shares().size(); i++) {
            int shade = shade(cell.shares().get(i));
            int from = i;
            while ((i + 1) % columns != 0 && i + 1 < cell.shares().size() && shade(cell.shares().get(i + 1)) == shade) {
                i++;                                                // a run of one shade is one rectangle
            }
            if (shade != 0) {
                double run = (i + 1 - from) * w;
                paths.computeIfAbsent(shade, key -> new StringBuilder()).append('M')
                    .append(SvgText.pair(left + from % columns * w, top + from / columns * h)).append('h')
                    .append(SvgText.number(run)).append('v').append(SvgText.number(h)).append('h')
                    .append(SvgText.number(-run)).append('z');
            }
        }
        StringBuilder svg = new StringBuilder();
        paths.forEach((shade, path) -> svg.append("<path d=\"").append(path).append("\" fill=\"")
            .append(shade < 0 ? Tokens.NOT_FINITE : Tokens.tint(cell.colour(), (double) shade / SHADES))
            .append("\"/>\n"));
        return svg.toString();
    }

    /** 0 to 16, or −1 for a value that is not finite. */
    private static int shade(double share) {
        return Double.isFinite(share) ? (int) Math.round(SHADES * Math.max(0, Math.min(1, share))) : -1;
    }
}
