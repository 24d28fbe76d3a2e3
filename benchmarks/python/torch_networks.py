"""The networks of the benchmark as modules of PyTorch."""

import math

import torch
from torch import nn
from torch.nn import functional as F


def build(network):
    """Returns the network's module with the weights that training starts from."""
    model = MODULES[network.architecture](network)
    parameters = [p for p in model.parameters() if p.requires_grad]
    with torch.no_grad():
        for parameter, (name, values) in zip(parameters, network.weights(), strict=True):
            parameter.copy_(turned(network, name, torch.from_numpy(values)))
    return model.to(memory_format=torch.channels_last)


def turned(network, name, values):
    """Turns weights round to PyTorch's layouts: [out, in] and [out, in, height, width]."""
    if values.dim() == 4:
        return values.permute(3, 2, 0, 1)
    if name in ("embedding", "token", "position"):
        return values
    if network.architecture == "convolutional" and name == "hidden":
        # PyTorch flattens channels, rows, columns.
        values = values.reshape(12, 12, 64, 128).permute(2, 0, 1, 3).reshape(-1, 128)
    return values.t() if values.dim() == 2 else values


def small_perceptron(network):
    return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


def wide_perceptron(network):
    def hidden(inputs):
        parts = [nn.Linear(inputs, 512), nn.ReLU()]
        return parts + [nn.Dropout(network.dropout)] if network.dropout else parts

    return nn.Sequential(*hidden(784), *hidden(512), nn.Linear(512, 10))


def convolutional(network):
    return nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.ReLU(),
        nn.Conv2d(32, 64, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(12 * 12 * 64, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )


def table(network):
    return nn.Sequential(
        nn.Linear(30, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 1)
    )


class Block(nn.Module):
    """Adds what two convolutions make of their input to the input itself."""

    def __init__(self, channels, filters, stride):
        super().__init__()
        self.stride = stride
        self.wider = filters - channels
        self.first = nn.Conv2d(channels, filters, 3, stride, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(filters)
        self.second = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(filters)

    def forward(self, x):
        y = F.relu(self.first_norm(self.first(x)), inplace=True)
        y = self.second_norm(self.second(y))
        if self.stride > 1:
            x = F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, 0, self.wider))
        return F.relu(y + x, inplace=True)


class Residual(nn.Module):
    """ResNet-20 (He and others 2015, section 4.2)."""

    def __init__(self, network):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(16)
        widths = [(16, 16, 1)] * 3 + [(16, 32, 2)] + [(32, 32, 1)] * 2
        widths += [(32, 64, 2)] + [(64, 64, 1)] * 2
        self.blocks = nn.Sequential(*(Block(*width) for width in widths))
        self.output = nn.Linear(64, 10)

    def forward(self, x):
        x = self.blocks(F.relu(self.norm(self.stem(x)), inplace=True))
        return self.output(x.mean((2, 3)))


class Recurrent(nn.Module):
    def __init__(self, network):
        super().__init__()
        self.embedding = nn.Embedding(96, 64)
        self.lstm = nn.LSTM(64, 256, batch_first=True)
        # The second bias of PyTorch stays zero.
        nn.init.zeros_(self.lstm.bias_hh_l0).requires_grad_(False)
        self.output = nn.Linear(256, 96)

    def forward(self, tokens):
        states, _ = self.lstm(self.embedding(tokens))
        return self.output(states)


class Attending(nn.Module):
    """A block of the transformer: x + attention(norm(x)), then x + mlp(norm(x))."""

    def __init__(self):
        super().__init__()
        self.before = nn.LayerNorm(128)
        self.query_key_value = nn.Linear(128, 384)
        self.projection = nn.Linear(128, 128)
        self.middle = nn.LayerNorm(128)
        self.expand = nn.Linear(128, 512)
        self.contract = nn.Linear(512, 128)
        ahead = torch.full((64, 64), -math.inf).triu(1)
        self.register_buffer("ahead", ahead, persistent=False)

    def forward(self, x):
        x = x + self.projection(self.attention(self.query_key_value(self.before(x))))
        return x + self.contract(F.gelu(self.expand(self.middle(x))))

    def attention(self, query_key_value):
        batch = query_key_value.shape[0]
        heads = query_key_value.view(batch, 64, 3, 4, 32).permute(2, 0, 3, 1, 4)
        query, key, value = heads.unbind(0)
        if hasattr(F, "scaled_dot_product_attention"):
            mixed = F.scaled_dot_product_attention(query, key, value, is_causal=True)
        else:
            scores = query @ key.transpose(2, 3) / math.sqrt(32) + self.ahead
            mixed = scores.softmax(-1) @ value
        return mixed.transpose(1, 2).reshape(batch, 64, 128)


class Transformer(nn.Module):
    def __init__(self, network):
        super().__init__()
        self.token = nn.Embedding(96, 128)
        self.position = nn.Embedding(64, 128)
        self.blocks = nn.Sequential(*(Attending() for _ in range(4)))
        self.last = nn.LayerNorm(128)
        self.output = nn.Linear(128, 96)

    def forward(self, tokens):
        x = self.token(tokens) + self.position.weight
        return self.output(self.last(self.blocks(x)))


MODULES = {
    "small perceptron": small_perceptron,
    "wide perceptron": wide_perceptron,
    "convolutional": convolutional,
    "residual": Residual,
    "recurrent": Recurrent,
    "transformer": Transformer,
    "table": table,
}
