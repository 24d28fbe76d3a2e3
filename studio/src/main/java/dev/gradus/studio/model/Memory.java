package dev.gradus.studio.model;

import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Cell;
import dev.gradus.nn.layer.Recurrent;
import java.util.List;
import java.util.Map;

/// One of the parts of a recurrent layer, for all moments of a sequence.
///
/// @param layer the layer
/// @param role what the part does
/// @param places the numbers of the places of all its parts
record Memory(Recurrent layer, Role role, Map<Role, Integer> places) {
    /// What a part of a recurrent layer does.
    enum Role {
        /// How much of the candidate is written down.
        INPUT_GATE,
        /// How much of the memory is kept.
        FORGET_GATE,
        /// How much of what was said before is recalled.
        RESET_GATE,
        /// How much stays as it was.
        UPDATE_GATE,
        /// What might be written down.
        CANDIDATE,
        /// How much of the memory is let out.
        OUTPUT_GATE,
        /// What an LSTM keeps to itself.
        MEMORY,
        /// The memory, bent.
        MEMORY_BENT,
        /// What is said at each moment.
        STATE,
        /// What is handed on: what was said last, or nothing at moments that are passed over.
        SAID
    }

    /// Returns the parts that have weights of their own, in the order in which these stand.
    static List<Role> gates(Cell cell) {
        return switch (cell) {
            case Cell.Rnn _ -> List.of(Role.STATE);
            case Cell.Lstm _ ->
                    List.of(Role.INPUT_GATE, Role.FORGET_GATE, Role.CANDIDATE, Role.OUTPUT_GATE);
            case Cell.Gru _ -> List.of(Role.RESET_GATE, Role.UPDATE_GATE, Role.CANDIDATE);
        };
    }

    /// Returns which of the parts with weights it is, -1 if it is none of them.
    int gate() {
        return gates(layer.spec().cell()).indexOf(role);
    }

    /// Returns what bends its sum.
    Activation bend() {
        return switch (role) {
            case INPUT_GATE, FORGET_GATE, OUTPUT_GATE, RESET_GATE, UPDATE_GATE ->
                    Activation.SIGMOID;
            case CANDIDATE, MEMORY_BENT -> Activation.TANH;
            case STATE ->
                    layer.spec().cell() instanceof Cell.Rnn(var activation)
                            ? activation
                            : Activation.LINEAR;
            case MEMORY, SAID -> Activation.LINEAR;
        };
    }

    int place(Role other) {
        return java.util.Objects.requireNonNull(places.get(other));
    }

    /// Returns the moment that is read before `moment`, -1 if there is none.
    int before(int moment, int moments) {
        var backward = layer.spec().backward();
        var before = backward ? moment + 1 : moment - 1;
        return before < moments ? before : -1;
    }

    /// Returns the moment that is read last.
    int last(int moments) {
        return layer.spec().backward() ? 0 : moments - 1;
    }
}
