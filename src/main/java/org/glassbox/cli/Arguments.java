package org.glassbox.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/**
 * What follows the command's name.
 *
 * @param flags options without a value
 * @param values options with one
 * @param words all that is no option
 */
record Arguments(Set<String> flags, Map<String, String> values, List<String> words) {
    private static final Set<String> FLAGS = Set.of("--user");
    private static final Set<String> VALUES = Set.of("--sys-prefix", "--prefix", "--name", "--java", "--output");

    /** Sorts {@code arguments} by their kinds. */
    static Arguments of(List<String> arguments) {
        Set<String> flags = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (FLAGS.contains(word)) {
                flags.add(word);
            } else if (VALUES.contains(word) && i + 1 < arguments.size()) {
                values.put(word, arguments.get(++i));
            } else if (word.startsWith("--")) {
                throw refused(word);
            } else {
                words.add(word);
            }
        }
        return new Arguments(flags, values, words);
    }

    /** The value of an option, if it was given. */
    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    private static GlassboxException refused(String word) {
        String what = VALUES.contains(word) ? word + " needs a value after it" : "there is no option " + word;
        return new GlassboxException(Message.of("glassbox", what).help(Main.USAGE));
    }
}
