package dev.gradus.testing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.model.LeNet5;
import dev.gradus.nn.model.ResNet;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import dev.gradus.testing.layer.DoublePrecision;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whole networks make the numbers of PyTorch, with the weights of a formula: see
/// `tools/goldens/model_goldens.py`.
class ModelGoldensTest {
    private static final double TOLERANCE = 1e-10;
    private static final Map<String, double[]> GOLDENS = read();

    @Test
    void leNet5MakesTheNumbersOfAnotherFramework() {
        compare("LeNet5", LeNet5.of(28, 10), Shape.of(28, 28, 1));
    }

    @Test
    void resNet20MakesTheNumbersOfAnotherFramework() {
        compare("ResNet20", ResNet.cifar(20, 10), Shape.of(32, 32, 3));
    }

    private static void compare(String name, LayerSpec spec, Shape input) {
        var network = DoublePrecision.copyOf(spec.build(input, Seed.seed(1)));
        var parameters = Parameters.of(network);
        parameters.forEach((key, parameter) -> parameter.set(begin(key, parameter)));
        var x = waves("x", Shape.of(3).append(input));
        check(name + " y", network.apply(x).toDoubles());
        train(name, network, parameters, x);
    }

    private static void train(
            String name, Layer network, LinkedHashMap<String, Parameter> parameters, Tensor x) {
        var y = network.apply(x);
        var names = new ArrayList<String>();
        var trained = new ArrayList<Tensor>();
        parameters.forEach((key, parameter) -> {
            if (parameter.trainable()) {
                names.add(key);
                trained.add(parameter);
            }
        });
        var wanted = new ArrayList<>(List.of(y));
        wanted.addAll(Gradients.of(y, waves("up", y.shape()), trained));
        Step.run(wanted, Map.of(), 7);
        check(name + " training y", y.toDoubles());
        for (var i = 0; i < names.size(); i++) {
            check(name + " gradient " + names.get(i), probe(names.get(i), wanted.get(i + 1)));
        }
        parameters.forEach((key, parameter) -> {
            if (!parameter.trainable()) {
                check(name + " after " + key, probe(key, parameter));
            }
        });
        assertThat(GOLDENS.keySet().stream().filter(key -> key.startsWith(name + " ")))
                .hasSize(2 + parameters.size());
    }

    private static Tensor begin(String name, Parameter parameter) {
        var shape = parameter.shape();
        var waves = waves(name, shape);
        if (shape.rank() > 1) {
            return waves.mul(Math.sqrt(2.0 / shape.range(0, shape.rank() - 1).count()));
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "weight" -> waves.div(5).add(1);
            case "runningVariance" -> waves.div(2).add(1);
            default -> waves.div(10);
        };
    }

    private static double[] probe(String name, Tensor tensor) {
        return tensor.mul(waves(name + " probe", tensor.shape())).sum().toDoubles();
    }

    private static Tensor waves(String name, Shape shape) {
        var key = 0;
        for (var j = 0; j < name.length(); j++) {
            key = (key + (j + 1) * name.charAt(j)) % 1000;
        }
        var numbers = new double[shape.count()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = Math.sin((i + 1) * 12.9898 + key * 78.233);
        }
        return Tensor.of(numbers, shape.toArray());
    }

    private static void check(String name, double[] numbers) {
        var expected = GOLDENS.get(name);
        assertThat(expected).as("golden '%s'", name).isNotNull();
        var largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        assertThat(numbers)
                .as(name)
                .containsExactly(expected, within(TOLERANCE * Math.max(1, largest)));
    }

    private static Map<String, double[]> read() {
        try {
            var file = Path.of(ModelGoldensTest.class.getResource("/goldens/models.txt").toURI());
            var goldens = new HashMap<String, double[]>();
            for (var line : Files.readAllLines(file)) {
                if (!line.startsWith("#")) {
                    var parts = line.split("\\|", -1);
                    var numbers = Arrays.stream(parts[1].split(" "));
                    goldens.put(parts[0], numbers.mapToDouble(Double::parseDouble).toArray());
                }
            }
            return goldens;
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
