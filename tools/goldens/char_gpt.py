"""The model, the text and the settings of examples/CharacterGpt.java in PyTorch, to compare losses with.

    python3 tools/goldens/char_gpt.py 2000 1

The first argument is the number of steps, the second the seed.
"""

import math
import pathlib
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

LAYERS, HEADS, WIDTH, CONTEXT, BATCH = 4, 4, 128, 64, 12
NOVEL = pathlib.Path(__file__).parents[2] / "data/src/main/resources/dev/gradus/data/pride-and-prejudice.txt"


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention_norm, self.feed_forward_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.query_key_value, self.output = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.expand, self.contract = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x):
        batch, time, _ = x.shape
        parts = self.query_key_value(self.attention_norm(x)).split(WIDTH, 2)
        q, k, v = (part.view(batch, time, HEADS, WIDTH // HEADS).transpose(1, 2) for part in parts)
        found = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.output(found.transpose(1, 2).reshape(batch, time, WIDTH))
        return x + self.contract(F.gelu(self.expand(self.feed_forward_norm(x))))


class Gpt(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.token = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Parameter(torch.empty(CONTEXT, WIDTH))
        self.blocks = nn.Sequential(*(Block() for _ in range(LAYERS)))
        self.norm = nn.LayerNorm(WIDTH)
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2:
                scaled = name.endswith(("output.weight", "contract.weight"))
                nn.init.normal_(parameter, 0, 0.02 / math.sqrt(2 * LAYERS) if scaled else 0.02)
            elif name.endswith("bias"):
                nn.init.zeros_(parameter)

    def forward(self, tokens):
        x = self.blocks(self.token(tokens) + self.position[: tokens.shape[1]])
        return self.norm(x) @ self.token.weight.T


def loss(model, x, y):
    return F.cross_entropy(model(x).flatten(0, 1), y.flatten())


def windows(numbers, starts):
    places = starts[:, None] + torch.arange(CONTEXT)
    return numbers[places], numbers[places + 1]


def rate(step, steps):
    done = min(1, max(0, (step - 100) / max(1, steps - 100)))
    return 1e-3 * min(1, step / 100) * (0.1 + 0.9 * (1 + math.cos(math.pi * done)) / 2)


def main(steps, seed):
    torch.set_num_threads(2)
    torch.manual_seed(seed)
    novel = NOVEL.read_text(encoding="utf-8")
    characters = {character: number for number, character in enumerate(sorted(set(novel)))}
    numbers = torch.tensor([characters[character] for character in novel])
    border = len(numbers) - math.floor(len(numbers) * 0.1 + 0.5)
    train, validation = numbers[:border], numbers[border:]
    model = Gpt(len(characters))
    optimizer = torch.optim.AdamW(model.parameters(), 1e-3)
    begin, losses = time.time(), []
    for step in range(1, steps + 1):
        optimizer.param_groups[0]["lr"] = rate(step, steps)
        x, y = windows(train, torch.randint(len(train) - CONTEXT, (BATCH,)))
        value = loss(model, x, y)
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        losses.append(value.item())
        if step % 100 == 0:
            print(f"step {step}: loss {sum(losses) / len(losses):.3f}, {time.time() - begin:.0f} s", flush=True)
            losses = []
    with torch.no_grad():
        starts = torch.arange(0, (len(validation) - 1) // CONTEXT) * CONTEXT
        total = sum(loss(model, *windows(validation, part)).item() * len(part) for part in starts.split(50))
        print(f"validation loss {total / len(starts):.3f}")


main(*(int(argument) for argument in (sys.argv[1:] + ["2000", "1"][len(sys.argv) - 1 :])))
