package org.glassbox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glassbox.inspect.ChainRule;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ChainRuleDisplayTest {
    @Test
    void a_cell_shows_the_picture_and_where_nothing_can_be_drawn_the_listing() {
        ChainRule chain = ChainRule.of(Tensor.of(2).named("<b>").mul(3));
        Bundle bundle = Bundle.of(chain);
        assertEquals(chain.toString(), bundle.text());
        String html = bundle.data().get(Bundle.HTML);
        assertTrue(html.contains("<img src=\"data:image/svg+xml;base64,"));
        assertTrue(html.contains("How much does &lt;b&gt; matter?") && !html.contains("<b>"));
    }
}
