package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * How does the error travel back through a net that is too large to be drawn number by number? Layer by layer: forward and
 * backward sizes, what multiplies the signal on its way, the gradient of the weights; and the sample.
 */
public final class LayerChainPicture {
    private LayerChainPicture() {}

    /** The picture of the tables of a chain rule by layers. */
    public static Chart of(Table facts, Table values, Table steps, Table input, Table scores) {
        Row fact = facts.row(0);
        double width = LayerChain.width(values);
        List<Mark> marks = new ArrayList<>();
        double y = ChainRulePicture.head(marks, fact, width - 2 * Tokens.MARGIN);
        ChainRulePicture.legend(marks, y + 34, "black: forward, root mean square (RMS)",
            "orange: the signal that comes back, RMS, and by what it was multiplied");
        double line = LayerChain.draw(marks, values, y + 66) + 6;
        marks.add(new Mark.Rule(Tokens.MARGIN, line, width - Tokens.MARGIN, line, Stroke.of(Tokens.GRID, 1)));
        double below = line + 26;
        List<Panel> panels = new ArrayList<>();
        double table = ChainTable.draw(marks, below, steps, fact, true);
        double sample = LayerSample.draw(marks, panels, input, scores, below);
        double end = ChainRulePicture.foot(marks, fact, table, sample, width);
        panels.add(0, Panel.plain(width, end + 14, marks));
        return new Chart(fact.getString("title"), List.of(fact.getString("summary")), List.of(fact.getString("hint")),
            fact.getString("measured"), width, end + 14, panels, null, false);
    }
}
