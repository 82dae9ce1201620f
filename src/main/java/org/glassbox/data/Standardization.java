package org.glassbox.data;

import org.glassbox.Message;
import org.glassbox.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Each feature becomes (value − mean) ÷ deviation. The deviation is that of the rows themselves (divided by their
 * count). A feature that never changes has deviation 0 and becomes 0 everywhere: there is nothing to be learned from
 * it. A feature of a sequence has one mean and one deviation over all steps.
 *
 * @param features names
 * @param mean of each feature
 * @param deviation of each feature; 0 if it never changes
 */
public record Standardization(List<String> features, List<Double> mean, List<Double> deviation) {
    public Standardization {
        features = List.copyOf(features);
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** Mean and deviation of these rows. */
    public static Standardization of(Dataset data) {
        if (data.sequence().filter(SequenceShape::symbols).isPresent()) {
            throw new DataException(Message.of("standardized", "the features are symbols, not amounts")
                .with("data", data.summary()).help("their numbers are names; leave them as they are"));
        }
        List<Statistics> columns = data.statistics();
        return new Standardization(data.features(), columns.stream().map(Statistics::mean).toList(),
            columns.stream().map(Statistics::deviation).toList());
    }

    /** These rows, standardized by what was fitted. */
    public Dataset apply(Dataset data) {
        float[] scaled = new float[data.rows() * data.width()];
        for (int i = 0; i < scaled.length; i++) {
            int feature = i % features.size();
            double deviates = data.value(i) - mean.get(feature);
            scaled[i] = deviation.get(feature) == 0 ? 0 : (float) (deviates / deviation.get(feature));
        }
        String note = data.note().isEmpty() ? "standardized" : data.note() + "; standardized";
        return data.withValues(scaled).withNote(note);
    }

    /** The features that never changed. */
    public List<String> constant() {
        return IntStream.range(0, features.size()).filter(i -> deviation.get(i) == 0).mapToObj(features::get).toList();
    }

    /** Feature, mean, deviation. */
    public Table toTable() {
        return Table.create("standardization", StringColumn.create("feature", features),
            DoubleColumn.create("mean", mean), DoubleColumn.create("deviation", deviation));
    }

    /** One sentence. */
    @Override
    public String toString() {
        int still = constant().size();
        return Numbers.of(features.size(), "feature", "features") + " standardized by the training part alone"
            + (still == 0 ? "" : "; " + Numbers.of(still, "never changes and is", "never change and are")
                + " 0 everywhere");
    }
}
