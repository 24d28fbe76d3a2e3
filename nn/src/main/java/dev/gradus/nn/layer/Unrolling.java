package dev.gradus.nn.layer;

import dev.gradus.nn.layer.Recurrent.Reading;
import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// A recurrent layer laid out over the steps of a batch.
///
/// @param layer the layer
/// @param gates what the inputs contribute, `[time, batch, gates width]`
/// @param steps which steps count, `[time, batch, 1]`, if not all do
record Unrolling(Recurrent layer, Tensor gates, Optional<Tensor> steps) {
    static Unrolling of(Recurrent layer, Tensor x, Optional<Tensor> lengths) {
        var inside =
                lengths.map(all -> Tensor.arange(x.size(1)).unsqueeze(1).less(all).unsqueeze(2));
        var steps =
                layer.spec().skippingZeros()
                        ? Optional.of(inside.map(said(x)::and).orElseGet(() -> said(x)))
                        : inside;
        return new Unrolling(layer, layer.gates(x.transpose(0, 1)), steps);
    }

    /// Returns which steps hold something, `[time, batch, 1]`.
    private static Tensor said(Tensor x) {
        return x.equal(0).not().max(2).transpose().unsqueeze(2);
    }

    Reading from(RecurrentState start) {
        var recurrence = layer.recurrence(gates.size(1));
        var time = gates.size(0);
        var outputs = new Tensor[time];
        var state = start;
        for (var i = 0; i < time; i++) {
            var t = layer.spec().backward() ? time - 1 - i : i;
            var next = layer.spec().cell().next(gates.get(t), state, recurrence);
            if (steps.isPresent()) {
                var counts = steps.get().get(t);
                outputs[t] = counts.where(next.output(), Tensor.zerosLike(next.output()));
                state = next.with(state, counts::where);
            } else {
                outputs[t] = next.output();
                state = next;
            }
        }
        return new Reading(Tensor.stack(0, outputs).transpose(0, 1), state);
    }
}
