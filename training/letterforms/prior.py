"""Step 7. The text-conditioned prior: from a few words and noise to a style code.

Flow matching (Lipman et al. 2023) on standardised codes with classifier-free guidance (Ho & Salimans
2022). The code is turned to principal axes within its two parts and cut into PARTS pieces of four
numbers. Each piece asks the words of the prompt by cross-attention, the pieces then exchange by
self-attention: so it can be shown, and weighted, where the words fall. A plain MLP is the baseline.

    python3 -m letterforms.prior --name a

Writes runs/<name>/prior.pt and logs/prior.json.
"""

import argparse
import json
import math
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .config import LOGS, RUNS
from .dataset import TRAIN, Styles
from .latent import attributes_of
from .model import BONES, FINISH

PARTS, SIZE = (BONES + FINISH) // 4, 4
WIDTH, BLOCKS, HEADS = 64, 3, 4
#: What the words mean: an attribute and the band of its distribution over the training styles.
BANDS = {
    "weight": {"thin": (0, .12), "light": (.05, .33), "regular": (.3, .7), "bold": (.67, 1), "black": (.88, 1)},
    "contrast": {"even": (0, .33), "moderate": (.33, .67), "contrasted": (.67, 1), "didone": (.92, 1)},
    "slant": {"upright": (.02, .75), "slanted": (.82, 1)},
    "width": {"narrow": (0, .25), "normal": (.3, .7), "wide": (.75, 1)},
    "xHeight": {"low": (0, .25), "tall": (.75, 1)},
    "serif": {"plain": (0, .4), "serifed": (.7, 1)},
}
CATEGORIES = ["sans-serif", "serif", "display", "handwriting", "monospace"]
#: Word 0 is always present, so that an empty prompt has something to attend to.
WORDS = ["·"] + [word for bands in BANDS.values() for word in bands] + CATEGORIES


def meaning(names, table, styles) -> torch.Tensor:
    """Which words are true of which style, bool [styles, words]."""
    truth = torch.zeros(len(styles), len(WORDS), dtype=torch.bool)
    truth[:, 0] = True
    for name, values in zip(names, table.T):
        known = np.isfinite(values)
        rank = np.full(len(values), np.nan)
        rank[known] = values[known].argsort().argsort() / max(known.sum() - 1, 1)
        for word, (low, high) in BANDS.get(name, {}).items():
            truth[:, WORDS.index(word)] = torch.from_numpy((rank >= low) & (rank <= high))
    for row, style in enumerate(styles):
        truth[row, WORDS.index(style["category"])] = True
    return truth


def basis(codes: np.ndarray):
    """Mean [64], axes [64, 64] (rows: principal axes, bones first) and standard deviations [64]."""
    mean, axes = codes.mean(0), np.zeros((BONES + FINISH, BONES + FINISH))
    for part in (slice(0, BONES), slice(BONES, BONES + FINISH)):
        _, vectors = np.linalg.eigh(np.cov(codes[:, part].T))
        axes[part, part] = vectors[:, ::-1].T
    return mean, axes, ((codes - mean) @ axes.T).std(0)


def clock(time_) -> torch.Tensor:
    """Sines and cosines of the time, [n, 16]."""
    rates = torch.exp(torch.linspace(0, math.log(64), 8))
    angle = time_[:, None] * rates[None]
    return torch.cat([angle.sin(), angle.cos()], 1)


