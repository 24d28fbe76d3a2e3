"""PyTorch, eager or through torch.compile."""

import platform

import torch
from torch.nn import functional as F

import torch_networks
import workloads


class TorchContender:
    def __init__(self, threads, compiled):
        if compiled and not hasattr(torch, "compile"):
            raise RuntimeError(f"PyTorch {torch.__version__} has no torch.compile; 2.0 has")
        torch.set_num_threads(threads)
        torch.set_num_interop_threads(1)
        self.compiled = compiled

    def describe(self):
        blas = "MKL" if torch.backends.mkl.is_available() else "a BLAS that is not MKL"
        mode = "torch.compile" if self.compiled else "eager"
        python = platform.python_version()
        return f"PyTorch {torch.__version__} {mode} with {blas}, Python {python}"

    def prepare(self, network):
        model = torch_networks.build(network)
        if network.training:
            return Training(network, model, self.compile)
        return Inference(network, model.eval(), self.compile)

    def compile(self, function):
        return torch.compile(function) if self.compiled else function


class Training:
    def __init__(self, network, model, compile):
        self.batches = [batch(network, i) for i in range(workloads.BATCHES)]
        self.optimizer = optimizer(network, [p for p in model.parameters() if p.requires_grad])
        loss = loss_function(network)
        self.forward = compile(lambda inputs, targets: loss(model(inputs), targets))
        self.steps = 0

    def step(self):
        inputs, targets = self.batches[self.steps % workloads.BATCHES]
        self.steps += 1
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.forward(inputs, targets)
        loss.backward()
        self.optimizer.step()
        return loss

    def last_step(self):
        return self.step().item()


class Inference:
    def __init__(self, network, model, compile):
        self.inputs = [inputs(network, i) for i in range(workloads.BATCHES)]
        self.forward = compile(model)
        self.steps = 0

    @torch.inference_mode()
    def step(self):
        outputs = self.forward(self.inputs[self.steps % workloads.BATCHES])
        self.steps += 1
        return outputs

    def last_step(self):
        return self.step().square().mean().item()


def inputs(network, index):
    values = torch.from_numpy(network.inputs(index))
    if values.dim() < 4:
        return values
    # A view of the same memory: PyTorch's kernels are fastest with channels last.
    return values.permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)


def batch(network, index):
    return inputs(network, index), torch.from_numpy(network.targets(index))


def loss_function(network):
    if network.architecture == "table":
        return lambda output, target: F.binary_cross_entropy_with_logits(output.squeeze(1), target)
    if network.architecture in ("recurrent", "transformer"):
        return lambda output, target: F.cross_entropy(output.flatten(0, 1), target.flatten())
    return F.cross_entropy


def optimizer(network, parameters):
    if network.architecture == "small perceptron":
        return torch.optim.SGD(parameters, lr=0.01)
    if network.architecture == "residual":
        return torch.optim.SGD(parameters, lr=0.01, momentum=0.9)
    kind = torch.optim.AdamW if network.architecture == "transformer" else torch.optim.Adam
    try:
        # One kernel for all parameters, on a CPU from PyTorch 2.4 on.
        return kind(parameters, lr=1e-3, fused=True)
    except (RuntimeError, TypeError):
        return kind(parameters, lr=1e-3)
