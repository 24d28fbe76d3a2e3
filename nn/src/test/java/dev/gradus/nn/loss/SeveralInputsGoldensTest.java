package dev.gradus.nn.loss;

import static dev.gradus.nn.Losses.*;

import dev.gradus.nn.Goldens;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Losses of several inputs and their gradients agree with PyTorch's, or with their papers.
public class SeveralInputsGoldensTest {
    private static final double TOLERANCE = 1e-12;
    private static final List<String> KEYS =
            List.of("first", "second", "third", "together", "labels");

    private interface Two {
        Tensor of(Tensor first, Tensor second);
    }

    private interface Three {
        Tensor of(Tensor first, Tensor second, Tensor third);
    }

    /// A row for each loss as a user writes it; [dev.gradus.nn.CompletenessTest] misses none.
    public enum InputsCase {
        COSINE(cosineEmbedding()),
        COSINE_MARGIN(cosineEmbedding().margin(0.3)),
        CONTRASTIVE(contrastive()),
        CONTRASTIVE_MARGIN(contrastive().margin(2.5)),
        RANKING(marginRanking()),
        RANKING_MARGIN(marginRanking().margin(0.5)),
        TRIPLET(tripletMargin()),
        TRIPLET_SWAPPING(tripletMargin().margin(2).swapping()),
        TRIPLET_TAXI(tripletMargin().distance((a, b) -> a.sub(b).abs().sum(-1)), " of taxis"),
        INFO(infoNce(0.5)),
        INFO_BOTH(infoNce(0.1).bothWays()),
        NT_XENT(ntXent(0.5)),
        CIRCLE(circle()),
        CIRCLE_WIDE(circle().gamma(2).margin(0.25)),
        GAUSSIAN(gaussianLikelihood()),
        GAUSSIAN_FULL(gaussianLikelihood().full());

        public final Record loss;
        private final String name;

        InputsCase(Record loss) {
            this(loss, "");
        }

        InputsCase(Record loss, String suffix) {
            this.loss = loss;
            this.name = loss + suffix;
        }

        private List<String> keys() {
            return KEYS.stream().filter(key -> Goldens.has(name + " / " + key)).toList();
        }

        private List<Tensor> inputs() {
            return keys().stream().map(this::input).toList();
        }

        private Tensor input(String key) {
            var text = name + " / " + key;
            return key.equals("labels") ? Goldens.whole(text) : Goldens.tensor(text);
        }

        private Tensor each(List<? extends Tensor> x) {
            return switch (loss) {
                case CosineEmbedding l -> three(l::each, x);
                case Contrastive l -> three(l::each, x);
                case MarginRanking l -> three(l::each, x);
                case TripletMargin l -> three(l::each, x);
                case GaussianLikelihood l -> three(l::each, x);
                case InfoNce l -> two(l::each, x);
                case NtXent l -> two(l::each, x);
                case Circle l -> two(l::each, x);
                default -> throw new IllegalStateException(name);
            };
        }

        private Tensor mean(List<? extends Tensor> x) {
            return switch (loss) {
                case CosineEmbedding l -> three(l::apply, x);
                case Contrastive l -> three(l::apply, x);
                case MarginRanking l -> three(l::apply, x);
                case TripletMargin l -> three(l::apply, x);
                case GaussianLikelihood l -> three(l::apply, x);
                case InfoNce l -> two(l::apply, x);
                case NtXent l -> two(l::apply, x);
                case Circle l -> two(l::apply, x);
                default -> throw new IllegalStateException(name);
            };
        }

        private static Tensor two(Two loss, List<? extends Tensor> x) {
            return loss.of(x.get(0), x.get(1));
        }

        private static Tensor three(Three loss, List<? extends Tensor> x) {
            return loss.of(x.get(0), x.get(1), x.get(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesAsMuchAsItsModel(InputsCase c) {
        Goldens.assertEquals(c.each(c.inputs()), c.name + " / each", TOLERANCE);
        Goldens.assertEquals(c.mean(c.inputs()), c.name + " / mean", TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheGradientsOfItsModel(InputsCase c) {
        var inputs =
                c.inputs().stream().map(x -> x.type().isFloating() ? Parameter.of(x) : x).toList();
        for (var i = 0; i < inputs.size(); i++) {
            var gradient = c.name + " / gradient " + c.keys().get(i);
            if (Goldens.has(gradient)) {
                Goldens.assertEquals(
                        Gradients.of(c.mean(inputs), inputs.get(i)), gradient, TOLERANCE);
            }
        }
    }

    /// The circle loss holds its paces back from the gradient.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "CIRCLE.*")
    void changesAsItsGradientsSay(InputsCase c) {
        var inputs = c.inputs();
        for (var i = 0; i < inputs.size(); i++) {
            if (!c.keys().get(i).equals("together")) {
                var place = i;
                Slopes.check(
                        c.name + " / " + c.keys().get(i),
                        inputs.get(i),
                        changed -> {
                            var all = new ArrayList<>(inputs);
                            all.set(place, changed);
                            return c.mean(all);
                        });
            }
        }
    }
}
