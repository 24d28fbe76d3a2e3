package dev.gradus.nn.picture;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.frozen;
import static dev.gradus.nn.Layers.input;
import static dev.gradus.nn.Layers.lambda;
import static dev.gradus.nn.Layers.seed;
import static dev.gradus.nn.Layers.shared;
import static dev.gradus.nn.Layers.subtract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.model.LeNet5;
import dev.gradus.nn.model.ResNet;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NetworkPictureTest {
    private static final Shape SMALL = Shape.of(32, 32, 3);

    private static int count(String svg, String part) {
        return Pattern.compile(Pattern.quote(part)).split(svg, -1).length - 1;
    }

    @Test
    void showsEachLayerWithItsShapeAndParameters() {
        var svg = NetworkPicture.of(LeNet5.of(28, 10), Shape.of(28, 28, 1)).title("LeNet-5").svg();
        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .endsWith("</svg>\n")
                .contains(">LeNet-5<")
                .contains(">61,706 parameters, 416,520 multiply-adds for one example<")
                .contains(">28 × 28 × 1<", ">conv2d(16, 5, TANH)<", ">10 × 10 × 16<")
                .contains(">2,416 parameters<", ">dense(10)<", ">850 parameters<");
        assertThat(count(svg, "<rect class=\"box ")).isEqualTo(9);
        assertThat(count(svg, "<path class=\"wire\"")).isEqualTo(8);
    }

    @Test
    void canBeReadAloudAndSeenInTheDark() {
        var svg = NetworkPicture.of(LeNet5.of(28, 10), Shape.of(28, 28, 1)).svg();
        assertThat(svg)
                .contains("role=\"img\"", "<title id=", "prefers-color-scheme:dark")
                .contains("5: dense(120, TANH) makes 120, 48,120 parameters");
        var names = Pattern.compile("aria-labelledby=\"(\\S+) (\\S+)\"").matcher(svg);
        assertThat(names.find()).isTrue();
        assertThat(svg).contains("id=\"" + names.group(1) + "\"", "id=\"" + names.group(2) + "\"");
    }

    @Test
    void isTheSameTextForTheSameNetwork() {
        var spec = ResNet.cifar(20, 10);
        assertThat(NetworkPicture.of(spec, SMALL).svg())
                .isEqualTo(NetworkPicture.of(ResNet.cifar(20, 10), SMALL).svg());
        assertThat(NetworkPicture.of(spec, SMALL))
                .hasToString(NetworkPicture.of(spec, SMALL).svg());
    }

    @Test
    void drawsOneOfSeveralBlocksAlikeWithTheirCount() {
        var svg = NetworkPicture.of(ResNet.preActivation(1001, 10), SMALL).svg();
        assertThat(count(svg, ">× 110<")).isEqualTo(3);
        assertThat(svg).contains(">1 to 110<", ">110 × 4,544 parameters<");
        assertThat(count(svg, "<rect class=\"box ")).isLessThan(NetworkPicture.USUAL_LIMIT + 1);
    }

    @Test
    void countsThreeLayersAlikeButNotTwo() {
        var three =
                Sequential.of(dense(4, RELU), dense(4, RELU), dense(4, RELU), dense(2), RELU, RELU);
        var svg = NetworkPicture.of(three, Shape.of(4)).svg();
        assertThat(svg).contains(">× 3<", ">0 to 2<", ">3 × 20 parameters<");
        assertThat(count(svg, ">RELU<")).isEqualTo(2);
        // the first has another input, so another weight
        var two = Sequential.of(dense(4, RELU), dense(4, RELU), dense(4, RELU));
        assertThat(NetworkPicture.of(two, Shape.of(3)).svg()).doesNotContain("× 3<");
    }

    @Test
    void foldsWhatLiesDeeperThanAsked() {
        var svg = NetworkPicture.of(ResNet.cifar(20, 10), SMALL).depth(0).svg();
        assertThat(svg)
                .contains(">Sequential of 3<", ">14,016 parameters<")
                .doesNotContain("class=\"frame\"");
        var blocks = NetworkPicture.of(ResNet.cifar(20, 10), SMALL).depth(1).svg();
        assertThat(blocks).contains(">Graph of 7<", ">× 3<");
    }

    @Test
    void foldsInnerNetworksUntilItIsShortEnough() {
        var picture = NetworkPicture.of(ResNet.cifar(20, 10), SMALL);
        assertThat(count(picture.limit(20).svg(), "<rect class=\"box ")).isLessThanOrEqualTo(20);
        assertThat(picture.limit(20).svg()).contains("class=\"frame\"");
        assertThat(picture.limit(10).svg()).doesNotContain("class=\"frame\"");
    }

    @Test
    void leavesOutTheMiddleOfALongListAndSaysSo() {
        var layers = new LayerSpec[200];
        for (var i = 0; i < layers.length; i++) {
            layers[i] = dense(1 + i % 2);
        }
        var svg = NetworkPicture.of(Sequential.of(layers), Shape.of(1)).limit(20).svg();
        assertThat(svg).contains(">181 places are not drawn<");
        assertThat(count(svg, "<rect class=\"box ")).isEqualTo(21);
        assertThat(svg).contains(">0<", ">8<", ">190<", ">199<").doesNotContain(">9<", ">189<");
        assertThat(svg).contains("; and 140 more.");
    }

    @Test
    void showsAGraphThatIsTooLongAsOneBox() {
        var x = input("x", 2);
        var y = x;
        for (var i = 0; i < 100; i++) {
            y = y.then(dense(2));
        }
        var svg = NetworkPicture.of(Graph.of(List.of(x), y).build(seed(1))).svg();
        assertThat(svg).contains(">Graph of 100 steps<", ">600 parameters<");
        assertThat(count(svg, "<rect class=\"box ")).isEqualTo(2);
    }

    @Test
    void namesSharedLayersWhereTheyStandAgain() {
        var left = input("left", 3);
        var right = input("right", 3);
        var eye = shared(Sequential.of(flatten(), dense(2)));
        var away = subtract(eye.on(left).named("eye"), eye.on(right)).named("away");
        var svg = NetworkPicture.of(Graph.of(List.of(left, right), away).build(seed(1))).svg();
        assertThat(svg)
                .contains(">left<", ">right<", ">eye, with the same weights<", ">subtract()<")
                .contains(">away<");
        assertThat(count(svg, ">8 parameters<")).isEqualTo(2); // the layer and its frame
    }

    @Test
    void saysWhatIsNamedAndWhatIsFrozen() {
        var base =
                Sequential.of(dense(4, RELU), dense(3).named("features"))
                        .build(Shape.of(2), seed(1));
        var svg = NetworkPicture.of(Sequential.of(frozen(base), dense(1)), Shape.of(2)).svg();
        assertThat(svg)
                .contains(
                        ">0, frozen<", ">27 kept as they are<", ">features<", ">frozen(dense(3))<")
                .contains(">4 parameters, 27 numbers kept beside them,");
    }

    @Test
    void namesSeveralOutputs() {
        var words = input("words", 4);
        var code = words.then(embedding(9, 2)).then(flatten());
        var net = Graph.of(List.of(words), code.then(dense(1)).named("price"), code.named("code"));
        assertThat(NetworkPicture.of(net.build(seed(1))).svg())
                .contains(">output price<", ">output code<", ">4 whole numbers<");
    }

    @Test
    void writesWhateverANameHolds() {
        var own = lambda("a<b & \"c\" \u0001'd'", Tensor::neg);
        var svg = NetworkPicture.of(Sequential.of(own), Shape.of(2)).title("<script>&\u0000").svg();
        assertThat(svg).contains("&lt;script&gt;&amp;<").doesNotContain("<script>");
        assertThat(svg).contains("a&lt;b &amp; &quot;c&quot; &#39;d&#39;");
        assertThat(svg).doesNotContain("\u0001", "\u0000");
    }

    @Test
    void opensAndClosesItsElementsInOrder() {
        var own = lambda("a<b>c</b>&amp;", Tensor::neg);
        var spec = Sequential.of(own, Sequential.of(dense(2), dense(3)));
        for (var svg :
                List.of(
                        NetworkPicture.of(spec, Shape.of(2)).title("<x>").svg(),
                        NetworkPicture.of(ResNet.cifar(20, 10), SMALL).svg())) {
            var open = new ArrayDeque<String>();
            var tags =
                    Pattern.compile("<(/?)([a-z]+)((?: [A-Za-z-]+=\"[^\"<&]*\")*)(/?)>")
                            .matcher(svg);
            var rest = new StringBuilder();
            while (tags.find()) {
                if (!tags.group(1).isEmpty()) {
                    assertThat(open.pop()).isEqualTo(tags.group(2));
                } else if (tags.group(4).isEmpty()) {
                    open.push(tags.group(2));
                }
                tags.appendReplacement(rest, "");
            }
            tags.appendTail(rest);
            assertThat(open).isEmpty();
            // what is left is text
            assertThat(rest.toString()).doesNotContain("<").doesNotContainPattern("&(?!\\w+;|#)");
        }
    }

    @Test
    void drawsWhatHasNoLayersAndWhatIsOneLayer() {
        assertThat(NetworkPicture.of(Sequential.of(), Shape.of(2)).svg()).contains(">input<");
        assertThat(NetworkPicture.of(dense(3), Shape.of(2)).svg()).contains(">9 parameters<");
        assertThat(NetworkPicture.of(lambda(x -> x), Shape.SCALAR).svg()).contains(">1 number<");
    }

    @Test
    void saysWhatItCannotDraw() {
        var picture = NetworkPicture.of(dense(3), Shape.of(2));
        assertThatThrownBy(() -> picture.limit(3)).hasMessageContaining("give 4 or more");
        assertThatThrownBy(() -> picture.depth(-1)).hasMessageContaining("give 0 or more");
    }
}
