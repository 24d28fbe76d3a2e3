package dev.gradus.studio.model;

import dev.gradus.tensor.Parameter;

/// The numbers of a parameter, read one by one without a copy.
///
/// @param parameter the parameter
record Weight(Parameter parameter) {
    double at(int... place) {
        return parameter.buffer().getDouble(Grid.number(parameter.shape(), place));
    }
}
