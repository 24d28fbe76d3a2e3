"""Writes nn/src/test/resources/optimizer_goldens.txt: where 50 steps of each rule lead, and what
schedules and constraints come to.

    python3 tools/goldens/optimizers.py

needs PyTorch 2.10 or newer (torch.optim.Muon). Rules that it does not have are written down here
from their papers. Everything is float64, so that the comparison can be exact to the last few digits.
One line a tensor: name, sizes separated by commas, numbers separated by spaces.
"""

import math
import pathlib

import torch
import torch.nn.functional as F
from torch.optim import lr_scheduler as S

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)
# Muon turns matrices in bfloat16; here it is to keep all digits
torch.Tensor.bfloat16 = lambda self: self.clone()
FILE = pathlib.Path(__file__).parents[2] / "nn/src/test/resources/optimizer_goldens.txt"
lines = ["# made by tools/goldens/optimizers.py with PyTorch " + torch.__version__.split("+")[0]]


def save(name, tensor):
    tensor = tensor.detach()
    sizes = ",".join(map(str, tensor.shape))
    numbers = [format(x, ".15g") for x in tensor.reshape(-1).tolist()]
    lines.append(f"{name}|{sizes}|{' '.join(numbers)}")


def sample(*sizes):
    """Random numbers that survive being written with a few digits."""
    return (torch.randn(*sizes) * 1000).round() / 1000


class Paper(torch.optim.Optimizer):
    """A rule from its paper: a function of the weights, the gradient, the rate, the step and a memory."""

    def __init__(self, parameters, lr, rule):
        super().__init__(parameters, {"lr": lr})
        self.rule = rule

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                memory = self.state[p]
                memory["t"] = memory.get("t", 0) + 1
                p.copy_(self.rule(p.clone(), p.grad, group["lr"], memory["t"], memory))


def lion(beta1, beta2, decay):
    """Chen and others 2023, algorithm 2."""

    def rule(w, g, rate, t, memory):
        m = memory.get("m", torch.zeros_like(w))
        c = beta1 * m + (1 - beta1) * g
        memory["m"] = beta2 * m + (1 - beta2) * g
        return w - rate * (torch.sign(c) + decay * w)

    return rule


def lamb(beta1, beta2, eps, decay):
    """You and others 2019, algorithm 2, phi being the identity."""

    def rule(w, g, rate, t, memory):
        m = memory["m"] = beta1 * memory.get("m", torch.zeros_like(w)) + (1 - beta1) * g
        v = memory["v"] = beta2 * memory.get("v", torch.zeros_like(w)) + (1 - beta2) * g * g
        u = (m / (1 - beta1**t)) / ((v / (1 - beta2**t)).sqrt() + eps) + decay * w
        lengths = w.norm(), u.norm()
        ratio = lengths[0] / lengths[1] if lengths[0] > 0 and lengths[1] > 0 else 1
        return w - rate * ratio * u

    return rule


def ftrl(l1, l2, beta, initial):
    """McMahan and others 2013, algorithm 1, in Keras's parametrisation."""

    def rule(w, g, rate, t, memory):
        n = memory.get("n", torch.full_like(w, initial))
        z = memory.get("z", torch.zeros_like(w))
        memory["n"] = n + g * g
        sigma = (memory["n"].sqrt() - n.sqrt()) / rate
        z = memory["z"] = z + g - sigma * w
        return (z.clamp(-l1, l1) - z) / ((beta + memory["n"].sqrt()) / rate + 2 * l2)

    return rule


class LookAhead:
    """Zhang, Lucas, Hinton and Ba 2019, algorithm 1."""

    def __init__(self, inner, parameters, k, alpha):
        self.inner, self.parameters, self.k, self.alpha, self.t = inner, parameters, k, alpha, 0
        self.slow = [p.detach().clone() for p in parameters]
        self.param_groups = inner.param_groups

    def zero_grad(self):
        self.inner.zero_grad()

    def step(self):
        self.inner.step()
        self.t += 1
        if self.t % self.k == 0:
            with torch.no_grad():
                for slow, p in zip(self.slow, self.parameters):
                    slow += self.alpha * (p - slow)
                    p.copy_(slow)


