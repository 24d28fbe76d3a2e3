package dev.gradus.data;

import java.util.Arrays;

/// The characters of a text, each with a number: what a network reads and writes in place of letters.
///
/// Numbers follow the order of Unicode, from 0 on, so that the same characters have the same numbers
/// whatever text they come from.
public final class CharacterVocabulary {
    // sorted, without repetition; code points, so that what Java writes as two chars counts once
    private final int[] characters;

    private CharacterVocabulary(int[] characters) {
        this.characters = characters;
    }

    /// Returns the vocabulary of the characters in `text`.
    ///
    /// @throws IllegalArgumentException if there are none
    public static CharacterVocabulary of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "a vocabulary was to be made of an empty text: give a text with the characters that are to occur");
        }
        return new CharacterVocabulary(text.codePoints().sorted().distinct().toArray());
    }

    /// Returns how many characters there are.
    public int size() {
        return characters.length;
    }

    /// Returns the number of each character of `text`.
    ///
    /// @throws IllegalArgumentException if there is one that this vocabulary does not have
    public long[] encode(String text) {
        return text.codePoints().mapToLong(this::number).toArray();
    }

    private long number(int character) {
        var number = Arrays.binarySearch(characters, character);
        if (number < 0) {
            throw new IllegalArgumentException(
                    "the character '%s' (U+%04X) is not among the %d of this vocabulary: %s"
                            .formatted(Character.toString(character), character, size(), this));
        }
        return number;
    }

    /// Returns the characters with these numbers.
    ///
    /// @throws IllegalArgumentException if there is none with such a number
    public String decode(long... numbers) {
        var text = new StringBuilder();
        for (var number : numbers) {
            if (number < 0 || number >= size()) {
                throw new IllegalArgumentException(
                        "there is no character with the number %d: they go from 0 to %d"
                                .formatted(number, size() - 1));
            }
            text.appendCodePoint(characters[(int) number]);
        }
        return text.toString();
    }

    /// Vocabularies of the same characters are equal.
    @Override
    public boolean equals(Object other) {
        return other instanceof CharacterVocabulary vocabulary
                && Arrays.equals(characters, vocabulary.characters);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(characters);
    }

    /// Returns the characters in order, with line breaks written as `\n`.
    @Override
    public String toString() {
        return new String(characters, 0, size())
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
