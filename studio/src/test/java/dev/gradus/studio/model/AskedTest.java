package dev.gradus.studio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
    private static final Asked LAYER = new Asked.Layer(1);
    private static final Asked NUMBER = new Asked.Number(1, 0, 0, 0);
    private static final Asked OPEN = new Asked.Open("made/gpt");
    private static final Asked INPUT = new Asked.Zeros();
    private static final Asked MODELS = new Asked.Models();

    @Test
    void ofTwoAboutTheSameTheNewerCounts() {
        assertThat(new Asked.Number(1, 0, 0, 1).supersedes(NUMBER)).isTrue();
        assertThat(new Asked.Noise(1).supersedes(INPUT)).isTrue();
        assertThat(LAYER.supersedes(NUMBER)).isFalse();
    }

    @Test
    void anotherModelMakesTheRestPointless() {
        assertThat(OPEN.supersedes(LAYER)).isTrue();
        assertThat(OPEN.supersedes(INPUT)).isTrue();
        assertThat(OPEN.supersedes(MODELS)).isFalse();
    }

    @Test
    void anotherInputMakesPointlessWhatIsAskedOfTheOneBefore() {
        assertThat(INPUT.supersedes(LAYER)).isTrue();
        assertThat(INPUT.supersedes(OPEN)).isFalse();
        assertThat(INPUT.supersedes(MODELS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{}",
                "{\"do\": \"fly\"}",
                "{\"do\": \"layer\"}",
                "{\"do\": \"layer\", \"place\": -2}",
                "{\"do\": \"layer\", \"place\": 99999999999}",
                "{\"do\": \"typed\", \"numbers\": [1, 1e999]}",
                "{\"do\": \"typed\", \"numbers\": [1, \"2\"]}"
            })
    void whatMakesNoSenseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Asked.of(text));
    }
}
