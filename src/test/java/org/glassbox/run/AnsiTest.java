package org.glassbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnsiTest {
    @Test
    void colours_become_spans_until_they_are_reset() {
        assertEquals("a <span class=\"ansi1\">red</span> b", Ansi.toHtml("a \u001b[31mred\u001b[0m b"));
        assertEquals("<span class=\"bold ansi2\">x</span>", Ansi.toHtml("\u001b[1;32mx"));
    }

    @Test
    void a_second_colour_replaces_the_first() {
        assertEquals("<span class=\"ansi1\">a</span><span class=\"ansi4\">b</span>",
            Ansi.toHtml("\u001b[31ma\u001b[34mb\u001b[m"));
    }

    @Test
    void text_is_escaped() {
        assertEquals("&lt;b&gt;<span class=\"ansi1\">&amp;</span>", Ansi.toHtml("<b>\u001b[31m&"));
    }

    @Test
    void other_escapes_are_dropped() { assertEquals("ab", Ansi.toHtml("a\u001b[2Kb")); }
}
