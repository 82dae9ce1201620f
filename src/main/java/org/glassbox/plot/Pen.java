package org.glassbox.plot;

/** Draws marks: one method a mark. The places of a mark are in the units of the panel that the pen is in. */
public interface Pen {
    void line(Mark.Line line);

    void area(Mark.Area area);

    void dot(Mark.Dot dot);

    void bar(Mark.Bar bar);

    void cell(Mark.Cell cell);

    void rule(Mark.Rule rule);

    void text(Mark.Text text);

    void link(Mark.Link link);
}
