"""The networks of the benchmark without any library, as dev.gradus.benchmarks.workload has them.

Layouts: dense weights [in, out], convolution weights [height, width, in, out], images [batch,
height, width, channels].
"""

from dataclasses import dataclass, replace

import numpy as np

BATCHES = 4


@dataclass(frozen=True)
class Network:
    """A network with its weights and data; `architecture` is that of Network.Architecture."""

    architecture: str
    training: bool
    batch: int
    shape: tuple
    dropout: float = 0.0

    def weights(self):
        """Returns (name, values) in the order in which the network uses them."""
        return StartingWeights().of(self.architecture)

    def inputs(self, index):
        count = self.batch * int(np.prod(self.shape))
        shape = (self.batch, *self.shape)
        if self.architecture in ("recurrent", "transformer"):
            return integers(1000 + index, count, 96).reshape(shape)
        return uniform(1000 + index, count, 1).reshape(shape)

    def targets(self, index):
        """Returns the classes, the next characters, or for "table" the probabilities."""
        if self.architecture in ("recurrent", "transformer"):
            count = self.batch * self.shape[0]
            return integers(1100 + index, count, 96).reshape(self.batch, *self.shape)
        if self.architecture == "table":
            return integers(1100 + index, self.batch, 2).astype(np.float32)
        return integers(1100 + index, self.batch, 10)


NETWORKS = {
    "W1": Network("small perceptron", True, 32, (784,)),
    "W2": Network("wide perceptron", True, 128, (784,), 0.2),
    "W3": Network("convolutional", True, 64, (28, 28, 1)),
    "W4": Network("residual", True, 64, (32, 32, 3)),
    "W5": Network("recurrent", True, 32, (64,)),
    "W6": Network("transformer", True, 16, (64,)),
    "W7": Network("table", True, 256, (30,)),
    "W8:1": Network("convolutional", False, 1, (28, 28, 1)),
    "W8:128": Network("convolutional", False, 128, (28, 28, 1)),
}


def named(name):
    """Returns the network called `name`, or None for single kernels, which Python leaves out."""
    plain = name.removesuffix("/plain")
    network = NETWORKS.get(plain)
    return network if network is None or plain == name else replace(network, dropout=0.0)


def bits(seed, count):
    """Returns SplitMix64 (Steele, Lea and Flood 2014) of seed * 2^32 + 0, 1, 2, ..."""
    z = (np.uint64(seed << 32) + np.arange(count, dtype=np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ z >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ z >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return z ^ z >> np.uint64(31)


def uniform(seed, count, bound):
    fraction = (bits(seed, count) >> np.uint64(40)).astype(np.float32) * np.float32(2**-23)
    return (fraction - np.float32(1)) * np.float32(bound)


def integers(seed, count, bound):
    return ((bits(seed, count) >> np.uint64(40)) % np.uint64(bound)).astype(np.int64)


class StartingWeights:
    """Draws uniform in ±sqrt(3 / fan-in); biases and shifts are zero, scales one."""

    def __init__(self):
        self.drawn = []

    def of(self, architecture):
        getattr(self, architecture.replace(" ", "_"))()
        return self.drawn

    def small_perceptron(self):
        self.dense("hidden", 784, 128).dense("output", 128, 10)

    def wide_perceptron(self):
        self.dense("first", 784, 512).dense("second", 512, 512).dense("output", 512, 10)

    def convolutional(self):
        self.convolution("first", 1, 32).constant("first.bias", 0, 32)
        self.convolution("second", 32, 64).constant("second.bias", 0, 64)
        self.dense("hidden", 12 * 12 * 64, 128).dense("output", 128, 10)

    def residual(self):
        self.convolution("stem", 3, 16).norm("stem", 16)
        channels = 16
        for stage in range(3):
            for block in range(3):
                wider = 16 << stage
                name = f"stage{stage}.block{block}."
                self.convolution(name + "first", channels, wider).norm(name + "first", wider)
                self.convolution(name + "second", wider, wider).norm(name + "second", wider)
                channels = wider
        self.dense("output", 64, 10)

    def recurrent(self):
        self.draw("embedding", 1, 96, 64)
        self.draw("lstm.input", 64, 64, 1024).draw("lstm.state", 256, 256, 1024)
        self.constant("lstm.bias", 0, 1024).dense("output", 256, 96)

    def transformer(self):
        self.draw("token", 300, 96, 128).draw("position", 300, 64, 128)
        for block in range(4):
            name = f"block{block}."
            self.norm(name + "attention", 128).dense(name + "query-key-value", 128, 384)
            self.dense(name + "projection", 128, 128)
            self.norm(name + "mlp", 128).dense(name + "expand", 128, 512)
            self.dense(name + "contract", 512, 128)
        self.norm("last", 128).dense("output", 128, 96)

    def table(self):
        self.dense("first", 30, 64).dense("second", 64, 32).dense("output", 32, 1)

    def dense(self, name, inputs, outputs):
        return self.draw(name, inputs, inputs, outputs).constant(name + ".bias", 0, outputs)

    def convolution(self, name, inputs, outputs):
        return self.draw(name, 9 * inputs, 3, 3, inputs, outputs)

    def norm(self, name, channels):
        return self.constant(name + ".scale", 1, channels).constant(name + ".shift", 0, channels)

    def draw(self, name, fan_in, *shape):
        values = uniform(len(self.drawn) + 1, int(np.prod(shape)), np.sqrt(3 / fan_in))
        self.drawn.append((name, values.reshape(shape)))
        return self

    def constant(self, name, value, count):
        self.drawn.append((name, np.full(count, value, np.float32)))
        return self
