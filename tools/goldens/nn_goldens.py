"""Writes nn/src/test/resources/nn_goldens.txt: what PyTorch makes of small fixed inputs.

    /usr/bin/python3 tools/goldens/nn_goldens.py

Debian's python3-torch is enough. Everything is float64, so that the comparison can be exact to the
last few digits. One line a tensor: name, sizes separated by commas, numbers separated by spaces.
Losses and layers have scripts of their own: `losses.py`, and those in `layers`.
"""

import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)
FILE = pathlib.Path(__file__).parents[2] / "nn/src/test/resources/nn_goldens.txt"
lines = ["# made by tools/goldens/nn_goldens.py with PyTorch " + torch.__version__.split("a")[0]]


def save(name, tensor):
    tensor = tensor.detach()
    sizes = ",".join(map(str, tensor.shape))
    numbers = tensor.reshape(-1).tolist()
    if tensor.dtype.is_floating_point:
        numbers = [format(x, ".15g") for x in numbers]
    lines.append(f"{name}|{sizes}|{' '.join(map(str, numbers))}")


def sample(*sizes):
    """Random numbers that survive being written with a few digits."""
    return (torch.randn(*sizes) * 1000).round() / 1000


def optimizers():
    steps = 50
    inputs = sample(steps, 4, 3)
    targets = sample(steps, 4, 2)
    weight = sample(3, 2)
    bias = sample(2)
    save("optimizer.inputs", inputs)
    save("optimizer.targets", targets)
    save("optimizer.weight", weight)
    save("optimizer.bias", bias)
    norm = lambda ps: torch.nn.utils.clip_grad_norm_(ps, 0.1)
    value = lambda ps: torch.nn.utils.clip_grad_value_(ps, 0.05)
    none = lambda ps: None
    sgd, adam, adamw = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW
    for name, make, clip in [
        ("sgd", lambda ps: sgd(ps, 0.1), none),
        ("momentum", lambda ps: sgd(ps, 0.05, momentum=0.9), none),
        ("nesterov", lambda ps: sgd(ps, 0.05, momentum=0.9, nesterov=True), none),
        ("decay", lambda ps: sgd(ps, 0.1, momentum=0.5, weight_decay=0.1), none),
        ("norm", lambda ps: sgd(ps, 0.1), norm),
        ("value", lambda ps: sgd(ps, 0.1), value),
        ("adam", lambda ps: adam(ps, 0.02), none),
        ("adam.decay", lambda ps: adam(ps, 0.02, betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1), norm),
        ("adamw", lambda ps: adamw(ps, 0.02), none),
        ("adamw.decay", lambda ps: adamw(ps, 0.02, weight_decay=0.3), value),
    ]:
        w, b = weight.clone().requires_grad_(), bias.clone().requires_grad_()
        optimizer = make([w, b])
        for step in range(steps):
            if step == 25:
                for group in optimizer.param_groups:
                    group["lr"] /= 2
            optimizer.zero_grad()
            F.mse_loss(torch.tanh(inputs[step] @ w + b), targets[step]).backward()
            clip([w, b])
            optimizer.step()
            if step + 1 in (1, 2, 25, 50):
                save(f"optimizer.{name}.{step + 1}.weight", w)
                save(f"optimizer.{name}.{step + 1}.bias", b)


optimizers()
FILE.write_text("\n".join(lines) + "\n")
print(FILE, len(lines), "tensors")
