package org.glassbox.plot;

import java.util.List;

/**
 * The eight things of which every picture is made. Places are in the units of the panel they stand in; sizes, widths and shifts
 * are in px. Each mark asks the pen for its own method, so the compiler finds the pen that forgot one.
 */
public interface Mark {
    /** Lets {@code pen} draw this mark. */
    void draw(Pen pen);

    /**
     * How a line is drawn.
     *
     * @param colour as #rrggbb
     * @param width in px
     * @param dash lengths of strokes and gaps in px; empty: solid
     */
    record Stroke(String colour, double width, String dash) {
        /** A solid line. */
        public static Stroke of(String colour, double width) {
            return new Stroke(colour, width, "");
        }

        /** This stroke with that dash. */
        public Stroke withDash(String lengths) {
            return new Stroke(colour, width, lengths);
        }
    }

    /** What a dot looks like; {@code CROSS} is only for numbers that are not finite. */
    enum Shape {
        /** Full, in its colour. */
        DISC,
        /** White with an edge in its colour. */
        RING,
        /** Only an edge: what lies below shows. */
        HALO,
        /** White diamond with an edge. */
        DIAMOND,
        /** Full diamond. */
        FULL_DIAMOND,
        /** Full square. */
        SQUARE,
        /** Full triangle that points down. */
        DOWN,
        /** The letter x. */
        CROSS
    }

    /** Which end of a text stands at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * A line through points, interrupted where one is not finite.
     *
     * @param points in the panel's units
     * @param stroke how it is drawn
     * @param notes what is told at each point when asked; empty, or one a point
     */
    record Line(Points points, Stroke stroke, List<String> notes) implements Mark {
        public Line(Points points, Stroke stroke) { this(points, stroke, List.of()); }

        @Override
        public void draw(Pen pen) { pen.line(this); }
    }

    /**
     * What lies between two lines.
     *
     * @param upper one edge, from left to right
     * @param lower the other edge, from left to right
     * @param fill its colour
     * @param edge the colour of a line of 1 px around it; empty: none
     */
    record Area(Points upper, Points lower, String fill, String edge) implements Mark {
        public Area(Points upper, Points lower, String fill) { this(upper, lower, fill, ""); }

        @Override
        public void draw(Pen pen) { pen.area(this); }
    }

    /**
     * Dots of one look.
     *
     * @param points their places
     * @param shape their form
     * @param radius in px
     * @param colour of face or edge
     * @param notes what is told at each dot when asked; empty, or one a dot
     */
    record Dot(Points points, Shape shape, double radius, String colour, List<String> notes) implements Mark {
        public Dot(Points points, Shape shape, double radius, String colour) {
            this(points, shape, radius, colour, List.of());
        }

        @Override
        public void draw(Pen pen) { pen.dot(this); }
    }

    /**
     * A filled rectangle from (x0, y0) to (x1, y1).
     *
     * @param round radius of its corners in px
     */
    record Bar(double x0, double y0, double x1, double y1, String fill, double round) implements Mark {
        @Override
        public void draw(Pen pen) { pen.bar(this); }
    }

    /**
     * A grid of coloured cells (heat map, grey image) that fills the rectangle from (x0, y0), where its first value stands, to
     * (x1, y1).
     *
     * @param columns number of columns
     * @param shares the values row by row, each from −1 ({@code below}) over 0 (white) to 1 ({@code colour})
     */
    record Cell(double x0, double y0, double x1, double y1, int columns, List<Double> shares, String colour,
        String below) implements Mark {
        /** Of values from 0 on. */
        Cell(double x0, double y0, double x1, double y1, int columns, List<Double> shares, String colour) {
            this(x0, y0, x1, y1, columns, shares, colour, Tokens.CARD);
        }

        @Override
        public void draw(Pen pen) { pen.cell(this); }
    }

    /** A straight line from (x0, y0) to (x1, y1): a limit, a marked place, a range. */
    record Rule(double x0, double y0, double x1, double y1, Stroke stroke) implements Mark {
        @Override
        public void draw(Pen pen) { pen.rule(this); }
    }

    /**
     * A text whose base line begins, is centred or ends {@code (dx, dy)} px right of and below (x, y).
     *
     * @param halo the colour of a rim, that of the ground, for text on lines; empty: none
     */
    record Text(double x, double y, double dx, double dy, String text, Anchor anchor, double size, boolean bold,
        String colour,
        String halo) implements Mark {
        /** A sentence that begins at (x, y). */
        public static Text of(double x, double y, String text) {
            return new Text(x, y, 0, 0, text, Anchor.START, Tokens.TEXT, false, Tokens.INK, "");
        }

        /** In the smallest size and the colour of hints. */
        public Text small() {
            return new Text(x, y, dx, dy, text, anchor, Tokens.SMALL, bold, Tokens.SUB, halo);
        }

        /** In the size of titles, bold. */
        public Text title() {
            return new Text(x, y, dx, dy, text, anchor, Tokens.TITLE, true, colour, halo);
        }

        /** Bold. */
        public Text strong() { return new Text(x, y, dx, dy, text, anchor, size, true, colour, halo); }

        /** In that colour. */
        public Text in(String other) {
            return new Text(x, y, dx, dy, text, anchor, size, bold, other, halo);
        }

        /** Moved by px to the right and down. */
        public Text shifted(double right, double down) {
            return new Text(x, y, dx + right, dy + down, text, anchor, size, bold, colour, halo);
        }

        /** From another place. */
        Text from(double otherX, double otherY) {
            return new Text(otherX, otherY, dx, dy, text, anchor, size, bold, colour, halo);
        }

        /** With that end at its place. */
        public Text on(Anchor end) {
            return new Text(x, y, dx, dy, text, end, size, bold, colour, halo);
        }

        /** With a rim in the colour of the ground. */
        public Text withHalo(String ground) {
            return new Text(x, y, dx, dy, text, anchor, size, bold, colour, ground);
        }

        @Override
        public void draw(Pen pen) { pen.text(this); }
    }

    /**
     * A connection from (x0, y0) to (x1, y1), of a width that may mean something, with an arrow head at its end if wanted.
     */
    record Link(double x0, double y0, double x1, double y1, double width, String colour,
        boolean arrow) implements Mark {
        @Override
        public void draw(Pen pen) { pen.link(this); }
    }
}
