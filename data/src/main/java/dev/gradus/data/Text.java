package dev.gradus.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A text as numbers, one for each character: what a language model learns from.
///
/// ```java
/// var text = Text.read(Path.of("novel.txt"));
/// var parts = text.split(0.1);
/// var batch = parts.train().windows(64).batch(12, 0);
/// ```
///
/// Nothing in a text ever changes; a part shares the numbers of the whole and copies none.
public final class Text {
    private final CharacterVocabulary vocabulary;
    private final long[] numbers;
    private final int start;
    private final int length;

    private Text(CharacterVocabulary vocabulary, long[] numbers, int start, int length) {
        this.vocabulary = vocabulary;
        this.numbers = numbers;
        this.start = start;
        this.length = length;
    }

    /// Returns `text` with the vocabulary of its own characters.
    ///
    /// @throws IllegalArgumentException if it is empty
    public static Text of(String text) {
        return of(text, CharacterVocabulary.of(text));
    }

    /// Returns `text` with a vocabulary that another text has made.
    ///
    /// @throws IllegalArgumentException if there is a character that the vocabulary does not have
    public static Text of(String text, CharacterVocabulary vocabulary) {
        var numbers = vocabulary.encode(text);
        return new Text(vocabulary, numbers, 0, numbers.length);
    }

    /// Reads a file in UTF-8.
    ///
    /// @throws UncheckedIOException if it cannot be read
    /// @throws IllegalArgumentException if it is empty or not in UTF-8
    public static Text read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "%s is not written in UTF-8: save it so, or read it in its own way and use Text.of(...)"
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the characters that may occur.
    public CharacterVocabulary vocabulary() {
        return vocabulary;
    }

    /// Returns how many characters there are.
    public int length() {
        return length;
    }

    /// Returns the number of each character of `prompt`.
    ///
    /// @throws IllegalArgumentException if there is one that the vocabulary does not have
    public long[] encode(String prompt) {
        return vocabulary.encode(prompt);
    }

    /// Returns the characters with these numbers.
    ///
    /// @throws IllegalArgumentException if there is none with such a number
    public String decode(long... characters) {
        return vocabulary.decode(characters);
    }

    /// Returns the characters from `from` up to but not including `to`.
    ///
    /// @throws IndexOutOfBoundsException if there are not so many
    public Text part(int from, int to) {
        if (from < 0 || to < from || to > length) {
            throw new IndexOutOfBoundsException(
                    "there are no characters %d to %d in a text of %d".formatted(from, to, length));
        }
        return new Text(vocabulary, numbers, start + from, to - from);
    }

    /// A text in two parts.
    ///
    /// @param train what the network learns from
    /// @param validation what shows whether it learns more than that by heart
    public record Parts(Text train, Text validation) {}

    /// Returns the beginning and, apart from it, the last share `validation` of this text. Both have the
    /// vocabulary of the whole.
    ///
    /// @throws IllegalArgumentException if the share is not above 0 and below 1
    public Parts split(double validation) {
        if (!(validation > 0 && validation < 1)) {
            throw new IllegalArgumentException(
                    "a share %s of the text was to be kept for validation: give one above 0 and below 1, such as 0.1"
                            .formatted(validation));
        }
        var border = length - (int) Math.round(length * validation);
        return new Parts(part(0, border), part(border, length));
    }

    /// Returns the pieces of `size` characters in which a network reads this text.
    ///
    /// @throws IllegalArgumentException if the text is too short for one
    public TextWindows windows(int size) {
        return new TextWindows(this, size);
    }

    /// Copies `count` numbers from character `from` on into `target`.
    void copy(int from, int count, long[] target, int offset) {
        System.arraycopy(numbers, start + from, target, offset, count);
    }

    /// Returns the text itself.
    @Override
    public String toString() {
        return vocabulary.decode(Arrays.copyOfRange(numbers, start, start + length));
    }
}
