"""Keras 3 on whichever backend it is set up with (KERAS_BACKEND)."""

import os

import workloads


class KerasContender:
    def __init__(self, threads):
        if threads == 1:
            # Only JAX reads this; TensorFlow and PyTorch are told below.
            os.environ.setdefault(
                "XLA_FLAGS",
                "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
            )
        import keras

        if not keras.__version__.startswith("3"):
            raise RuntimeError(f"Keras {keras.__version__} is too old; Keras 3 is needed")
        if keras.backend.backend() == "tensorflow":
            import tensorflow

            tensorflow.config.threading.set_intra_op_parallelism_threads(threads)
            tensorflow.config.threading.set_inter_op_parallelism_threads(1)
        if keras.backend.backend() == "torch":
            import torch

            torch.set_num_threads(threads)
        self.keras = keras

    def describe(self):
        return f"Keras {self.keras.__version__} on {self.keras.backend.backend()}"

    def prepare(self, network):
        if network.architecture in ("residual", "recurrent", "transformer"):
            return None
        model = build(self.keras, network)
        # Kernels [in, out] and [height, width, in, out] and the order are those of Keras itself.
        model.set_weights([values for _, values in network.weights()])
        if network.training:
            return Training(self.keras, network, model)
        return Inference(self.keras, network, model)


def build(keras, network):
    layers = keras.layers
    # Dropout of rate 0 does nothing.
    body = {
        "small perceptron": [layers.Dense(128, "relu"), layers.Dense(10)],
        "wide perceptron": [
            layers.Dense(512, "relu"),
            layers.Dropout(network.dropout),
            layers.Dense(512, "relu"),
            layers.Dropout(network.dropout),
            layers.Dense(10),
        ],
        "convolutional": [
            layers.Conv2D(32, 3, activation="relu", data_format="channels_last"),
            layers.Conv2D(64, 3, activation="relu", data_format="channels_last"),
            layers.MaxPooling2D(2, data_format="channels_last"),
            layers.Flatten(data_format="channels_last"),
            layers.Dense(128, "relu"),
            layers.Dense(10),
        ],
        "table": [layers.Dense(64, "relu"), layers.Dense(32, "relu"), layers.Dense(1)],
    }
    return keras.Sequential([keras.Input(network.shape), *body[network.architecture]])


class Training:
    def __init__(self, keras, network, model):
        table = network.architecture == "table"
        self.model = model
        self.model.compile(
            optimizer=(
                keras.optimizers.SGD(0.01)
                if network.architecture == "small perceptron"
                else keras.optimizers.Adam(0.001, epsilon=1e-8)
            ),
            loss=(
                keras.losses.BinaryCrossentropy(from_logits=True)
                if table
                else keras.losses.SparseCategoricalCrossentropy(from_logits=True)
            ),
        )
        tensor = keras.ops.convert_to_tensor
        targets = [network.targets(i) for i in range(workloads.BATCHES)]
        self.batches = [
            (tensor(network.inputs(i)), tensor(target[:, None] if table else target))
            for i, target in enumerate(targets)
        ]
        self.steps = 0

    def step(self):
        inputs, targets = self.batches[self.steps % workloads.BATCHES]
        self.steps += 1
        return self.model.train_on_batch(inputs, targets)

    def last_step(self):
        # The loss that Keras returns is a mean since the last reset.
        self.model.reset_metrics()
        return float(self.step())


class Inference:
    def __init__(self, keras, network, model):
        self.model = model
        tensor = keras.ops.convert_to_tensor
        self.inputs = [tensor(network.inputs(i)) for i in range(workloads.BATCHES)]
        self.steps = 0

    def step(self):
        outputs = self.model.predict_on_batch(self.inputs[self.steps % workloads.BATCHES])
        self.steps += 1
        return outputs

    def last_step(self):
        return float((self.step() ** 2).mean())
