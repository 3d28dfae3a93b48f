"""Intersection over union at 192 × 192, and fitting a code to letters the model has not seen."""

import numpy as np
import torch
from torch.nn import functional as F

from .config import FIELD, MASK, SAMPLE, SCORED


def midpoint(a, b, c, d):
    """Values halfway between b and c, of four samples in a row: as `src/drawing/field.ts` has it, and explains it."""
    cubic = (9 * (b + c) - a - d) / 16
    turn = (a - b - c + d) / SAMPLE
    sharp = ((turn.abs() - 0.5) / 0.4).clamp(0, 1)
    near = ((0.8 - torch.minimum(b.abs(), c.abs()) / SAMPLE) / 0.4).clamp(0, 1)
    left, right = b + (b - a) / 2, c + (c - d) / 2
    rebuilt = torch.where(turn < 0, torch.maximum(cubic, torch.minimum(left, right)), torch.minimum(cubic, torch.maximum(left, right)))
    return cubic + sharp * near * (rebuilt - cubic)


def between(field: torch.Tensor) -> torch.Tensor:
    """Puts a sample between every two along the last axis: [..., n] -> [..., 2n - 1]."""
    padded = torch.cat([field[..., :1], field, field[..., -1:]], -1)
    middle = midpoint(padded[..., :-3], padded[..., 1:-2], padded[..., 2:-1], padded[..., 3:])
    out = field.new_empty(*field.shape[:-1], 2 * field.shape[-1] - 1)
    out[..., ::2], out[..., 1::2] = field, middle
    return out


def shapes(field: torch.Tensor) -> np.ndarray:
    """Fields [n, 64, 64] -> bool [n, MASK, MASK], drawn as the page draws them: refined, then cubic, then cut at 0."""
    refined = between(between(field).transpose(1, 2)).transpose(1, 2)
    # The centres of the scoring grid, in places of the refined samples, whose ends are the outer samples' centres.
    place = ((torch.arange(MASK) + 0.5) / MASK * FIELD - 0.5) / (FIELD - 1) * 2 - 1
    grid = torch.stack(torch.meshgrid(place, place, indexing="xy"), -1)[None].expand(len(field), -1, -1, -1)
    large = F.grid_sample(refined[:, None], grid, "bicubic", "border", align_corners=True)[:, 0]
    return (large > 0).numpy()


def iou(drawn: np.ndarray, true: np.ndarray) -> np.ndarray:
    """Intersection over union per shape, [n]."""
    both = (drawn & true).sum((1, 2))
    either = (drawn | true).sum((1, 2))
    return both / np.maximum(either, 1)


@torch.no_grad()
def draw(decoder, code, glyphs=range(SCORED)) -> torch.Tensor:
    """Fields of some glyphs in one style, code [64]."""
    glyph = torch.tensor(list(glyphs))
    return decoder(code[None].expand(len(glyph), -1), glyph)[0]


def fit(decoder, codes, target, advance, valid, glyphs, start, prior, steps=200, rate=0.06):
    """Codes for styles the model has not seen, by Adam on their letters.

    codes [n, 64] are the training codes, whose Gaussian pulls with strength `prior` (squared Mahalanobis
    distance): few letters need it, or the others turn to gibberish. On validation styles, six letters
    gained 0.056 over retrieval at 3e-5 and 0.0605 at 3e-4; an earlier run lost at 1e-2.
    target [styles, len(glyphs), 64, 64], advance and valid [styles, len(glyphs)], start [styles, 64].
    """
    mean, precision = codes.mean(0), torch.linalg.inv(torch.cov(codes.T))
    code = start.clone().requires_grad_(True)
    optimiser = torch.optim.Adam([code], lr=rate)
    count = len(glyphs)
    glyph = torch.tensor(list(glyphs)).repeat(len(start))
    weight = valid.flatten().float() / valid.sum(1, keepdim=True).clamp_min(1).expand_as(valid).flatten()
    flat, wide = target.flatten(0, 1), advance.flatten()
    for parameter in decoder.parameters():
        parameter.requires_grad_(False)
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = rate * (0.5 + 0.5 * np.cos(np.pi * step / steps)) + 1e-3
        field, drawn = decoder(code.repeat_interleave(count, 0), glyph)
        error = ((torch.sigmoid(field / 0.012) - torch.sigmoid(flat / 0.012)) ** 2).mean((1, 2))
        error = error + 0.5 * (field.clamp(-.1, .1) - flat.clamp(-.1, .1)).abs().mean((1, 2)) + 0.2 * (drawn - wide) ** 2
        loss = (error * weight).sum() + prior * ((code - mean) @ precision * (code - mean)).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    for parameter in decoder.parameters():
        parameter.requires_grad_(True)
    return code.detach()
