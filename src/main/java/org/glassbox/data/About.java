package org.glassbox.data;

import java.util.List;
import java.util.Optional;

/** What is known of a dataset besides its numbers. */
record About(String name, String target, List<String> features, List<String> classes, Optional<ImageShape> image,
    String note) {
    About {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
    }

    static About of(String name, String target, List<String> features, List<String> classes) {
        return new About(name, target, features, classes, Optional.empty(), "");
    }

    About withName(String changed) { return new About(changed, target, features, classes, image, note); }

    About withTarget(String changed) { return new About(name, changed, features, classes, image, note); }

    About withFeatures(List<String> changed) { return new About(name, target, changed, classes, image, note); }

    About withClasses(List<String> changed) { return new About(name, target, features, changed, image, note); }

    About withImage(ImageShape changed) {
        return new About(name, target, features, classes, Optional.of(changed), note);
    }

    About withNote(String changed) { return new About(name, target, features, classes, image, changed); }
}
