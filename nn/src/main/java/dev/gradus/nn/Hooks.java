package dev.gradus.nn;

import dev.gradus.nn.graph.Graph;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Puts a [Hook] behind every layer of a network, without a change to the network.
///
/// ```java
/// var seen = new LinkedHashMap<String, Tensor>();
/// var watched = Hooks.into(net, Hook.outputs(seen::put));
/// var loss = crossEntropy(watched.apply(x), labels);
/// optimizer.step(loss, seen.get("1"), gradient(loss, seen.get("1")));   // both have their values now
/// ```
///
/// What comes back shares the weights of the network and has the same names for them; it can be trained,
/// saved and summarised like it.
public final class Hooks {
    private Hooks() {}

    /// Returns `net` with `hook` behind each of its layers, those of networks inside it among them: they
    /// are called by the names of their parameters, such as `0` or `features.2`.
    public static Sequential into(Sequential net, Hook hook) {
        return into("", net, hook);
    }

    /// Returns `net` with `hook` behind each of its layers, likewise.
    public static Graph into(Graph net, Hook hook) {
        return into("", net, hook);
    }

    private static Layer into(String name, Layer layer, Hook hook) {
        return switch (layer) {
            case Sequential inner -> into(name, inner, hook);
            case Graph inner -> into(name, inner, hook);
            case Named(var spec, var inner) -> new Named(spec, into(name, inner, hook));
            default -> new Hooked(layer, name, hook);
        };
    }

    private static Sequential into(String name, Sequential net, Hook hook) {
        var layers = new ArrayList<Layer>();
        for (var i = 0; i < net.layers().size(); i++) {
            var layer = net.layers().get(i);
            layers.add(into(join(name, Named.in(layer, i)), layer, hook));
        }
        return new Sequential(net.spec(), net.input(), net.output(), layers);
    }

    private static Graph into(String name, Graph net, Hook hook) {
        var parts = new LinkedHashMap<String, Object>();
        net.parts()
                .forEach((place, part) ->
                        parts.put(
                                place,
                                part instanceof Layer layer
                                        ? into(join(name, place), layer, hook)
                                        : part));
        return new Graph(net.spec(), parts);
    }

    private static String join(String name, String part) {
        return name.isEmpty() ? part : name + "." + part;
    }
}
