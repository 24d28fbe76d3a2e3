"""Rows of ShapeLayers: see goldens.py."""

from goldens import Goldens, sample

goldens = Goldens("shape")
layer = goldens.layer
layer("permute(2, 1)", sample(2, 3, 2), lambda x, _: x.permute(0, 2, 1))
layer("permute(3, 1, 2)", sample(2, 2, 3, 4), lambda x, _: x.permute(0, 3, 1, 2))
layer("permute(1)", sample(2, 3), lambda x, _: x.permute(0, 1))
layer("repeat(3)", sample(2, 4), lambda x, _: x[:, None].repeat(1, 3, 1))
layer("repeat(2)", sample(2, 3, 2), lambda x, _: x[:, None].repeat(1, 2, 1, 1))
layer("squeeze(1)", sample(2, 1, 3), lambda x, _: x.squeeze(1))
layer("squeeze(-1)", sample(2, 2, 3, 1), lambda x, _: x.squeeze(-1))
layer("unsqueeze(1)", sample(2, 3), lambda x, _: x.unsqueeze(1))
layer("unsqueeze(-1)", sample(2, 2, 3), lambda x, _: x.unsqueeze(-1))
layer("unsqueeze(2)", sample(2, 2, 3), lambda x, _: x.unsqueeze(2))
goldens.write()
