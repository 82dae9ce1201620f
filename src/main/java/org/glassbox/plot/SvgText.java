package org.glassbox.plot;

import java.util.Locale;

/** Pieces of SVG as text: numbers, paths, dots, arrows, escaped words. */
final class SvgText {
    private SvgText() {}

    /** To 0.1, without a trailing zero. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10)
            : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    static String pair(double x, double y) { return number(x) + " " + number(y); }

    /** For text and attributes; what XML forbids becomes a question mark on a diamond. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xfffd);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c < 0xd800 || c >= 0xe000 && c < 0xfffe || c >= 0x10000;
    }

    /** A path through the points, lifted where one is not finite; level and upright pieces in their short forms. */
    static String path(Points points) {
        StringBuilder d = new StringBuilder();
        boolean down = false;
        String lastX = "";
        String lastY = "";
        for (int i = 0; i < points.size(); i++) {
            if (!Double.isFinite(points.x(i)) || !Double.isFinite(points.y(i))) {
                down = false;
                continue;
            }
            String x = number(points.x(i));
            String y = number(points.y(i));
            if (!down) {
                d.append('M').append(x).append(' ').append(y);
            } else if (x.equals(lastX)) {
                d.append(y.equals(lastY) ? "" : "V" + y);
            } else {
                d.append(y.equals(lastY) ? "H" + x : "L" + x + " " + y);
            }
            down = true;
            lastX = x;
            lastY = y;
        }
        return d.toString();
    }

    /** The way back through the points, to close an area. */
    static String pathBack(Points points) {
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = points.x(x.length - 1 - i);
            y[i] = points.y(x.length - 1 - i);
        }
        String d = path(Points.of(x, y).finite());
        return d.isEmpty() ? "" : "L" + d.substring(1);
    }

    static String stroke(Mark.Stroke stroke) {
        return " stroke=\"" + stroke.colour() + "\""
            + (stroke.width() == 1 ? "" : " stroke-width=\"" + number(stroke.width()) + "\"")
            + (stroke.dash().isEmpty() ? "" : " stroke-dasharray=\"" + stroke.dash() + "\"");
    }

    static String dot(Mark.Dot dot, double x, double y) {
        String r = number(dot.radius());
        String circle = "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + r + "\" ";
        String edge = "stroke=\"" + dot.colour() + "\" stroke-width=\"1.5\"/>";
        return switch (dot.shape()) {
            case DISC -> circle + "fill=\"" + dot.colour() + "\"/>";
            case RING -> circle + "fill=\"#fff\" " + edge;
            case HALO -> circle + "fill=\"none\" stroke=\"" + dot.colour() + "\" stroke-width=\"1.2\"/>";
            case DIAMOND -> diamond(x, y, dot.radius()) + "fill=\"#fff\" " + edge;
            case FULL_DIAMOND -> diamond(x, y, dot.radius()) + "fill=\"" + dot.colour() + "\" " + edge;
            case SQUARE -> "<path d=\"M" + pair(x - dot.radius(), y - dot.radius()) + "h" + number(2 * dot.radius())
                + "v"
                + number(2 * dot.radius()) + "h-" + number(2 * dot.radius()) + "z\" fill=\"" + dot.colour() + "\"/>";
            case DOWN -> "<path d=\"M" + pair(x - dot.radius(), y - dot.radius()) + "h" + number(2 * dot.radius())
                + "l-" + r + " "
                + number(1.6 * dot.radius()) + "z\" fill=\"" + dot.colour() + "\"/>";
            case CROSS -> "<path d=\"M" + pair(x - dot.radius(), y - dot.radius()) + "l"
                + pair(2 * dot.radius(), 2 * dot.radius())
                + "M" + pair(x - dot.radius(), y + dot.radius()) + "l" + pair(2 * dot.radius(), -2 * dot.radius())
                + "\" stroke=\"" + dot.colour() + "\" stroke-width=\"2.2\"/>";
        };
    }

    private static String diamond(double x, double y, double r) {
        String n = number(r);
        return String.format(Locale.ROOT, "<path d=\"M%sl%s %sl-%s %sl-%s -%sz\" ", pair(x, y - r), n, n, n, n, n, n);
    }

    /** A line with the arrow head as a path: markers would need ids. */
    static String arrow(Mark.Link link, double x0, double y0, double x1, double y1) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double head = link.arrow() && length > 0 ? Math.min(length, 7 + link.width()) : 0;
        double ux = length > 0 ? (x1 - x0) / length : 0;
        double uy = length > 0 ? (y1 - y0) / length : 0;
        double half = 3 + 0.75 * link.width();
        double bx = x1 - head * ux;
        double by = y1 - head * uy;
        String shaft = "<path d=\"M" + pair(x0, y0) + "L" + pair(bx, by) + "\""
            + stroke(Mark.Stroke.of(link.colour(), link.width())) + "/>\n";
        return head == 0 ? shaft
            : shaft + "<path d=\"M" + pair(x1, y1) + "L" + pair(bx - half * uy, by + half * ux) + "L"
                + pair(bx + half * uy, by - half * ux) + "z\" fill=\"" + link.colour() + "\"/>\n";
    }
}
