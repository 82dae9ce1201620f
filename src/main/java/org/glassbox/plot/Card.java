package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Mark.Text;

/** A card while it is being filled: words in px, and panels. */
final class Card {
    private static final double FOOT_LINE = 15;
    private final List<Mark> words = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private Chart.Slider slider;

    /** The room that a picture gets: its left edge, the base line of the names of its axes, its width, the height of its plots. */
    record Frame(double x, double top, double width, double height) {
        /** The upper edge of the plots. */
        double plotTop() { return top + 8; }

        /** The lower edge of the plots. */
        double bottom() { return plotTop() + height; }

        double right() { return x + width; }
    }

    /** Puts words or other marks there, in px of the card. */
    void add(Mark mark) { words.add(mark); }

    void addAll(List<? extends Mark> marks) { words.addAll(marks); }

    void add(Panel panel) { panels.add(panel); }

    void add(Chart.Slider choice) { slider = choice; }

    /** The lines of {@code words}, wrapped to {@code width} px and what a wide face may take beyond it. */
    static List<String> lines(List<String> words, double width) {
        return words.stream().flatMap(each -> Words.wrapped(each, width, Tokens.TEXT).stream()).toList();
    }

    /** Writes title, answer and hint from base line {@code y} on and returns the base line of the last. */
    double head(Picture picture, double x, double y, double width) {
        add(Text.of(x, y, picture.title()).title());
        double at = y + 4;
        for (String line : lines(picture.answer(), width)) {
            at += Tokens.LINE;
            add(Text.of(x, at, line));
        }
        for (String line : lines(picture.normal(), width)) {
            at += Tokens.LINE;
            add(Text.of(x, at, line).in(Tokens.SUB));
        }
        return at;
    }

    /** The chart of what was put on this card. */
    Chart chart(String title, List<String> answer, List<String> normal, String measured, double height, boolean still) {
        List<Panel> all = new ArrayList<>(List.of(Panel.plain(Tokens.WIDTH, height, words)));
        all.addAll(panels);
        return new Chart(title, answer, normal, measured, Tokens.WIDTH, height, all, slider, still || panels.isEmpty());
    }

    /** One picture on a card of its own. */
    static Chart of(Picture picture) {
        Card card = new Card();
        double width = Tokens.WIDTH - 2 * Tokens.MARGIN;
        double head = card.head(picture, Tokens.MARGIN, 38, Math.min(width, 700));
        Frame frame = new Frame(Tokens.MARGIN, head + 30, width, picture.plotHeight());
        double bottom = picture.draw(card, frame);
        double foot = card.footer(picture.measured(), Tokens.MARGIN, bottom + 24, width);
        return card.chart(picture.title(), picture.answer(), picture.normal(), picture.measured(), foot + 16, false);
    }

    /** The grey last lines: how it was measured; returns the base line of the last. */
    double footer(String measured, double x, double y, double width) {
        double at = y - FOOT_LINE;
        for (String line : Words.wrapped(measured, width, Tokens.SMALL)) {
            at += FOOT_LINE;
            add(Text.of(x, at, line).small().in(Tokens.FAINT));
        }
        return at;
    }
}