class Sharp:
    """Foret, Kleiner, Mobahi and Neyshabur 2020, algorithm 1, around another rule; `again` computes the
    loss anew and walks back."""

    def __init__(self, inner, parameters, radius):
        self.inner, self.parameters, self.radius = inner, parameters, radius
        self.param_groups = inner.param_groups

    def zero_grad(self):
        self.inner.zero_grad()

    def climb(self, again):
        length = torch.cat([p.grad.flatten() for p in self.parameters]).norm()
        ways = [self.radius * p.grad / (length + 1e-12) for p in self.parameters]
        with torch.no_grad():
            for p, way in zip(self.parameters, ways):
                p += way
        self.inner.zero_grad()
        again()
        with torch.no_grad():
            for p, way in zip(self.parameters, ways):
                p -= way

    def step(self):
        self.inner.step()


class Several:
    """Optimizers side by side."""

    def __init__(self, *parts):
        self.parts = parts
        self.param_groups = [group for part in parts for group in part.param_groups]

    def zero_grad(self):
        for part in self.parts:
            part.zero_grad()

    def step(self):
        for part in self.parts:
            part.step()


def rules():
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

    def norm_each(ps):
        for p in ps:
            torch.nn.utils.clip_grad_norm_([p], 0.1)

    def value_then_norm(ps):
        value(ps)
        norm(ps)

    O = torch.optim
    sgd, adam, adamw = O.SGD, O.Adam, O.AdamW
    for name, make, clip in [
        ("sgd", lambda ps: sgd(ps, 0.1), none),
        ("momentum", lambda ps: sgd(ps, 0.05, momentum=0.9), none),
        ("dampening", lambda ps: sgd(ps, 0.05, momentum=0.9, dampening=0.3), none),
        ("nesterov", lambda ps: sgd(ps, 0.05, momentum=0.9, nesterov=True), none),
        ("decay", lambda ps: sgd(ps, 0.1, momentum=0.5, weight_decay=0.1), none),
        ("norm", lambda ps: sgd(ps, 0.1), norm),
        ("value", lambda ps: sgd(ps, 0.1), value),
        ("value.norm", lambda ps: sgd(ps, 0.1), value_then_norm),
        ("adam", lambda ps: adam(ps, 0.02), none),
        ("adam.decay", lambda ps: adam(ps, 0.02, betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1), norm),
        ("adam.ams", lambda ps: adam(ps, 0.02, betas=(0.8, 0.9), amsgrad=True), none),
        ("adamw", lambda ps: adamw(ps, 0.02), none),
        ("adamw.decay", lambda ps: adamw(ps, 0.02, weight_decay=0.3), value),
        ("adamw.ams", lambda ps: adamw(ps, 0.02, betas=(0.8, 0.9), amsgrad=True), none),
        (
            "adamw.matrices",
            lambda ps: adamw([{"params": ps[:1], "weight_decay": 0.3}, {"params": ps[1:], "weight_decay": 0}], 0.02),
            none,
        ),
        ("adamax", lambda ps: O.Adamax(ps, 0.02), none),
        ("adamax.decay", lambda ps: O.Adamax(ps, 0.02, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1), none),
        ("nadam", lambda ps: O.NAdam(ps, 0.02), none),
        (
            "nadam.decay",
            lambda ps: O.NAdam(ps, 0.02, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1, momentum_decay=0.02),
            none,
        ),
        ("radam", lambda ps: O.RAdam(ps, 0.02), none),
        ("radam.decay", lambda ps: O.RAdam(ps, 0.02, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1), none),
        ("adagrad", lambda ps: O.Adagrad(ps, 0.1), none),
        (
            "adagrad.decay",
            lambda ps: O.Adagrad(ps, 0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.2, eps=1e-4),
            none,
        ),
        ("adadelta", lambda ps: O.Adadelta(ps, 1.0), none),
        ("adadelta.decay", lambda ps: O.Adadelta(ps, 0.7, rho=0.8, eps=1e-4, weight_decay=0.1), none),
        ("rmsprop", lambda ps: O.RMSprop(ps, 0.01), none),
        (
            "rmsprop.centred",
            lambda ps: O.RMSprop(ps, 0.01, alpha=0.9, eps=1e-4, weight_decay=0.1, momentum=0.8, centered=True),
            none,
        ),
        ("rmsprop.momentum", lambda ps: O.RMSprop(ps, 0.01, momentum=0.5), none),
        ("adafactor", lambda ps: O.Adafactor(ps, 0.05, eps=(2**-23, 1e-3)), none),
        (
            "adafactor.decay",
            lambda ps: O.Adafactor(ps, 0.5, beta2_decay=-0.5, eps=(1e-2, 0.5), d=1.1, weight_decay=0.1),
            none,
        ),
        ("lion", lambda ps: Paper(ps, 0.01, lion(0.9, 0.99, 0)), none),
        ("lion.decay", lambda ps: Paper(ps, 0.01, lion(0.8, 0.95, 0.5)), none),
        ("lamb", lambda ps: Paper(ps, 0.05, lamb(0.9, 0.999, 1e-6, 0)), none),
        ("lamb.decay", lambda ps: Paper(ps, 0.05, lamb(0.8, 0.95, 1e-4, 0.3)), none),
        ("muon", lambda ps: Several(muon(ps[:1], 0.02), adamw(ps[1:], 3e-4, weight_decay=0)), none),
        (
            "muon.others",
            lambda ps: Several(muon(ps[:1], 0.02, momentum=0.8, nesterov=False, weight_decay=0.4), sgd(ps[1:], 0.1)),
            none,
        ),
        ("rprop", lambda ps: O.Rprop(ps, 0.01), none),
        ("rprop.narrow", lambda ps: O.Rprop(ps, 0.01, etas=(0.4, 1.5), step_sizes=(0.002, 0.03)), none),
        ("ftrl", lambda ps: Paper(ps, 0.1, ftrl(0, 0, 0, 0.1)), none),
        ("ftrl.sparse", lambda ps: Paper(ps, 0.5, ftrl(0.02, 0.01, 0.3, 0.2)), none),
        ("lookahead", lambda ps: LookAhead(adam(ps, 0.02), ps, 5, 0.5), none),
        ("lookahead.other", lambda ps: LookAhead(sgd(ps, 0.1, momentum=0.9), ps, 3, 0.8), norm),
        ("sharp", lambda ps: Sharp(adam(ps, 0.02), ps, 0.3), none),
        ("sharp.norm", lambda ps: Sharp(sgd(ps, 0.1, momentum=0.9), ps, 0.1), norm),
        ("groups", lambda ps: Several(sgd(ps[:1], 0.1, momentum=0.9), adamw(ps[1:], 0.02)), none),
        ("groups.norm", lambda ps: Several(sgd(ps[:1], 0.1, momentum=0.9), adamw(ps[1:], 0.02)), norm),
        ("groups.each", lambda ps: Several(sgd(ps[:1], 0.1), sgd(ps[1:], 0.05)), norm_each),
    ]:
        w, b = weight.clone().requires_grad_(), bias.clone().requires_grad_()
        optimizer = make([w, b])
        for step in range(steps):
            if step == 25:
                for group in optimizer.param_groups:
                    group["lr"] /= 2
            optimizer.zero_grad()
            again = lambda: F.mse_loss(torch.tanh(inputs[step] @ w + b), targets[step]).backward()
            again()
            if isinstance(optimizer, Sharp):
                optimizer.climb(again)
            clip([w, b])
            optimizer.step()
            if step + 1 in (1, 2, 25, 50):
                save(f"optimizer.{name}.{step + 1}.weight", w)
                save(f"optimizer.{name}.{step + 1}.bias", b)


