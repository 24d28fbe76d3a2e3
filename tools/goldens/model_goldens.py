"""Writes down what plain PyTorch makes of whole networks with the weights of a formula.

    python3 tools/goldens/model_goldens.py

Weights and pictures are not written down: number i of the tensor NAME is a sine that Gradus computes
likewise. The gradient of each parameter, and what a step makes of each running mean and variance, is
summed up in one number: its sum of products with such a tensor.
"""

import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
FILE = pathlib.Path(__file__).parents[2] / "testing/src/test/resources/goldens/models.txt"


def waves(name, *sizes):
    key = sum((j + 1) * ord(c) for j, c in enumerate(name)) % 1000
    numbers = [math.sin((i + 1) * 12.9898 + key * 78.233) for i in range(math.prod(sizes))]
    return torch.tensor(numbers).reshape(sizes)


class Network:
    """Parameters by the names and in the layout of Gradus, made when they are first asked for."""

    def __init__(self):
        self.parameters = {}
        self.state = {}

    def weight(self, name, *sizes):
        if name not in self.parameters:
            w = waves(name, *sizes)
            if len(sizes) > 1:
                w = w * math.sqrt(2 / math.prod(sizes[:-1]))
            else:
                w = 1 + w / 5 if name.endswith("weight") else w / 10
            self.parameters[name] = w.requires_grad_()
        return self.parameters[name]

    def dense(self, name, x, outputs):
        return x @ self.weight(name + ".weight", x.shape[-1], outputs) + self.weight(name + ".bias", outputs)

    def conv(self, name, x, outputs, size, stride=1, padding=0, bias=False):
        w = self.weight(name + ".weight", size, size, x.shape[1], outputs).permute(3, 2, 0, 1)
        return F.conv2d(x, w, self.weight(name + ".bias", outputs) if bias else None, stride, padding)

    def norm(self, name, x, training):
        channels = x.shape[1]
        for part in ("Mean", "Variance"):
            key = name + ".running" + part
            if key not in self.state:
                w = waves(key, channels)
                self.state[key] = w / 10 if part == "Mean" else 1 + w / 2
        return F.batch_norm(
            x, self.state[name + ".runningMean"], self.state[name + ".runningVariance"],
            self.weight(name + ".weight", channels), self.weight(name + ".bias", channels), training, 0.1, 1e-5)


def lenet5(net, x, training):
    y = x.permute(0, 3, 1, 2)
    y = F.avg_pool2d(torch.tanh(net.conv("0", y, 6, 5, padding=2, bias=True)), 2)
    y = F.avg_pool2d(torch.tanh(net.conv("2", y, 16, 5, bias=True)), 2)
    y = y.permute(0, 2, 3, 1).flatten(1)
    y = torch.tanh(net.dense("5", y, 120))
    y = torch.tanh(net.dense("features", y, 84))
    return net.dense("7", y, 10)


def resnet20(net, x, training):
    y = x.permute(0, 3, 1, 2)
    y = F.relu(net.norm("1", net.conv("0", y, 16, 3, padding=1), training))
    for stage, filters in enumerate((16, 32, 64)):
        for block in range(3):
            name = f"stage{stage + 1}.{block}."
            stride = 2 if block == 0 and stage > 0 else 1
            before = y
            y = net.conv(name + "conv1", y, filters, 3, stride, 1)
            y = F.relu(net.norm(name + "norm1", y, training))
            y = net.norm(name + "norm2", net.conv(name + "conv2", y, filters, 3, 1, 1), training)
            past = before[:, :, ::stride, ::stride]
            past = F.pad(past, (0, 0, 0, 0, 0, filters - past.shape[1]))
            y = F.relu(y + past)
    return net.dense("7", y.mean((2, 3)), 10)


lines = [f"# made by tools/goldens/model_goldens.py with PyTorch {torch.__version__.split('+')[0]}"]


def save(name, numbers):
    lines.append(name + "|" + " ".join(format(x, ".15g") for x in numbers))


for name, network, size, channels in (("LeNet5", lenet5, 28, 1), ("ResNet20", resnet20, 32, 3)):
    net = Network()
    x = waves("x", 3, size, size, channels)
    save(name + " y", network(net, x, False).reshape(-1).tolist())
    y = network(net, x, True)
    save(name + " training y", y.reshape(-1).tolist())
    (y * waves("up", *y.shape)).sum().backward()
    for key, value in net.parameters.items():
        save(f"{name} gradient {key}", [(value.grad * waves(key + " probe", *value.shape)).sum().item()])
    for key, value in net.state.items():
        save(f"{name} after {key}", [(value * waves(key + " probe", *value.shape)).sum().item()])
FILE.write_text("\n".join(lines) + "\n")
print(FILE, len(lines) - 1, "lines")
