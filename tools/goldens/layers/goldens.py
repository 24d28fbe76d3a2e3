"""Writes down what PyTorch, or a formula written plainly with it, makes of the rows of the layer contract.

Each script beside this one writes one file of testing/src/test/resources/goldens/layers:

    python3 tools/goldens/layers/basic.py

A row is named as its layer is written in a program, with the shape of an example: `dense(3) of [4]`.
Everything is float64 and laid out as in Gradus: channels last, weights of dense layers
[inputs, outputs], of convolutions [size..., channels / groups, filters].
"""

import pathlib
import sys

import torch

torch.set_default_dtype(torch.float64)
FOLDER = pathlib.Path(__file__).parents[3] / "testing/src/test/resources/goldens/layers"


class Goldens:
    def __init__(self, family, seed=1):
        torch.manual_seed(seed)
        self.file = FOLDER / (family + ".txt")
        version = torch.__version__.split("a")[0].split("+")[0]
        self.lines = [f"# made by tools/goldens/layers/{family}.py with PyTorch {version}"]

    def save(self, name, tensor):
        tensor = tensor.detach()
        sizes = ",".join(map(str, tensor.shape))
        numbers = tensor.reshape(-1).tolist()
        if tensor.dtype.is_floating_point:
            numbers = [format(x, ".15g") for x in numbers]
        self.lines.append(f"{name}|{sizes}|{' '.join(map(str, numbers))}")

    def layer(self, text, x, function, parameters=None, training=None, state=None):
        """Saves a row: what `function(x, parameters)` makes of `x`, and its gradients.

        `parameters` maps names to tensors, laid out as in Gradus; `function` lays them out as PyTorch
        wants them. `training` is another function where a layer differs in training; it returns y and
        a map of what the state called so becomes. `state` are parameters without a gradient.
        """
        parameters, state = parameters or {}, state or {}
        row = f"{text} of {list(x.shape[1:])} / "
        self.save(row + "x", x)
        for name, value in {**parameters, **state}.items():
            self.save(row + "parameter " + name, value)
        self._run(row, x, lambda a, p: (function(a, p), {}), parameters, state)
        if training:
            self._run(row + "training ", x, training, parameters, state)

    def merge(self, text, inputs, function, parameters=None):
        """Saves a row of the contract of merges: what `function(inputs, parameters)` makes."""
        shapes = ", ".join(str(list(x.shape[1:])) for x in inputs)
        row = f"{text} of [{shapes}] / "
        leaves = {f"x{i}": x.clone().requires_grad_() for i, x in enumerate(inputs)}
        weights = {name: value.clone().requires_grad_() for name, value in (parameters or {}).items()}
        y = function(list(leaves.values()), weights)
        up = sample(*y.shape)
        (y * up).sum().backward()
        self.save(row + "y", y)
        self.save(row + "up", up)
        for name, value in leaves.items():
            self.save(row + name, value)
            self.save(row + "gradient " + name, value.grad)
        for name, value in weights.items():
            self.save(row + "parameter " + name, value)
            self.save(row + "gradient " + name, value.grad)

    def _run(self, row, x, function, parameters, state):
        leaf = x.clone().requires_grad_() if x.dtype.is_floating_point else x
        leaves = {name: value.clone().requires_grad_() for name, value in parameters.items()}
        y, after = function(leaf, {**leaves, **{name: value.clone() for name, value in state.items()}})
        up = sample(*y.shape)
        (y * up).sum().backward() if y.requires_grad else None
        self.save(row + "y", y)
        self.save(row + "up", up)
        if x.dtype.is_floating_point:
            self.save(row + "gradient x", leaf.grad if leaf.grad is not None else torch.zeros_like(leaf))
        for name, value in leaves.items():
            self.save(row + "gradient " + name, value.grad if value.grad is not None else torch.zeros_like(value))
        for name, value in after.items():
            self.save(row + "after " + name, value)

    def write(self):
        self.file.write_text("\n".join(self.lines) + "\n")
        print(self.file, len(self.lines) - 1, "tensors")


def sample(*sizes):
    """Random numbers that survive being written with a few digits."""
    return (torch.randn(*sizes) * 1000).round() / 1000


def first(x):
    """Channels last to channels first."""
    return x.movedim(-1, 1)


def last(x):
    """Channels first to channels last."""
    return x.movedim(1, -1)


def filters(weight):
    """[size..., channels, filters] to PyTorch's [filters, channels, size...]."""
    return weight.permute(-1, -2, *range(weight.dim() - 2)) if weight.dim() > 2 else weight.T


def same(x, reach, stride, value=0.0):
    """`x`, channels first, with the border that padding SAME gives it."""
    border = []
    for size in reversed(x.shape[2:]):
        missing = max(0, (-(-size // stride) - 1) * stride + reach - size)
        border += [missing // 2, missing - missing // 2]
    return torch.nn.functional.pad(x, border, value=value)
