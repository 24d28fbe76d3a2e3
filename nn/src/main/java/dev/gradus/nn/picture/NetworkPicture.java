package dev.gradus.nn.picture;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.Summary;
import dev.gradus.nn.graph.Graph;
import dev.gradus.tensor.Shape;
import java.util.stream.Collectors;

/// Draws a network, from top to bottom: a box for each layer with what it makes and how many parameters it
/// holds, an arrow for all that is handed on.
///
/// ```java
/// Files.writeString(Path.of("network.svg"), NetworkPicture.of(network).title("Digits").svg());
/// ```
///
/// Networks in networks have a frame, layers alike that follow each other are drawn once with a count, and
/// of what would be too long for a look the inner networks are folded into one box each. The bar in a box
/// says how many parameters it holds, beside the largest. The picture is an SVG of its own that knows the
/// dark and can be read aloud; the same network gives the same text.
public final class NetworkPicture {
    /// So many boxes are drawn unless [#limit] says otherwise.
    public static final int USUAL_LIMIT = 80;

    private static final int DEEPEST = 16;
    private static final int SPOKEN = 60;

    private final Layer network;
    private final Shape input;
    private final Summary summary;
    private final String title;
    private final int limit;
    private final int depth;

    private NetworkPicture(
            Layer network, Shape input, Summary summary, String title, int limit, int depth) {
        this.network = network;
        this.input = input;
        this.summary = summary;
        this.title = title;
        this.limit = limit;
        this.depth = depth;
    }

    /// Returns the picture of a network of layers one after the other.
    public static NetworkPicture of(Sequential network) {
        return of(network, network.input());
    }

    /// Returns the picture of a graph.
    public static NetworkPicture of(Graph network) {
        var input = network.spec().inputs().getFirst().shape();
        return of(network, input, network.summary());
    }

    /// Returns the picture of what a spec builds for examples of shape `input`.
    public static NetworkPicture of(LayerSpec spec, Shape input) {
        return of(spec.build(input, Seed.seed(0)), input);
    }

    /// Returns the picture of a layer for examples of shape `input`.
    public static NetworkPicture of(Layer network, Shape input) {
        return network instanceof Graph graph
                ? of(graph)
                : of(network, input, Summary.of(network, input));
    }

    private static NetworkPicture of(Layer network, Shape input, Summary summary) {
        return new NetworkPicture(network, input, summary, "Network", USUAL_LIMIT, DEEPEST);
    }

    /// Returns this picture under a title.
    public NetworkPicture title(String words) {
        return new NetworkPicture(network, input, summary, words, limit, depth);
    }

    /// Returns this picture with about so many boxes at most: inner networks are folded as far as it
    /// takes, and of a list that is still longer the middle is left out, which the picture says.
    public NetworkPicture limit(int boxes) {
        if (boxes < 4) {
            throw new IllegalArgumentException(
                    "a picture was to have at most %d boxes: give 4 or more".formatted(boxes));
        }
        return new NetworkPicture(network, input, summary, title, boxes, depth);
    }

    /// Returns this picture with networks in networks drawn to this depth and folded from there on; 0 for
    /// the outermost alone.
    public NetworkPicture depth(int frames) {
        if (frames < 0) {
            throw new IllegalArgumentException(
                    "a picture was to show a depth of %d: give 0 or more".formatted(frames));
        }
        return new NetworkPicture(network, input, summary, title, limit, Math.min(frames, DEEPEST));
    }

    /// Returns the picture as SVG.
    public String svg() {
        var diagram = diagram();
        var scene = Layout.of(diagram, Measures.of(diagram));
        return Svg.of(scene, diagram.most(), title, line(), description());
    }

    private Diagram diagram() {
        for (var frames = depth; frames > 0; frames--) {
            var diagram = Sketch.of(network, input, summary, frames, limit);
            if (diagram.boxes() <= limit) {
                return diagram;
            }
        }
        return Sketch.of(network, input, summary, 0, limit);
    }

    private String line() {
        var state =
                summary.state() == 0
                        ? ""
                        : ", %s numbers kept beside them".formatted(Words.number(summary.state()));
        return "%s parameters%s, %s multiply-adds for one example"
                .formatted(
                        Words.number(summary.parameters()),
                        state,
                        Words.number(summary.multiplyAdds()));
    }

    private String description() {
        var rows =
                summary.rows().stream()
                        .limit(SPOKEN)
                        .map(row ->
                                "%s: %s makes %s%s"
                                        .formatted(
                                                row.name(),
                                                row.layer(),
                                                Words.shape(row.output()),
                                                row.parameters() == 0
                                                        ? ""
                                                        : ", "
                                                                + new Held(row.parameters(), 0)
                                                                        .words(1)))
                        .collect(Collectors.joining("; "));
        var more = summary.rows().size() - SPOKEN;
        return "A network for examples of %s, %s. %s%s."
                .formatted(
                        Words.shape(input),
                        line(),
                        rows,
                        more > 0 ? "; and %s more".formatted(Words.number(more)) : "");
    }

    /// Returns the picture as SVG.
    @Override
    public String toString() {
        return svg();
    }
}
