"""Writes down what Keras and PyTorch offer, for the table in docs/coverage.md:

    KERAS_BACKEND=torch python3 tools/frameworks/names.py > tools/frameworks/names.txt

One line a name: framework, kind, name. Classes only, in the order of their names; what is private, abstract
or another name of the same class is left out.
"""

import inspect
import os

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import torch


def classes(module, base=object):
    """The classes of a module, each under its first name."""
    seen = set()
    for name in sorted(dir(module), key=lambda n: (n.lower(), n)):
        item = getattr(module, name)
        if name[0].isupper() and inspect.isclass(item) and issubclass(item, base) and item not in seen:
            seen.add(item)
            yield name


def functions(module):
    return sorted(n for n in dir(module) if n.endswith("_") and not n.startswith("_") and callable(getattr(module, n)))


def write(framework, kind, names):
    for name in names:
        print(f"{framework}|{kind}|{name}")


print(f"# made by tools/frameworks/names.py with PyTorch {torch.__version__.split('+')[0]} and Keras {keras.__version__}")
losses = {n for n in classes(torch.nn, torch.nn.Module) if "Loss" in n}
write("torch.nn", "layer", (n for n in classes(torch.nn, torch.nn.Module) if n not in losses))
write("torch.nn", "loss", sorted(losses))
write("torch.nn.init", "initializer", functions(torch.nn.init))
write("torch.nn.utils", "tool", sorted(
    n for n in dir(torch.nn.utils)
    if inspect.isfunction(getattr(torch.nn.utils, n)) and not n.startswith("_")))
write("torch.optim", "optimizer", classes(torch.optim, torch.optim.Optimizer))
write("torch.optim.swa_utils", "averaging", ["AveragedModel", "SWALR"])
write("torch.optim.lr_scheduler", "schedule", classes(
    torch.optim.lr_scheduler, torch.optim.lr_scheduler.LRScheduler))
write("keras.layers", "layer", classes(keras.layers, keras.layers.Layer))
write("keras.activations", "activation", sorted(
    n for n in dir(keras.activations)
    if inspect.isfunction(getattr(keras.activations, n)) and n not in ("deserialize", "get", "serialize")))
write("keras.losses", "loss", classes(keras.losses, keras.losses.Loss))
write("keras.metrics", "metric", classes(keras.metrics, keras.metrics.Metric))
write("keras.optimizers", "optimizer", classes(keras.optimizers, keras.optimizers.Optimizer))
write("keras.optimizers.schedules", "schedule", classes(keras.optimizers.schedules))
write("keras.initializers", "initializer", classes(keras.initializers, keras.initializers.Initializer))
write("keras.regularizers", "regulariser", classes(keras.regularizers, keras.regularizers.Regularizer))
write("keras.constraints", "constraint", classes(keras.constraints, keras.constraints.Constraint))
