package org.glassbox.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.tensor.Tensor;

/**
 * A text for a model that writes character by character: its characters are numbered, and {@link #windows} makes rows of
 * it. The number of a character is its class, its input to an embedding, and what {@link #decode} reads.
 *
 * <pre>
 * Text text = Datasets.mobyDick();
 * Split data = text.windows(32).split(0.9);               // 32 characters → the next one
 * Split all = text.passages(32).split(0.9);               // 32 characters → the next one after each
 * Tensor scores = net.predict(text.encode("Call me "));   // [1, 8] → [1, characters]
 * </pre>
 */
public final class Text {
    private static final int SHOWN = 60;

    private final String name;
    private final List<String> characters;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] text;

    private Text(String name, List<String> characters, int[] text) {
        this.name = name;
        this.characters = characters;
        this.text = text;
        characters.forEach(character -> numbers.put(character, numbers.size()));
    }

    /** Any text; its characters are numbered in the order of Unicode. */
    public static Text of(String text) {
        int[] points = text.codePoints().toArray();
        if (points.length == 0) {
            throw new DataException(Message.of("text", "there are no characters").help("a text has at least one"));
        }
        int[] different = Arrays.stream(points).sorted().distinct().toArray();
        return new Text("text", Arrays.stream(different).mapToObj(Character::toString).toList(),
            Arrays.stream(points).map(point -> Arrays.binarySearch(different, point)).toArray());
    }

    /** With another name. */
    public Text withName(String changed) { return new Text(changed, characters, text); }

    /** What it is called, for example "moby-dick". */
    public String name() { return name; }

    /** The different characters in it, by number. */
    public List<String> characters() { return characters; }

    /** How many characters it has. */
    public int length() { return text.length; }

    /** Every stretch of {@code length} characters with the character after it: {@link #windows(int, int)} 1 apart. */
    public Dataset windows(int length) {
        return windows(length, 1);
    }

    /**
     * Stretches of the text, each with the character after it as its class. x: numbers of characters, [rows, length]; y:
     * number of the next one, [rows]. A split keeps the order of the text, so that no part has read what another is asked.
     *
     * @param length characters in a row, at least 1
     * @param apart from the beginning of a row to that of the next, at least 1; {@code length} reads each character once
     */
    public Dataset windows(int length, int apart) {
        return rows(
            new SequenceShape(Windows.requireSteps(text.length, length), true, requireApart(length, apart), false));
    }

    /** The text in stretches of {@code length} characters, each read once: {@link #passages(int, int)} as far apart. */
    public Dataset passages(int length) {
        return passages(length, length);
    }

    /**
     * Stretches of the text with a target at every step, the character after it: a net that puts out scores at every step
     * learns from all of them at once, «Call me» → «all me ». x: numbers of characters, [rows, length]; y: numbers of the next
     * ones, [rows, length]. Else as {@link #windows(int, int)}.
     */
    public Dataset passages(int length, int apart) {
        return rows(
            new SequenceShape(Windows.requireSteps(text.length, length), true, requireApart(length, apart), true));
    }

    private static int requireApart(int length, int apart) {
        if (apart < 1) {
            throw new DataException(
                Message.of("windows", "rows begin " + apart + " characters apart, must be at least 1")
                    .help("windows(" + length + ") takes every position, windows(" + length + ", " + length
                        + ") each character once"));
        }
        return apart;
    }

    private Dataset rows(SequenceShape sequence) {
        int length = sequence.steps();
        int rows = (text.length - length - 1) / sequence.apart() + 1;
        int targets = sequence.everyStep() ? length : 1;
        float[] x = Windows.room(rows, length);
        float[] y = new float[rows * targets];
        for (int row = 0; row < rows; row++) {
            int from = row * sequence.apart();
            copy(from, x, row * length, length);
            copy(from + 1 + length - targets, y, row * targets, targets);
        }
        return new Dataset(
            About.of(name, "next character", List.of("character"), characters).withSequence(sequence), x, y);
    }

    private void copy(int from, float[] to, int place, int count) {
        for (int i = 0; i < count; i++) {
            to[place + i] = text[from + i];
        }
    }

    /**
     * The numbers of these characters as data, [1, characters].
     *
     * @throws DataException if one of them is not in the text
     */
    public Tensor encode(String some) {
        int[] points = some.codePoints().toArray();
        float[] encoded = new float[points.length];
        for (int i = 0; i < encoded.length; i++) {
            String character = Character.toString(points[i]);
            if (!numbers.containsKey(character)) {
                throw new DataException(Message.of("encode", "\"" + character + "\" is not in " + name)
                    .with("characters", String.join("", characters).replace("\n", "↵"))
                    .help("a model knows only the characters that it was trained with"));
            }
            encoded[i] = numbers.get(character);
        }
        return Tensor.data(encoded, 1, encoded.length);
    }

    /** The characters of these numbers. */
    public String decode(int... some) {
        return Arrays.stream(some).mapToObj(this::character).collect(Collectors.joining());
    }

    private String character(int number) {
        if (number < 0 || number >= characters.size()) {
            throw new DataException(Message.of("decode", "there is no character " + number)
                .help(name + " has characters 0 to " + (characters.size() - 1)));
        }
        return characters.get(number);
    }

    /** Size, characters and how it begins. */
    @Override
    public String toString() {
        String begin = IntStream.range(0, Math.min(SHOWN, text.length)).mapToObj(i -> characters.get(text[i]))
            .collect(Collectors.joining());
        return name + " · " + Numbers.of(text.length, "character", "characters") + ", "
            + Numbers.count(characters.size()) + " different"
            + "\n  begins  " + Figures.visible(begin) + (text.length > SHOWN ? "…" : "")
            + "\n  all     " + Figures.visible(String.join("", characters));
    }
}
