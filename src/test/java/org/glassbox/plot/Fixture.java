package org.glassbox.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The four tables of a real run, written by fixtures.py. */
record Fixture(String name, Table facts, Table epochs, Table steps, Table watched) {
    private static final String TEXTS = " data net rule seed loss metric starts state message place role watch name quantity ";
    private static final String WHOLE = " epoch step rows layer index ";

    static Fixture of(String run) {
        return new Fixture(run, read(run, "facts", Fixture::factType), read(run, "epochs", Fixture::type),
            read(run, "steps", Fixture::type), read(run, "watched", Fixture::type));
    }

    private static ColumnType factType(String column) {
        return TEXTS.contains(" " + column + " ") || column.equals("stratified") ? ColumnType.STRING
            : ColumnType.DOUBLE;
    }

    private static ColumnType type(String column) {
        return WHOLE.contains(" " + column + " ") ? ColumnType.INTEGER
            : TEXTS.contains(" " + column + " ") && !column.equals("loss") ? ColumnType.STRING : ColumnType.DOUBLE;
    }

    private static Table read(String run, String table, Function<String, ColumnType> types) {
        boolean packed = table.equals("watched");
        try (InputStream file = Fixture.class.getResourceAsStream(run + "/" + table + ".csv" + (packed ? ".gz" : ""));
            InputStream plain = packed ? new GZIPInputStream(file) : file) {
            return Table.read()
                .usingOptions(CsvReadOptions.builder(new InputStreamReader(plain, StandardCharsets.UTF_8))
                    .columnTypes(types).tableName(table).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
