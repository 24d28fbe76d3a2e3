package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTest {
    private static final Text TEXT = Text.of("hello, old world");

    @Test
    void numbersItsCharactersInTheOrderOfUnicode() {
        assertThat(TEXT.vocabulary()).hasToString(" ,dehlorw");
        assertThat(TEXT.vocabulary().size()).isEqualTo(9);
        assertThat(TEXT.encode("dew")).containsExactly(2, 3, 8);
        assertThat(TEXT.decode(5, 6, 7, 2)).isEqualTo("lord");
        assertThat(TEXT.decode(TEXT.encode("world order"))).isEqualTo("world order");
    }

    @Test
    void countsACharacterThatJavaWritesAsTwo() {
        var text = Text.of("a🎓b");
        assertThat(text.length()).isEqualTo(3);
        assertThat(text.encode("🎓a")).containsExactly(2, 0);
        assertThat(text.decode(2)).isEqualTo("🎓");
    }

    @Test
    void hasTheVocabularyOfAnotherTextIfTold() {
        var text = Text.of("deed", TEXT.vocabulary());
        assertThat(text.vocabulary())
                .isEqualTo(TEXT.vocabulary())
                .hasSameHashCodeAs(TEXT.vocabulary());
        assertThat(text.vocabulary()).isNotEqualTo(Text.of("deed").vocabulary());
        assertThat(text.windows(3).batch(1, 0).x().toLongs()).containsExactly(2, 3, 3);
    }

    @Test
    void namesACharacterThatIsMissing() {
        assertThatThrownBy(() -> TEXT.encode("help"))
                .hasMessage(
                        "the character 'p' (U+0070) is not among the 9 of this vocabulary:  ,dehlorw");
        assertThatThrownBy(() -> Text.of("x", TEXT.vocabulary())).hasMessageContaining("'x'");
        assertThatThrownBy(() -> TEXT.decode(9))
                .hasMessage("there is no character with the number 9: they go from 0 to 8");
        assertThatThrownBy(() -> TEXT.decode(-1)).hasMessageContaining("the number -1");
    }

    @Test
    void isPartedWithoutOverlap() {
        var parts = TEXT.split(0.25);
        assertThat(parts.train()).hasToString("hello, old w");
        assertThat(parts.validation()).hasToString("orld");
        assertThat(parts.validation().vocabulary()).isEqualTo(TEXT.vocabulary());
        assertThat(parts.validation().part(1, 3)).hasToString("rl");
        assertThatThrownBy(() -> TEXT.split(1))
                .hasMessageStartingWith("a share 1.0 of the text was to be kept for validation");
        assertThatThrownBy(() -> TEXT.part(3, 17))
                .hasMessage("there are no characters 3 to 17 in a text of 16");
    }

    @Test
    void refusesAnEmptyText() {
        assertThatThrownBy(() -> Text.of(""))
                .hasMessageStartingWith("a vocabulary was to be made of an empty text");
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "öd\n");
        assertThat(Text.read(file)).hasToString("öd\n");
        assertThat(Text.read(file).vocabulary()).hasToString("\\ndö");
        Files.write(file, new byte[] {'a', (byte) 0xff});
        assertThatThrownBy(() -> Text.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not written in UTF-8");
        assertThatThrownBy(() -> Text.read(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void asksInEachPlaceForTheNextCharacter() {
        var batch = TEXT.windows(5).batch(50, 3);
        assertThat(batch.x().shape()).isEqualTo(Shape.of(50, 5));
        assertThat(batch.x().type()).isEqualTo(DType.INT64);
        assertThat(batch.y().type()).isEqualTo(DType.INT64);
        for (var i = 0; i < 50; i++) {
            var window =
                    TEXT.decode(batch.x().get(i).toLongs())
                            + TEXT.decode(batch.y().get(i).get(-1).toLongs());
            assertThat("hello, old world").contains(window);
            assertThat(TEXT.decode(batch.y().get(i).toLongs())).isEqualTo(window.substring(1));
        }
    }

    @Test
    void drawsEveryWindowAndTheSameOnesForTheSameSeed() {
        var windows = TEXT.windows(5);
        assertThat(windows.count()).isEqualTo(11);
        assertThat(windows.size()).isEqualTo(5);
        var first = windows.batch(300, 1).x();
        var different =
                IntStream.range(0, 300)
                        .mapToObj(i -> TEXT.decode(first.get(i).toLongs()))
                        .collect(Collectors.toSet());
        assertThat(different).hasSize(11);
        assertThat(windows.batch(300, 1).x().toLongs()).containsExactly(first.toLongs());
        assertThat(windows.batch(300, 2).x().toLongs()).isNotEqualTo(first.toLongs());
    }

    @Test
    void walksThroughTheTextOnce() {
        var batches = TEXT.windows(4).inOrder(2).toList();
        assertThat(batches).extracting(Batch::size).containsExactly(2, 1);
        assertThat(
                        batches.stream()
                                .map(batch -> TEXT.decode(batch.x().toLongs()))
                                .collect(Collectors.joining("|")))
                .isEqualTo("hello, o|ld w");
        assertThat(TEXT.decode(batches.getLast().y().toLongs())).isEqualTo("d wo");
        // a window of all but the last character, which is asked for
        assertThat(TEXT.windows(15).inOrder(3)).extracting(Batch::size).containsExactly(1);
    }

    @Test
    void refusesWindowsThatDoNotFit() {
        assertThatThrownBy(() -> TEXT.windows(16))
                .hasMessageStartingWith(
                        "windows of 16 characters were to be cut from a text of 16");
        assertThatThrownBy(() -> TEXT.windows(0)).hasMessageStartingWith("windows of 0");
        assertThatThrownBy(() -> TEXT.windows(3).batch(0, 1))
                .hasMessage("a batch of 0 windows is none: give a size of at least 1");
    }

    @Test
    void bringsANovel() {
        var novel = PrideAndPrejudice.load();
        assertThat(novel.length()).isEqualTo(684_768);
        assertThat(novel.vocabulary().size()).isEqualTo(75);
        assertThat(novel.toString())
                .startsWith("PRIDE AND PREJUDICE\n\nBy Jane Austen\n")
                .contains("It is a truth universally acknowledged")
                .endsWith("had been the means of uniting them.\n");
    }
}