def muon(parameters, lr, **options):
    """PyTorch's weights are [outputs, inputs], ours are [inputs, outputs]."""
    turned = lambda A, B: math.sqrt(max(1, B / A))
    import torch.optim._muon as module

    module._adjust_lr = lambda rate, how, shape: rate * turned(*shape[:2])
    return torch.optim.Muon(parameters, lr, **options)


def averages():
    """torch.optim.swa_utils, over the steps of `sgd`."""
    from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

    values = {line.split("|")[0]: line.split("|")[1:] for line in lines[1:]}
    read = lambda name: torch.tensor(list(map(float, values[name][1].split()))).reshape(
        [int(n) for n in values[name][0].split(",")]
    )
    inputs, targets = read("optimizer.inputs"), read("optimizer.targets")
    for name, options in {"ema": {"multi_avg_fn": get_ema_multi_avg_fn(0.9)}, "swa": {}}.items():
        model = torch.nn.Linear(3, 2)
        with torch.no_grad():
            model.weight.copy_(read("optimizer.weight").T)
            model.bias.copy_(read("optimizer.bias"))
        average = AveragedModel(model, **options)
        optimizer = torch.optim.SGD(model.parameters(), 0.1)
        for step in range(50):
            optimizer.zero_grad()
            F.mse_loss(torch.tanh(model(inputs[step])), targets[step]).backward()
            optimizer.step()
            if name == "ema" or step >= 20 and (step + 1 - 20) % 3 == 0:
                average.update_parameters(model)
        save(f"average.{name}.weight", average.module.weight.T)
        save(f"average.{name}.bias", average.module.bias)


