package org.glassbox.data;

import static org.glassbox.data.SplitTest.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DatasetOfTableTest {
    @Test
    void numeric_columns_are_features_and_booleans_are_0_and_1() {
        Dataset data = Dataset.of(pets(), "kind");
        assertEquals("pets · 3 rows × 3 features · 2 classes", data.summary());
        assertEquals(List.of("weight", "legs", "barks"), data.features());
        assertEquals("kind", data.target());
        assertArrayEquals(new float[] {4.5f, 4, 0}, data.values(0));
        assertArrayEquals(new float[] {12.25f, 3, 1}, data.values(1));
    }

    @Test
    void a_text_target_becomes_classes_sorted_by_name() {
        Dataset data = Dataset.of(Table.create(DoubleColumn.create("x", 1, 2, 3),
            StringColumn.create("kind", "dog", "cat", "dog")), "kind");
        assertEquals(List.of("cat", "dog"), data.classes());
        assertArrayEquals(new float[] {1, 0, 1}, data.y().toFloats());
    }

    @Test
    void names_that_are_numbers_are_sorted_by_value() {
        Dataset data = Dataset.of(Table.create(DoubleColumn.create("x", 1, 2, 3),
            StringColumn.create("grade", "10", "2", "-1")), "grade");
        assertEquals(List.of("-1", "2", "10"), data.classes());
    }

    @Test
    void a_boolean_target_becomes_the_classes_false_and_true() {
        Dataset data = Dataset.of(withoutText(), "barks");
        assertEquals(List.of("false", "true"), data.classes());
        assertArrayEquals(new float[] {0, 1, 0}, data.y().toFloats());
    }

    @Test
    void a_numeric_target_stays_numbers_and_becomes_classes_when_asked() {
        Dataset data = Dataset.of(withoutText(), "legs");
        assertEquals(List.of(), data.classes());
        assertArrayEquals(new int[] {3, 1}, data.y().shape());
        assertEquals(List.of("3", "4"), data.toClasses().classes());
    }

    @Test
    void a_table_without_a_name_gives_data() {
        Table table = Table.create(IntColumn.create("x", new int[] {1}), IntColumn.create("y", new int[] {2}));
        assertEquals("data", Dataset.of(table, "y").name());
    }

    @Test
    void to_a_table_and_back_gives_the_same_to_the_last_bit() {
        Dataset twelve = Dataset.of(new double[12][1], new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        for (Dataset data : List.of(Datasets.digits(), Datasets.spiral(), Dataset.of(pets(), "kind"),
            Dataset.of(withoutText(), "weight"), twelve)) {
            Dataset back = Dataset.of(data.toTable(), data.target());
            assertEquals(data.name(), back.name());
            assertEquals(data.target(), back.target());
            assertEquals(data.features(), back.features());
            assertEquals(data.classes(), back.classes());
            assertArrayEquals(data.x().toFloats(), back.x().toFloats());
            assertArrayEquals(data.y().toFloats(), back.y().toFloats());
        }
    }

    @Test
    void a_missing_value_is_refused_with_column_row_and_the_mend() {
        Table table = Table.create(DoubleColumn.create("age", 1, Double.NaN, 3, Double.NaN),
            IntColumn.create("y", 1, 2, 3, 4));
        assertSays("""
            dataset: column "age" has no value in row 1
              column  age
              row     1 (counted from 0)
              missing 2 of 4 values
              help    drop such rows: table.dropRowsWithMissingValues(); or fill them: \
            table.doubleColumn("age").setMissingTo(table.doubleColumn("age").mean())""", () -> Dataset.of(table, "y"));
        assertEquals(2, Dataset.of(table.dropRowsWithMissingValues(), "y").rows());
        table.doubleColumn("age").setMissingTo(table.doubleColumn("age").mean());
        assertEquals(2, Dataset.of(table, "y").values(3)[0]);
    }

    @Test
    void a_missing_target_is_refused_too() {
        IntColumn number = IntColumn.create("y", new int[] {1});
        number.appendMissing();
        assertSays(
            """
                dataset: column "y" has no value in row 1
                  column  y
                  row     1 (counted from 0)
                  missing 1 of 2 values
                  help    drop such rows: table.dropRowsWithMissingValues(); or fill them: table.intColumn("y").setMissingTo(…)""",
            () -> Dataset.of(Table.create(DoubleColumn.create("x", 1, 2), number), "y"));
        assertSays(
            """
                dataset: column "kind" has no value in row 0
                  column  kind
                  row     0 (counted from 0)
                  missing 1 of 2 values
                  help    drop such rows: table.dropRowsWithMissingValues(); or fill them: table.stringColumn("kind").setMissingTo("unknown")""",
            () -> Dataset.of(
                Table.create(DoubleColumn.create("x", 1, 2), StringColumn.create("kind", "", "cat")), "kind"));
    }

    @Test
    void an_infinite_value_is_refused_where_it_stands() {
        assertSays("""
            dataset: column "speed" is infinite in row 1
              column speed
              row    1 (counted from 0)
              value  Infinity
              help   drop the row, or look for a division by zero where the column was made""",
            () -> Dataset.of(Table.create(DoubleColumn.create("speed", 1, Double.POSITIVE_INFINITY),
                IntColumn.create("y", 1, 2)), "y"));
    }

    @Test
    void a_text_feature_is_refused_and_both_mends_work() {
        Table table = pets();
        assertSays(
            """
                dataset: column "kind" holds text, a feature must be a number
                  column kind
                  row    0: "cat"
                  help   leave it out: table.rejectColumns("kind"); or make a 0/1 column of each word: table.rejectColumns("kind")\
                .addColumns(table.stringColumn("kind").getDummies().toArray(new BooleanColumn[0]))""",
            () -> Dataset.of(table, "legs"));
        assertEquals(2, Dataset.of(table.rejectColumns("kind"), "legs").features().size());
        Table dummies = table.rejectColumns("kind")
            .addColumns(table.stringColumn("kind").getDummies().toArray(new BooleanColumn[0]));
        assertArrayEquals(new float[] {4.5f, 0, 1, 0}, Dataset.of(dummies, "legs").values(0));
    }

    @Test
    void a_date_is_refused_as_feature_and_as_target() {
        Table table = Table.create(DateColumn.create("born", LocalDate.of(2020, 1, 2)),
            IntColumn.create("y", new int[] {1}));
        assertSays("""
            dataset: column "born" holds local dates, a feature must be a number
              column born
              row    0: "2020-01-02"
              help   leave it out: table.rejectColumns("born"); or make numbers of it first""",
            () -> Dataset.of(table, "y"));
        assertSays("""
            dataset: target "born" holds local dates, a target is text, booleans or numbers
              column born
              help   make a number or a text of it first""", () -> Dataset.of(table, "born"));
    }

    @Test
    void an_unknown_target_is_refused_with_the_columns_there_are() {
        assertSays("""
            dataset: there is no column "sort"
              columns weight, legs, barks, kind
              help    the second argument names the column that is to be learned""", () -> Dataset.of(pets(), "sort"));
    }

    @Test
    void a_table_of_the_target_alone_or_of_no_rows_is_refused() {
        assertSays("""
            dataset: there are no features
              help   a dataset has at least one row and one feature""",
            () -> Dataset.of(Table.create(IntColumn.create("y", new int[] {1})), "y"));
        assertSays("""
            dataset: there are no rows
              help   a dataset has at least one row and one feature""",
            () -> Dataset.of(Table.create(IntColumn.create("x"), IntColumn.create("y")), "y"));
    }

    private static Table pets() {
        return Table.create("pets", DoubleColumn.create("weight", 4.5, 12.25, 0.1), IntColumn.create("legs", 4, 3, 4),
            BooleanColumn.create("barks", false, true, false), StringColumn.create("kind", "cat", "dog", "cat"));
    }

    private static Table withoutText() { return pets().rejectColumns("kind"); }
}
