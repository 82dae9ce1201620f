package org.glassbox.plot;

import java.util.List;

/** One question about a run, ready to be written and drawn on a card, alone or beside others. */
interface Picture {
    /** The question. */
    String title();

    /** The answer: sentences with their numbers, each begins a line. */
    List<String> answer();

    /** What is normal. */
    List<String> normal();

    /** On what it was measured, how and when. */
    String measured();

    /** Draws into {@code frame} of {@code card} and returns the base line of its lowest words. */
    double draw(Card card, Card.Frame frame);

    /** How high its plots are on a card of its own, px. */
    default double plotHeight() { return 240; }
}
