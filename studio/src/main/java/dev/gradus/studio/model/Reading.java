package dev.gradus.studio.model;

import dev.gradus.nn.layer.Cell;
import dev.gradus.nn.layer.Recurrent;
import dev.gradus.nn.layer.RecurrentState;
import dev.gradus.studio.model.Memory.Role;
import dev.gradus.tensor.Tensor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A recurrent layer that reads a sequence, with all it makes on the way; all tensors are
/// `[batch, time, width]`.
///
/// @param layer the layer
/// @param x what it reads
/// @param state what it says at each moment
/// @param memory what it keeps to itself at each moment, if it does so
/// @param stateBefore what it said at the moment before
final class Reading {
    private final Recurrent layer;
    private final Tensor x;
    private final Tensor state;
    private final Optional<Tensor> memory;
    private final Tensor stateBefore;

    private Reading(
            Recurrent layer, Tensor x, Tensor state, Optional<Tensor> memory, Tensor stateBefore) {
        this.layer = layer;
        this.x = x;
        this.state = state;
        this.memory = memory;
        this.stateBefore = stateBefore;
    }

    static Reading of(Recurrent layer, Tensor x) {
        var time = x.size(1);
        var after = new RecurrentState[time];
        var before = new RecurrentState[time];
        var now = layer.start(x.size(0));
        var said = said(x);
        for (var i = 0; i < time; i++) {
            var t = layer.spec().backward() ? time - 1 - i : i;
            before[t] = now;
            var step = layer.step(x.slice(1, t, t + 1, 1).squeeze(1), now);
            now = layer.spec().skippingZeros() ? kept(said, t, step, now) : step;
            after[t] = now;
        }
        return new Reading(
                layer,
                x,
                stacked(after),
                now.memory().map(_ -> stackedMemory(after)),
                stacked(before));
    }

    /// Returns which moments hold something, `[batch, time, 1]`.
    private static Tensor said(Tensor x) {
        return x.equal(0).not().max(2).unsqueeze(2);
    }

    private static RecurrentState kept(
            Tensor said, int moment, RecurrentState step, RecurrentState before) {
        var counts = said.slice(1, moment, moment + 1, 1).squeeze(1);
        return new RecurrentState(
                counts.where(step.output(), before.output()),
                step.memory().map(it -> counts.where(it, before.memory().orElseThrow())));
    }

    private static Tensor stacked(RecurrentState... states) {
        return Tensor.stack(
                1, List.of(states).stream().map(RecurrentState::output).toArray(Tensor[]::new));
    }

    private static Tensor stackedMemory(RecurrentState... states) {
        return Tensor.stack(
                1,
                List.of(states).stream()
                        .map(it -> it.memory().orElseThrow())
                        .toArray(Tensor[]::new));
    }

    /// What a part makes, and what it bends for that.
    ///
    /// @param sum what is bent, if something is
    /// @param made what comes of it
    record Part(Optional<Tensor> sum, Tensor made) {}

    /// Returns what each part of the layer makes, in the order in which they are computed.
    Map<Role, Part> parts() {
        var parts = new EnumMap<Role, Part>(Role.class);
        var there = plus(x.matmul(layer.inputWeight()), layer.bias());
        var back = plus(stateBefore.matmul(layer.recurrentWeight()), layer.recurrentBias());
        switch (layer.spec().cell()) {
            case Cell.Rnn _ -> parts.put(Role.STATE, new Part(Optional.of(there.add(back)), state));
            case Cell.Lstm _ -> {
                for (var role : Memory.gates(layer.spec().cell())) {
                    parts.put(role, bent(role, gate(there, role).add(gate(back, role))));
                }
                parts.put(Role.MEMORY, new Part(Optional.empty(), memory.orElseThrow()));
                parts.put(Role.MEMORY_BENT, bent(Role.MEMORY_BENT, memory.orElseThrow()));
                parts.put(Role.STATE, new Part(Optional.empty(), state));
            }
            case Cell.Gru(var resetAfter) -> {
                for (var role : List.of(Role.RESET_GATE, Role.UPDATE_GATE)) {
                    parts.put(role, bent(role, gate(there, role).add(gate(back, role))));
                }
                var reset = java.util.Objects.requireNonNull(parts.get(Role.RESET_GATE)).made();
                var recalled =
                        resetAfter
                                ? reset.mul(gate(back, Role.CANDIDATE))
                                : reset.mul(stateBefore)
                                        .matmul(gate(layer.recurrentWeight(), Role.CANDIDATE));
                var candidate = gate(there, Role.CANDIDATE).add(recalled);
                parts.put(Role.CANDIDATE, bent(Role.CANDIDATE, candidate));
                parts.put(Role.STATE, new Part(Optional.empty(), state));
            }
        }
        return parts;
    }

    private static Tensor plus(Tensor sum, Optional<? extends Tensor> bias) {
        return bias.isPresent() ? sum.add(bias.get()) : sum;
    }

    private Tensor gate(Tensor all, Role role) {
        var from = Memory.gates(layer.spec().cell()).indexOf(role) * layer.spec().width();
        return all.slice(-1, from, from + layer.spec().width(), 1);
    }

    private Part bent(Role role, Tensor sum) {
        return new Part(Optional.of(sum), new Memory(layer, role, Map.of()).bend().apply(sum));
    }

    /// Returns what the layer hands on, if that is not what it says at each moment.
    Optional<Tensor> said() {
        if (!layer.spec().everyStep()) {
            var time = state.size(1);
            var last = layer.spec().backward() ? 0 : time - 1;
            return Optional.of(state.slice(1, last, last + 1, 1).squeeze(1));
        }
        return layer.spec().skippingZeros()
                ? Optional.of(said(x).where(state, Tensor.zerosLike(state)))
                : Optional.empty();
    }
}
