package dev.gradus.io;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.Map;
import java.util.TreeMap;

/// The numbers of a network at one moment: all parameters by name, copied.
///
/// Beside what is trained they hold what layers keep, such as a running mean.
public final class Weights {
    // in the order of names, so that the same weights are the same bytes
    private final TreeMap<String, Tensor> tensors;

    private Weights(TreeMap<String, Tensor> tensors) {
        this.tensors = tensors;
    }

    /// Returns a copy of the present weights of `layer`.
    public static Weights of(Layer layer) {
        var copies = new TreeMap<String, Tensor>();
        Parameters.of(layer).forEach((name, parameter) -> copies.put(name, copy(parameter)));
        return new Weights(copies);
    }

    /// Returns weights of these tensors by name.
    public static Weights of(Map<String, Tensor> tensors) {
        return new Weights(new TreeMap<>(tensors));
    }

    /// Reads the bytes of a file of weights.
    ///
    /// @throws ModelFileException if they are damaged, beyond the limits or something else
    public static Weights read(byte[] safetensors, Limits limits) {
        return new Weights(new TreeMap<>(Safetensors.read(safetensors, limits).tensors()));
    }

    private static Tensor copy(Parameter parameter) {
        return Tensor.of(parameter.buffer().copy(), parameter.shape());
    }

    /// Returns the tensors in the order of their names.
    public Map<String, Tensor> tensors() {
        return new TreeMap<>(tensors);
    }

    /// Gives the parameters of `layer` these numbers.
    ///
    /// @throws ModelFileException if a name, a shape or a type differs; nothing has changed then
    public void into(Layer layer) {
        var parameters = Parameters.of(layer);
        parameters.forEach(this::fitting);
        for (var name : tensors.keySet()) {
            if (!parameters.containsKey(name)) {
                throw new ModelFileException(
                        "the weights hold '%s', which the network does not have: it has %s"
                                .formatted(name, parameters.keySet()));
            }
        }
        parameters.forEach((name, parameter) -> parameter.set(fitting(name, parameter)));
    }

    private Tensor fitting(String name, Parameter parameter) {
        var tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelFileException(
                    "the network has a parameter '%s' %s, which the weights do not hold: they hold %s"
                            .formatted(name, parameter.shape(), tensors.keySet()));
        }
        if (!tensor.shape().equals(parameter.shape()) || tensor.type() != parameter.type()) {
            throw new ModelFileException(
                    "'%s' is %s %s in the weights but %s %s in the network: they belong to different networks"
                            .formatted(
                                    name,
                                    tensor.shape(),
                                    tensor.type(),
                                    parameter.shape(),
                                    parameter.type()));
        }
        return tensor;
    }

    /// Refuses weights with which a network can say nothing.
    void checkNoneIsNaN() {
        tensors.forEach((name, tensor) -> {
            if (!tensor.type().isFloating()) {
                return;
            }
            var numbers = tensor.buffer();
            for (var i = 0; i < numbers.size(); i++) {
                if (Double.isNaN(numbers.getDouble(i))) {
                    throw new ModelFileException(
                            "number %d of '%s' is NaN: such a network predicts nothing, train it again with a smaller learning rate"
                                    .formatted(i, name));
                }
            }
        });
    }

    /// Returns how many numbers there are in all.
    public long count() {
        return tensors.values().stream().mapToLong(Tensor::count).sum();
    }

    /// Returns these weights as a file of [Safetensors], in the order of their names and without
    /// notes.
    public byte[] bytes() {
        return Safetensors.bytes(tensors, Map.of());
    }

    /// Returns the SHA-256 of [#bytes], as 64 hexadecimal digits: equal for networks that are equal
    /// to the last bit.
    public String sha256() {
        return Sha256.of(bytes());
    }
}
