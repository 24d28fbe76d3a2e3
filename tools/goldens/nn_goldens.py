"""Writes nn/src/test/resources/nn_goldens.txt: what PyTorch makes of small fixed inputs.

    /usr/bin/python3 tools/goldens/nn_goldens.py

Debian's python3-torch is enough. Everything is float64, so that the comparison can be exact to the
last few digits. One line a tensor: name, sizes separated by commas, numbers separated by spaces.
Pictures are stored channels last, weights of convolutions as [height, width, channels, filters].
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


def activations():
    x = torch.tensor([-20.0, -3.0, -1.0, -0.25, 0.0, 1e-3, 0.5, 2.0, 30.0])
    save("activation.x", x)
    for name, function in [
        ("LINEAR", lambda v: v * 1),
        ("RELU", F.relu),
        ("LEAKY_RELU", F.leaky_relu),
        ("ELU", F.elu),
        ("GELU", F.gelu),
        ("SILU", F.silu),
        ("SIGMOID", torch.sigmoid),
        ("TANH", torch.tanh),
        ("SOFTMAX", lambda v: torch.softmax(v, -1)),
    ]:
        leaf = x.clone().requires_grad_()
        y = function(leaf)
        (y * torch.arange(1.0, 10.0)).sum().backward()
        save(f"activation.{name}", y)
        save(f"activation.{name}.gradient", leaf.grad)


def normalisations():
    x = sample(4, 2, 3) * 2 + 1
    weight, bias = sample(3), sample(3)
    save("norm.x", x)
    save("norm.weight", weight)
    save("norm.bias", bias)
    save("norm.layer", F.layer_norm(x, [3], weight, bias))

    mean, variance = torch.zeros(3), torch.ones(3)
    for step in range(3):
        batch = sample(4, 2, 3) * (step + 1) + step
        y = F.batch_norm(batch.permute(0, 2, 1), mean, variance, weight, bias, training=True)
        save(f"norm.batch.{step}.x", batch)
        save(f"norm.batch.{step}.y", y.permute(0, 2, 1))
        save(f"norm.batch.{step}.mean", mean.clone())
        save(f"norm.batch.{step}.variance", variance.clone())
    y = F.batch_norm(x.permute(0, 2, 1), mean, variance, weight, bias, training=False)
    save("norm.batch.inference", y.permute(0, 2, 1))


def last(tensor):
    """Channels first to channels last."""
    return tensor.permute(0, 2, 3, 1)


def same(size, reach, stride):
    missing = max(0, (-(-size // stride) - 1) * stride + reach - size)
    return missing // 2, missing - missing // 2


def padded(x, reach, stride, value=0.0):
    top, bottom = same(x.shape[2], reach, stride)
    left, right = same(x.shape[3], reach, stride)
    return F.pad(x, (left, right, top, bottom), value=value)


def windows():
    x = sample(2, 4, 7, 6)
    save("window.x", last(x))
    for name, filters, size, stride, dilation, groups, is_same in [
        ("plain", 3, 3, 1, 1, 1, False),
        ("same", 3, 3, 1, 1, 1, True),
        ("stride", 3, 3, 2, 1, 1, True),
        ("dilation", 3, 2, 1, 2, 1, False),
        ("groups", 6, 3, 1, 1, 2, True),
        ("depthwise", 4, 3, 2, 1, 4, False),
    ]:
        weight = sample(filters, 4 // groups, size, size)
        bias = sample(filters)
        reach = dilation * (size - 1) + 1
        source = padded(x, reach, stride) if is_same else x
        y = F.conv2d(source, weight, bias, stride, 0, dilation, groups)
        save(f"window.conv.{name}.weight", weight.permute(2, 3, 1, 0))
        save(f"window.conv.{name}.bias", bias)
        save(f"window.conv.{name}", last(y))
    save("window.max", last(F.max_pool2d(x, 2)))
    save("window.max.same", last(F.max_pool2d(padded(x, 3, 2, -1e9), 3, 2)))
    save("window.mean", last(F.avg_pool2d(x, 2)))
    seen = F.avg_pool2d(padded(torch.ones_like(x), 3, 2), 3, 2)
    save("window.mean.same", last(F.avg_pool2d(padded(x, 3, 2), 3, 2) / seen))
    save("window.global.mean", x.mean((2, 3)))
    save("window.global.max", x.amax((2, 3)))


def embeddings():
    weight = sample(5, 3)
    words = torch.tensor([[4, 0], [2, 2]])
    save("embedding.weight", weight)
    save("embedding.words", words)
    save("embedding", F.embedding(words, weight))


for part in (losses, optimizers, activations, normalisations, windows, embeddings):
    part()
FILE.write_text("\n".join(lines) + "\n")
print(FILE, len(lines), "tensors")
