package dev.gradus.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Does several preprocessings one after the other, each on what the one before it left.
///
/// A chain within a chain is taken apart, so two chains with the same steps are equal. A chain
/// without steps changes nothing.
///
/// @param steps first to last
public record Chain(List<Preprocessing> steps) implements Preprocessing {
    static final String KIND = "chain";

    /// @param steps copied, and chains among them taken apart
    public Chain {
        var flat = new ArrayList<Preprocessing>();
        for (var step : steps) {
            switch (step) {
                case Chain(var inner) -> flat.addAll(inner);
                case Scale scale -> flat.add(scale);
                case Standardize standardize -> flat.add(standardize);
            }
        }
        steps = List.copyOf(flat);
    }

    /// Returns a chain of these steps.
    public static Chain of(Preprocessing... steps) {
        return new Chain(List.of(steps));
    }

    static Chain of(Description entries) {
        var steps = new ArrayList<Preprocessing>();
        for (var step : entries.list("steps")) {
            // a description of ours is flat; one that is nested may be nested without end
            if (!(step instanceof Map<?, ?> map) || KIND.equals(map.get("kind"))) {
                throw new IllegalArgumentException(
                        "each step of a chain must be described by a map, and be no chain itself");
            }
            steps.add(Preprocessing.of(map));
        }
        return new Chain(steps);
    }

    @Override
    public void apply(float[] values, int offset, int length) {
        for (var step : steps) {
            step.apply(values, offset, length);
        }
    }

    @Override
    public Optional<FittedOn> fittedOn() {
        return steps.stream().flatMap(step -> step.fittedOn().stream()).findFirst();
    }

    @Override
    public Map<String, Object> description() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("kind", KIND);
        entries.put("steps", steps.stream().map(Preprocessing::description).toList());
        return entries;
    }

    @Override
    public String toString() {
        return steps.isEmpty()
                ? "nothing"
                : steps.stream().map(Object::toString).collect(Collectors.joining(", then "));
    }
}
