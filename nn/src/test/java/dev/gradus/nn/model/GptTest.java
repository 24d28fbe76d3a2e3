package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.gpt;
import static dev.gradus.nn.Layers.sampling;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Optimizers.adamW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.ProgramStatistics;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GptTest {
    private static final Gpt.Spec SPEC =
            gpt().layers(2).heads(2).width(16).context(8).vocabulary(11);
    private static final long[] PROMPT = {3, 1, 4};

    private final Gpt model = SPEC.build(Seed.seed(1));

    @Test
    void beginsAsGpt2Does() {
        var large = gpt().layers(8).heads(2).width(64).build(Seed.seed(1));
        Parameters.of(large)
                .forEach((name, parameter) -> {
                    var numbers = parameter.toDoubles();
                    var deviation =
                            Math.sqrt(Arrays.stream(numbers).map(x -> x * x).average().orElse(0));
                    if (name.endsWith("output.weight") || name.endsWith("contract.weight")) {
                        assertThat(deviation).as(name).isCloseTo(0.005, within(0.0003));
                    } else if (parameter.rank() == 2) {
                        assertThat(deviation).as(name).isCloseTo(0.02, within(0.001));
                    } else if (name.endsWith("bias")) {
                        assertThat(numbers).as(name).containsOnly(0);
                    } else {
                        assertThat(numbers).as(name).containsOnly(1);
                    }
                });
    }

    @Test
    void sharesTheVectorsOfTokensWithTheOutputUnlessUntied() {
        assertThat(Parameters.of(model)).doesNotContainKey("output.weight");
        var untied = SPEC.untied().build(Seed.seed(1));
        assertThat(Parameters.count(untied) - Parameters.count(model)).isEqualTo(16 * 11);
    }

    @Test
    void saysTokenByTokenWhatItSaysAtOnce() {
        for (var spec : List.of(SPEC, SPEC.rotary().untied())) {
            var gpt = spec.build(Seed.seed(2));
            var tokens = Tensor.of(new long[] {1, 5, 2, 10, 0, 3, 7, 7, 4, 4, 9, 1}, 2, 6);
            var atOnce = gpt.apply(tokens);
            var caches = gpt.caches(2);
            for (var i = 0; i < 6; i++) {
                var next = gpt.apply(tokens.slice(1, i, i + 1, 1), caches);
                assertThat(next.logits().toFloats())
                        .containsExactly(atOnce.slice(1, i, i + 1, 1).toFloats(), within(1e-6f));
                caches = next.caches();
            }
        }
    }

    @Test
    void writesWhatTheWholeContextFindsLikeliest() {
        var text = LongStream.of(PROMPT).boxed().collect(Collectors.toList());
        // the window is read anew from its newer half when it is full
        var window = new ArrayList<>(text);
        for (var i = 0; i < 20; i++) {
            if (window.size() > 8) {
                window = new ArrayList<>(window.subList(window.size() - 4, window.size()));
            }
            var tokens = window.stream().mapToLong(Long::longValue).toArray();
            var logits = model.apply(Tensor.of(tokens, 1, tokens.length));
            var next = logits.get(0).get(-1).argmax().buffer().getLong(0);
            text.add(next);
            window.add(next);
        }
        assertThat(model.generate(PROMPT, sampling().temperature(0)).limit(20).boxed())
                .isEqualTo(text.subList(3, 23));
    }

    @Test
    void writesTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(written(5)).isEqualTo(written(5)).isNotEqualTo(written(6)).hasSize(30);
        assertThat(Arrays.stream(written(5)).boxed()).allMatch(token -> token >= 0 && token < 11);
    }

    private long[] written(long seed) {
        return model.generate(PROMPT, sampling().seed(seed)).limit(30).toArray();
    }

    @Test
    void computesOnlyWhatIsTaken() {
        var taken = model.generate(PROMPT, sampling()).iterator();
        assertThat(taken.hasNext()).isTrue();
        assertThat(taken.nextLong()).isBetween(0L, 10L);
    }

    @Test
    void writesAnyLengthWithTwoPrograms() {
        var fresh = SPEC.context(9).build(Seed.seed(1));
        var before = ProgramStatistics.now().misses();
        fresh.generate(PROMPT, sampling()).limit(40).forEach(token -> {});
        fresh.generate(new long[] {1}, sampling()).limit(40).forEach(token -> {});
        // one for the whole context, one for a token, and the empty cache
        assertThat(ProgramStatistics.now().misses() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void readsTheEndOfALongPrompt() {
        var longPrompt = new long[] {9, 9, 9, 9, 9, 0, 1, 2, 3, 4, 5, 6, 7};
        var end = Arrays.copyOfRange(longPrompt, 5, 13);
        assertThat(model.generate(longPrompt, sampling()).limit(12).toArray())
                .isEqualTo(model.generate(end, sampling()).limit(12).toArray());
    }

    @Test
    void writesWithAContextOfOne() {
        var forgetful = SPEC.context(1).build(Seed.seed(1));
        assertThat(forgetful.generate(PROMPT, sampling()).limit(5).toArray()).hasSize(5);
    }

    @Test
    void learnsToRepeat() {
        var gpt = gpt().layers(1).heads(2).width(16).context(6).vocabulary(3).build(Seed.seed(1));
        var optimizer = adamW(1e-2).on(gpt);
        // beginning with each token, so that it learns from tokens and not from places
        var x = Tensor.arange(6).add(Tensor.arange(3).unsqueeze(1)).mod(3);
        var y = x.add(1).mod(3);
        for (var step = 0; step < 60; step++) {
            optimizer.step(crossEntropy(gpt.apply(x), y));
        }
        assertThat(gpt.generate(new long[] {1}, sampling().temperature(0)).limit(9).toArray())
                .containsExactly(2, 0, 1, 2, 0, 1, 2, 0, 1);
    }

    @Test
    void refusesMoreThanItsContextAndTokensThatDoNotExist() {
        assertThatThrownBy(() -> model.apply(Tensor.arange(9).unsqueeze(0)))
                .isInstanceOf(ShapeException.class)
                .hasMessageEndingWith(
                        "reads tokens [batch, time], at most 8 at a time, but receives [1, 9]");
        assertThatThrownBy(() -> model.generate(new long[] {11}, sampling()))
                .hasMessage("the prompt has the token 11, but tokens go from 0 to 10");
        assertThatThrownBy(() -> model.generate(new long[0], sampling()))
                .hasMessage("there is no token to go on from: give a prompt of at least one");
        assertThatThrownBy(() -> model.apply(Tensor.arange(2).unsqueeze(0), List.of()))
                .hasMessage("0 caches were given for 2 blocks: begin with caches(batch)");
        assertThatThrownBy(() -> gpt().layers(0))
                .hasMessage("gpt was given layers = 0: give 1 or more");
    }
}
