"""Step 9a. An independent reader: a small network that names letters, trained on real fonts only.

It never sees the model's drawings while it learns. Its error on real fonts that it has not seen
(validation and test styles) is printed beside every number it gives. Letters that differ in size
only in many faces are counted as one: case pairs such as c/C, and 0/O/o, 1/l/I.
"""

import json
import time

import torch
from torch import nn
from torch.nn import functional as F

from .config import GLYPHS, LOGS, RUNS, SCORED
from .dataset import TEST, TRAIN, VALIDATION, Styles

#: Letters that many faces tell apart by size alone, or not at all.
SAME = ["cC", "oO0", "sS", "vV", "wW", "xX", "zZ", "lI1"]


def classes() -> list[int]:
    """Class of each scored glyph; glyphs in one group share a class."""
    parent = list(range(SCORED))
    for group in SAME:
        for char in group[1:]:
            parent[GLYPHS.index(char)] = GLYPHS.index(group[0])
    names = sorted(set(parent))
    return [names.index(p) for p in parent]


class Recogniser(nn.Module):
    def __init__(self, count: int):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 24, 5, 2, 2), nn.SiLU(), nn.Conv2d(24, 48, 3, 2, 1), nn.SiLU(),
            nn.Conv2d(48, 96, 3, 2, 1), nn.SiLU(), nn.Flatten(), nn.Dropout(0.2),
            nn.Linear(96 * 64, 192), nn.SiLU(), nn.Linear(192, count))

    def forward(self, field):
        """field [n, 64, 64] in cap heights -> class scores [n, classes]."""
        return self.body((torch.sigmoid(field / 0.015) - 0.25)[:, None])


def shift(field):
    """Moves the batch a sample or two, so that position alone does not tell a letter."""
    y, x = (int(v) for v in torch.randint(-2, 3, (2,)))
    return torch.roll(field, (y, x), (1, 2))


@torch.no_grad()
def accuracy(recogniser, field, glyph) -> float:
    """Share of fields [n, 64, 64] read as the glyph they should be."""
    label = torch.tensor(classes())
    read = torch.cat([recogniser(part).argmax(1) for part in field.split(2048)])
    return float((read == label[glyph]).float().mean())


def real(styles) -> tuple[torch.Tensor, torch.Tensor]:
    rows, glyph = torch.where(styles.valid[:, :SCORED])
    return styles.field(rows, glyph), glyph


def train(steps=4000) -> Recogniser:
    torch.manual_seed(21)
    label = torch.tensor(classes())
    styles = Styles(TRAIN)
    draw = (styles.weights().view(len(styles), -1)[:, :SCORED] > 0).float().flatten()
    recogniser = Recogniser(int(label.max()) + 1)
    optimiser = torch.optim.AdamW(recogniser.parameters(), 1e-3, weight_decay=0.05)
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 1.2e-3 * (1.01 - step / steps)
        chosen = torch.multinomial(draw, 192)
        glyph = chosen % SCORED
        field = shift(styles.field(torch.div(chosen, SCORED, rounding_mode="floor"), glyph))
        loss = F.cross_entropy(recogniser(field), label[glyph], label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return recogniser.eval()


def main() -> None:
    begun = time.time()
    torch.set_num_threads(2)
    recogniser = train()
    RUNS.mkdir(exist_ok=True)
    torch.save(recogniser.state_dict(), RUNS / "recogniser.pt")
    report = {"seconds": round(time.time() - begun)}
    for name, side in (("training", TRAIN), ("validation", VALIDATION), ("test", TEST)):
        styles = Styles(side)
        field, glyph = real(styles)
        report[name] = round(accuracy(recogniser, field, glyph), 4)
        plain = torch.tensor([style["category"] != "handwriting" for style in styles.styles])
        rows = torch.where(styles.valid[:, :SCORED])[0]
        report[f"{name}_without_handwriting"] = round(accuracy(recogniser, field[plain[rows]], glyph[plain[rows]]), 4)
    (LOGS / "recogniser.json").write_text(json.dumps(report, indent=1) + "\n")
    print(report)


if __name__ == "__main__":
    main()