class Attention(nn.Module):
    """Multi-head attention with a mask and additive log weights on the keys."""

    def __init__(self):
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH, bias=False), nn.Linear(WIDTH, WIDTH, bias=False)
        self.value, self.out = nn.Linear(WIDTH, WIDTH, bias=False), nn.Linear(WIDTH, WIDTH, bias=False)

    def forward(self, x, source, bias=None):
        split = lambda t: t.view(len(t), -1, HEADS, WIDTH // HEADS).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(source)), split(self.value(source))
        score = q @ k.transpose(2, 3) / math.sqrt(WIDTH // HEADS)
        if bias is not None:
            score = score + bias[:, None, None]
        weight = score.softmax(-1)
        return self.out((weight @ v).transpose(1, 2).reshape(x.shape)), weight


def norm(x):
    return x * torch.rsqrt((x ** 2).mean(-1, keepdim=True) + 1e-6)


class CrossAttentionPrior(nn.Module):
    def __init__(self):
        super().__init__()
        self.enter = nn.Parameter(torch.randn(PARTS, SIZE, WIDTH) * 0.4)
        self.place = nn.Parameter(torch.randn(PARTS, WIDTH) * 0.3)
        self.time = nn.Linear(16, WIDTH)
        self.words = nn.Parameter(torch.randn(len(WORDS), WIDTH) * 0.5)
        self.cross = nn.ModuleList(Attention() for _ in range(BLOCKS))
        self.self_ = nn.ModuleList(Attention() for _ in range(BLOCKS))
        self.up = nn.ModuleList(nn.Linear(WIDTH, 2 * WIDTH) for _ in range(BLOCKS))
        self.down = nn.ModuleList(nn.Linear(2 * WIDTH, WIDTH) for _ in range(BLOCKS))
        self.leave = nn.Parameter(torch.zeros(PARTS, WIDTH, SIZE))

    def forward(self, code, time_, shown):
        """code [n, 64] standardised, time [n], shown [n, words]: weight of each word, 0 = absent. -> velocity."""
        x = torch.einsum("npi,pid->npd", code.view(-1, PARTS, SIZE), self.enter) + self.place
        x = x + self.time(clock(time_))[:, None]
        bias = shown.clamp_min(1e-9).log()
        words = self.words[None].expand(len(code), -1, -1)
        for cross, self_, up, down in zip(self.cross, self.self_, self.up, self.down):
            x = x + cross(norm(x), words, bias)[0]
            x = x + self_(norm(x), norm(x))[0]
            x = x + down(F.silu(up(norm(x))))
        return torch.einsum("npd,pdi->npi", norm(x), self.leave).reshape(code.shape)


class MlpPrior(nn.Module):
    """The baseline: the words' sum and the code through residual layers."""

    def __init__(self, width=192):
        super().__init__()
        self.enter = nn.Linear(BONES + FINISH + 16 + len(WORDS), width)
        self.layers = nn.ModuleList(nn.Sequential(nn.Linear(width, width), nn.SiLU(), nn.Linear(width, width)) for _ in range(3))
        self.leave = nn.Linear(width, BONES + FINISH)
        nn.init.zeros_(self.leave.weight)

    def forward(self, code, time_, shown):
        x = self.enter(torch.cat([code, clock(time_), shown], 1))
        for layer in self.layers:
            x = x + layer(F.silu(x))
        return self.leave(F.silu(x))


def hide(truth):
    """Drops words as readers do: most prompts are short. 15% lose all."""
    count = len(truth)
    keep_rate = torch.rand(count, 1) * 0.7 + 0.05
    keep = torch.rand(truth.shape) < keep_rate
    keep &= torch.rand(count, 1) > 0.15
    shown = (truth & keep).float()
    shown[:, 0] = 1
    return shown


def flow_loss(prior, code, shown):
    noise = torch.randn_like(code)
    time_ = torch.sigmoid(torch.randn(len(code)))  # logit-normal: the middle is hard
    mixed = (1 - time_)[:, None] * noise + time_[:, None] * code
    return ((prior(mixed, time_, shown) - (code - noise)) ** 2).mean()


@torch.no_grad()
def sample(prior, shown, steps=24, guidance=2.0, noise=None):
    """Euler steps from noise to standardised codes; guidance 0 ignores the words, 1 is the plain model."""
    code = torch.randn(len(shown), BONES + FINISH) if noise is None else noise.clone()
    empty = torch.zeros_like(shown)
    empty[:, 0] = 1
    for step in range(steps):
        time_ = torch.full((len(code),), step / steps)
        told, untold = prior(code, time_, shown), prior(code, time_, empty)
        code = code + (untold + guidance * (told - untold)) / steps
    return code


def train(prior, codes, truth, weight, families, steps, seed):
    """Trains on nine tenths of the families; returns the loss on the rest, measured with fixed noise."""
    torch.manual_seed(seed)
    names = sorted(set(families))
    held = set(np.random.default_rng(seed).permutation(names)[: len(names) // 10])
    inside = torch.tensor([family not in held for family in families])
    draw = torch.where(inside, weight, torch.zeros(()))
    optimiser = torch.optim.AdamW(prior.parameters(), lr=1.5e-3, weight_decay=0.02, betas=(0.9, 0.98))
    average = {name: p.detach().clone() for name, p in prior.named_parameters()}
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 1.5e-3 * min(1, (step + 1) / 200) * (0.02 + 0.49 * (1 + math.cos(math.pi * step / steps)))
        row = torch.multinomial(draw, 256, replacement=True)
        # A little noise on the codes stands for the posterior's width and keeps 2,750 points from being learned by heart.
        loss = flow_loss(prior, codes[row] + 0.15 * torch.randn(256, codes.shape[1]), hide(truth[row]))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            for name, p in prior.named_parameters():
                average[name].lerp_(p, 0.002 if step > 500 else 0.05)
    with torch.no_grad():
        for name, p in prior.named_parameters():
            p.copy_(average[name])
    torch.manual_seed(99)
    rest = torch.where(~inside)[0].repeat(40)
    with torch.no_grad():
        told = flow_loss(prior, codes[rest], truth[rest].float()).item()
        torch.manual_seed(98)
        empty = torch.zeros(len(rest), len(WORDS))
        empty[:, 0] = 1
        untold = flow_loss(prior, codes[rest], empty).item()
    return told, untold


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="a")
    parser.add_argument("--steps", type=int, default=5000)
    args = parser.parse_args()
    torch.set_num_threads(2)
    state = torch.load(RUNS / args.name / "model.pt")
    styles = Styles(TRAIN)
    names, table = attributes_of(styles.rows)
    truth = meaning(names, table, styles.styles)
    codes = state["codes"]["mean"].numpy().astype(float)
    mean, axes, deviation = basis(codes)
    standard = torch.from_numpy(((codes - mean) @ axes.T / deviation).astype(np.float32))
    size: dict[str, int] = {}
    for style in styles.styles:
        size[style["family"]] = size.get(style["family"], 0) + 1
    families = [style["family"] for style in styles.styles]
    weight = torch.tensor([size[family] ** -0.5 for family in families])
    report, kept = {}, {}
    for kind, make in (("mlp", MlpPrior), ("cross-attention", CrossAttentionPrior)):
        torch.manual_seed(3)
        prior, begun = make(), time.time()
        told, untold = train(prior, standard, truth, weight, families, args.steps, seed=3)
        report[kind] = {"parameters": sum(p.numel() for p in prior.parameters()), "seconds": round(time.time() - begun),
                        "held_out_loss": round(told, 4), "held_out_loss_without_words": round(untold, 4)}
        kept[kind] = prior.state_dict()
        print(kind, report[kind], flush=True)
    torch.save({"priors": kept, "mean": mean, "axes": axes, "deviation": deviation, "words": WORDS},
               RUNS / args.name / "prior.pt")
    (LOGS / "prior.json").write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
