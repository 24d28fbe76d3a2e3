package dev.gradus.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Summary;
import dev.gradus.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResNetTest {
    private static final Shape SMALL = Shape.of(32, 32, 3);

    @ParameterizedTest
    @CsvSource({"20, 269722", "56, 853018", "110, 1727962", "1202, 19421274"})
    void theNetworksForSmallPicturesAreAsLargeAsInThePaper(int depth, long parameters) {
        var summary = Summary.of(ResNet.cifar(depth, 10), SMALL);
        assertThat(summary.parameters()).isEqualTo(parameters);
        assertThat(summary.output()).isEqualTo(Shape.of(10));
    }

    @ParameterizedTest
    @CsvSource({"164, 1703258", "1001, 10327706"})
    void thoseThatNormaliseFirstAreAsLargeAsInThePaper(int depth, long parameters) {
        var summary = Summary.of(ResNet.preActivation(depth, 10), SMALL);
        assertThat(summary.parameters()).isEqualTo(parameters);
        assertThat(summary.output()).isEqualTo(Shape.of(10));
    }

    @ParameterizedTest
    @CsvSource({
        "18, 11689512, 1814073344",
        "34, 21797672, 3663761408",
        "50, 25557032, 4089184256",
        "101, 44549160, 7801405440",
        "152, 60192808, 11513626624"
    })
    void theNetworksForPhotographsAreAsLargeAsInTorchvision(
            int depth, long parameters, long multiplyAdds) {
        var summary = Summary.of(ResNet.imagenet(depth, 1000), Shape.of(224, 224, 3));
        assertThat(summary.parameters()).isEqualTo(parameters);
        assertThat(summary.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(summary.output()).isEqualTo(Shape.of(1000));
    }

    @ParameterizedTest
    @CsvSource({"32, 20", "64, 20", "97, 20"})
    void takesPhotographsOfOtherSizes(int size, int classes) {
        LayerSpec spec = ResNet.imagenet(18, size, classes);
        assertThat(Summary.of(spec, Shape.of(size, size, 3)).output()).isEqualTo(Shape.of(classes));
    }

    @Test
    void saysWhichDepthsThereAre() {
        assertThatThrownBy(() -> ResNet.cifar(21, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ResNet.cifar was asked for 21 layers: it has 6 n + 2 of them, such as 8 or 20");
        assertThatThrownBy(() -> ResNet.cifar(2, 10)).hasMessageContaining("6 n + 2");
        assertThatThrownBy(() -> ResNet.preActivation(20 + 1, 10)).hasMessageContaining("9 n + 2");
        assertThatThrownBy(() -> ResNet.imagenet(19, 10)).hasMessageContaining("18, 34, 50");
    }
}
