package org.glassbox.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is known of a dataset besides its numbers. */
record About(String name, String target, List<String> features, List<String> classes, Optional<ImageShape> image,
    Optional<SequenceShape> sequence, String note) {
    About {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
    }

    static About of(String name, String target, List<String> features, List<String> classes) {
        return new About(name, target, features, classes, Optional.empty(), Optional.empty(), "");
    }

    /** Numbers in a row. */
    int width() { return features.size() * sequence.map(SequenceShape::steps).orElse(1); }

    /** Targets of a row: one, or one for each step. */
    int targets() {
        return sequence.filter(SequenceShape::everyStep).map(SequenceShape::steps).orElse(1);
    }

    /** The shape of so many rows as a tensor. */
    int[] shape(int rows) {
        return sequence.map(it -> it.symbols() ? new int[] {rows, it.steps()}
            : new int[] {rows, it.steps(), features.size()}).orElse(new int[] {rows, features.size()});
    }

    /** The shape of the targets of so many rows as a tensor. */
    int[] shapeOfTargets(int rows) {
        boolean everyStep = sequence.filter(SequenceShape::everyStep).isPresent();
        IntStream lengths = everyStep ? IntStream.of(rows, targets()) : IntStream.of(rows);
        return (classes.isEmpty() ? IntStream.concat(lengths, IntStream.of(1)) : lengths).toArray();
    }

    About withName(String changed) { return new About(changed, target, features, classes, image, sequence, note); }

    About withTarget(String changed) { return new About(name, changed, features, classes, image, sequence, note); }

    About withFeatures(List<String> changed) {
        return new About(name, target, changed, classes, image, sequence, note);
    }

    About withClasses(List<String> changed) {
        return new About(name, target, features, changed, image, sequence, note);
    }

    About withImage(ImageShape changed) {
        return new About(name, target, features, classes, Optional.of(changed), sequence, note);
    }

    About withSequence(SequenceShape changed) {
        return new About(name, target, features, classes, image, Optional.of(changed), note);
    }

    About withNote(String changed) { return new About(name, target, features, classes, image, sequence, changed); }
}
