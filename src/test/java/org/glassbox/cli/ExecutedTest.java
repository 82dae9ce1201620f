package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The test of a notebook's claims reads what its cells showed. */
class ExecutedTest {
    private static final Executed EXECUTED = new Executed(JsonParser.parseString("""
        {"cells": [
          {"cell_type": "markdown", "source": "the run"},
          {"cell_type": "code", "source": "var run = fit();", "outputs": [
            {"output_type": "stream", "name": "stdout", "text": ["two ", "lines"]},
            {"output_type": "execute_result", "data": {"text/plain": "42", "text/html": "<b>42</b>"}}]},
          {"cell_type": "code", "source": ["table", "(run)"], "outputs": [
            {"output_type": "execute_result", "data": {"text/plain": "%s"}}]}]}
        """.formatted(table().print().replace("\n", "\\n"))).getAsJsonObject());

    @Test
    void a_cell_is_found_by_words_that_no_other_has() {
        assertEquals("two lines\n42", EXECUTED.text("fit()"));
        assertEquals("two lines\n42", EXECUTED.text("var run"));
        assertThrows(AssertionError.class, () -> EXECUTED.text("run"));
        assertThrows(AssertionError.class, () -> EXECUTED.text("nothing"));
    }

    @Test
    void a_table_gives_its_rows_and_its_numbers() {
        assertEquals(Map.of("layer", "first", "published", "0.066", "here", "-1200"), EXECUTED.table("table").get(0));
        assertEquals(2, EXECUTED.table("table").size());
        assertArrayEquals(new double[] {0.066, 0.309}, EXECUTED.numbers("table", "published"));
        assertArrayEquals(new double[] {-1200, 3}, EXECUTED.numbers("table", "here"));
        assertThrows(AssertionError.class, () -> EXECUTED.table("fit()"));
    }

    private static Table table() {
        return Table.create("norms", StringColumn.create("layer", "first", "the last"),
            DoubleColumn.create("published", 0.066, 0.309), DoubleColumn.create("here", -1200, 3));
    }
}
