package dev.gradus.studio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    private static final Request SAID =
            Request.of(
                    """
                    {"do": "try", "text": "abc", "whole": 7, "part": 0.5, "yes": true, "none": null, "kind": "two-words",
                    "numbers": [1, 2.5], "texts": ["a", "b"], "object": {"x": 1}, "objects": [{"x": 1}, {"x": 2}],
                    "bytes": "AP8=", "large": 3000000000, "huge": [1e10], "mixed": ["a", 1], "far": 1e300}\
                    """);

    private enum Kind {
        ONE,
        TWO_WORDS
    }

    @Test
    void partsAreReadByNameAndKind() {
        assertThat(SAID.what()).isEqualTo("try");
        assertThat(SAID.text("text", 3)).isEqualTo("abc");
        assertThat(SAID.whole("whole")).isEqualTo(7);
        assertThat(SAID.whole("whole", 7, 7)).isEqualTo(7);
        assertThat(SAID.count("whole")).isEqualTo(7);
        assertThat(SAID.index("whole", 8)).isEqualTo(7);
        assertThat(SAID.number("part", 0, 1)).isEqualTo(0.5);
        assertThat(SAID.number("far")).isEqualTo(1e300);
        assertThat(SAID.truth("yes")).isTrue();
        assertThat(SAID.choice("kind", Kind.values())).isEqualTo(Kind.TWO_WORDS);
        assertThat(SAID.numbers("numbers", 2)).containsExactly(1, 2.5f);
        assertThat(SAID.numbers("numbers", 0, 5)).containsExactly(1, 2.5f);
        assertThat(SAID.texts("texts", 2)).containsExactly("a", "b");
        assertThat(SAID.object("object").whole("x")).isEqualTo(1);
        assertThat(SAID.map("object")).containsEntry("x", 1L);
        assertThat(SAID.objects("objects")).extracting(it -> it.whole("x")).containsExactly(1L, 2L);
        assertThat(SAID.brightnesses("bytes", 2)).containsExactly(0, 255);
        assertThat(SAID.says("none")).isTrue();
        assertThat(SAID.has("none")).isFalse();
        assertThat(SAID.says("nothing")).isFalse();
    }

    @Test
    void eachComplaintNamesThePartAndWhatWasExpected() {
        refuses(it -> it.text("text", 2), "'text' has 3 characters; it may have 2");
        refuses(it -> it.text("whole"), "'whole' is 7: give text");
        refuses(it -> it.whole("part"), "'part' is 0.5: give a whole number");
        refuses(it -> it.whole("whole", 0, 6), "give a whole number from 0 to 6");
        refuses(it -> it.count("large"), "'large' is 3000000000");
        refuses(it -> it.index("whole", 7), "give a whole number from 0 to 6");
        refuses(it -> it.number("part", 1, 2), "give a number from 1.0 to 2.0");
        refuses(it -> it.number("none", 0, 1), "'none' is null");
        refuses(it -> it.truth("text"), "give true or false");
        refuses(it -> it.choice("text", Kind.values()), "give one of [one, two-words]");
        refuses(it -> it.numbers("numbers", 3), "give a list of 3 numbers");
        refuses(it -> it.numbers("numbers", 0, 1), "give a list of 0 to 1 numbers");
        refuses(it -> it.numbers("huge", 1), "give a list of 1 numbers");
        refuses(it -> it.numbers("texts", 2), "give a list of 2 numbers");
        refuses(it -> it.texts("texts", 1), "give a list of at most 1 texts");
        refuses(it -> it.texts("mixed", 2), "give a list of at most 2 texts");
        refuses(it -> it.object("numbers"), "give an object");
        refuses(it -> it.objects("texts"), "give an object");
        refuses(it -> it.brightnesses("bytes", 3), "give 3 bytes in base 64");
        refuses(it -> it.brightnesses("text", 3), "give 3 bytes in base 64");
    }

    private static void refuses(Function<Request, Object> ask, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ask.apply(SAID))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no JSON", "{}", "{\"do\": 1}", "{\"do\": \"a\""})
    void whatSaysNotWhatToDoIsNoRequest(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Request.of(text));
    }
}
