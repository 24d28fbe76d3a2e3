"""Writes nn/src/test/resources/nn_goldens.txt: what PyTorch makes of small fixed inputs.

    /usr/bin/python3 tools/goldens/nn_goldens.py

Debian's python3-torch is enough. Everything is float64, so that the comparison can be exact to the
last few digits. One line a tensor: name, sizes separated by commas, numbers separated by spaces.
Layers have scripts of their own, beside this one in `layers`, and so have optimizers.
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


def losses():
    logits = sample(6, 4) * 3
    labels = torch.tensor([0, 3, 1, 1, 2, 0])
    weights = torch.tensor([0.5, 2.0, 1.0, 0.25])
    save("cross.logits", logits)
    save("cross.labels", labels)
    save("cross.weights", weights)
    for name, options in {
        "plain": {},
        "smooth": {"label_smoothing": 0.1},
        "weighted": {"weight": weights},
        "both": {"label_smoothing": 0.2, "weight": weights},
    }.items():
        x = logits.clone().requires_grad_()
        loss = F.cross_entropy(x, labels, **options)
        loss.backward()
        save(f"cross.{name}.loss", loss)
        save(f"cross.{name}.gradient", x.grad)

    sequence = sample(2, 3, 5)
    words = torch.tensor([[4, 0, 2], [1, 1, 3]])
    save("cross.sequence.logits", sequence)
    save("cross.sequence.labels", words)
    save("cross.sequence.loss", F.cross_entropy(sequence.permute(0, 2, 1), words))

    output = sample(4, 3) * 2
    output[0, 0], output[0, 1] = 90.0, -90.0
    truth = torch.rand(4, 3).round()
    save("pair.output", output)
    save("pair.truth", truth)
    target = sample(4, 3)
    save("pair.target", target)
    for name, function, right in [
        ("binary", F.binary_cross_entropy_with_logits, truth),
        ("squared", F.mse_loss, target),
        ("l1", F.l1_loss, target),
        ("huber", lambda a, b: F.huber_loss(a, b, delta=0.7), target),
    ]:
        x = output.clone().requires_grad_()
        loss = function(x, right)
        loss.backward()
        save(f"pair.{name}.loss", loss)
        save(f"pair.{name}.gradient", x.grad)


for part in (losses,):
    part()
FILE.write_text("\n".join(lines) + "\n")
print(FILE, len(lines), "tensors")
