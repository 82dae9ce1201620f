package org.glassbox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glassbox.GlassboxException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class SheetTest {
    private static Sheet sheet() {
        return Sheet.of("prices", "labels", "accuracy", "way").add(20, 71.26, "alone").add(50, 85, "<b>taught</b>");
    }

    @Test
    void rows_become_columns_of_whole_numbers_numbers_and_texts() {
        Table table = sheet().add(null, null, null).toTable();
        assertEquals("prices", table.name());
        assertEquals(ColumnType.INTEGER, table.column("labels").type());
        assertEquals(ColumnType.DOUBLE, table.column("accuracy").type());
        assertEquals(85, table.doubleColumn("accuracy").getDouble(1));
        assertEquals("alone", table.stringColumn("way").get(0));
        assertTrue(table.column("labels").isMissing(2) && table.column("accuracy").isMissing(2)
            && table.column("way").isMissing(2));
    }

    @Test
    void numbers_can_be_rounded_for_reading_and_stay_exact_in_the_sheet() {
        Sheet sheet = sheet().add(1, Double.NaN, "");
        assertEquals(71.3, sheet.rounded(1).doubleColumn("accuracy").getDouble(0));
        assertEquals(71.26, sheet.toTable().doubleColumn("accuracy").getDouble(0));
        assertTrue(sheet.rounded(1).column("accuracy").isMissing(2));
    }

    @Test
    void it_is_shown_as_a_table_and_its_texts_stay_text() {
        String html = Bundle.of(sheet()).data().get(Bundle.HTML);
        assertTrue(html.contains("71.26") && html.contains("&lt;b&gt;taught"), html);
    }

    @Test
    void a_row_with_another_number_of_values_is_refused() {
        assertEquals("""
            Sheet.add: 1 values for 3 columns
              columns labels, accuracy, way
              help    give one for each, null where there is none""",
            assertThrows(GlassboxException.class, () -> sheet().add(1)).getMessage());
    }
}