def schedules():
    for name, make in {
        "warmup": lambda o: S.LinearLR(o, 1 / 20, 1, 19),
        "ramp": lambda o: S.LinearLR(o, 0.3, 0.8, 40),
        "constant": lambda o: S.ConstantLR(o, 0.3, 40),
        "step": lambda o: S.StepLR(o, 30, 0.3),
        "milestones": lambda o: S.MultiStepLR(o, [10, 11, 70], 0.3),
        "exponential": lambda o: S.ExponentialLR(o, 0.97),
        "polynomial": lambda o: S.PolynomialLR(o, 80, 2.5),
        "cosine": lambda o: S.CosineAnnealingLR(o, 99, 0.02),
        "restarts": lambda o: S.CosineAnnealingWarmRestarts(o, 15, 2, 0.02),
        "restarts.even": lambda o: S.CosineAnnealingWarmRestarts(o, 15, 1, 0.02),
        "cycle": lambda o: S.OneCycleLR(o, 0.2, total_steps=100, cycle_momentum=False),
        "cycle.other": lambda o: S.OneCycleLR(
            o, 0.2, total_steps=100, pct_start=0.4, div_factor=10, final_div_factor=100, cycle_momentum=False
        ),
        "cyclic": lambda o: S.CyclicLR(o, 0.02, 0.2, 15, cycle_momentum=False),
        "cyclic.half": lambda o: S.CyclicLR(o, 0.02, 0.2, 15, mode="triangular2", cycle_momentum=False),
        "turn": lambda o: S.SequentialLR(
            o, [S.LinearLR(o, 1 / 20, 1, 19), S.CosineAnnealingLR(o, 80, 0.0)], milestones=[20]
        ),
        "product": lambda o: S.ChainedScheduler([S.ExponentialLR(o, 0.97), S.StepLR(o, 30, 0.3)]),
        "lambda": lambda o: S.LambdaLR(o, lambda step: 1 / (1 + 0.05 * step)),
        "root": lambda o: S.LambdaLR(o, lambda step: min((step + 1) / 20, (20 / (step + 1)) ** 0.5)),
    }.items():
        optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.2)
        schedule = make(optimizer)
        factors = []
        for step in range(100):
            factors.append(optimizer.param_groups[0]["lr"] / 0.2)
            optimizer.step()
            if step < 99:
                schedule.step()
        save("schedule." + name, torch.tensor(factors))

    losses = (torch.rand(100) * 0.2 + 1 / (1 + torch.arange(100) // 10)).mul(1000).round() / 1000
    save("plateau.losses", losses)
    for name, options in {
        "usual": {},
        "other": {"factor": 0.5, "patience": 2, "threshold": 0.05, "cooldown": 3, "min_lr": 0.01},
    }.items():
        optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.2)
        schedule = S.ReduceLROnPlateau(optimizer, **options)
        factors = []
        for loss in losses.tolist():
            schedule.step(loss)
            factors.append(optimizer.param_groups[0]["lr"] / 0.2)
        save("plateau." + name, torch.tensor(factors))


def constraints():
    """The formulas of keras.constraints, over all axes but the last."""
    eps = 1e-7
    for shape, name in {(4, 3): "matrix", (2, 3, 2, 3): "filter"}.items():
        w = sample(*shape) * 2
        w[..., 1] = 0
        w[..., 2] *= 0.01
        save(f"constraint.{name}", w)
        norms = w.square().sum(tuple(range(len(shape) - 1)), keepdim=True).sqrt()
        save(f"constraint.{name}.max", w * norms.clamp(0, 1.5) / (eps + norms))
        save(f"constraint.{name}.unit", w / (eps + norms))
        desired = 0.7 * norms.clamp(0.5, 1.5) + 0.3 * norms
        save(f"constraint.{name}.minmax", w * desired / (eps + norms))
        save(f"constraint.{name}.nonnegative", w.clamp(min=0))


for part in (rules, averages, schedules, constraints):
    part()
FILE.write_text("\n".join(lines) + "\n")
print(FILE, len(lines), "tensors")
