package dev.gradus.studio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.layer.Activation;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Unary;
import java.util.Arrays;

/// Bends once more what an account says was bent.
final class Bent {
    private Bent() {}

    static void check(Place place, Calculation account, double input) {
        if (account.bend().equals("CAST")) {
            assertThat(account.value()).isEqualTo(Math.rint(account.value()));
            assertThat(Math.abs(account.value() - input)).isLessThan(1);
            return;
        }
        var bent =
                place.part() instanceof Activation bend
                        ? row(place, account, bend)
                        : again(account.bend(), input);
        assertThat(bent).isCloseTo(account.value(), within(4e-6 * (1 + Math.abs(account.value()))));
    }

    /// Some look at a whole row.
    private static double row(Place place, Calculation account, Activation bend) {
        var numbers = place.output().toFloats();
        var flat = account.terms().getFirst().from();
        assertThat((double) numbers[flat]).isEqualTo(account.value());
        if (bend instanceof dev.gradus.nn.layer.Shares) {
            return account.value();
        }
        return bend.apply(Tensor.scalar(account.sum())).item();
    }

    private static double again(String name, double x) {
        return Arrays.stream(Unary.values()).anyMatch(it -> it.name().equals(name))
                ? Tensor.record(Unary.valueOf(name), Tensor.scalar(x)).item()
                : 0;
    }
}
