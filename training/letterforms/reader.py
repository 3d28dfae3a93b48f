"""Step 11. The reader of the workshop: a network that names letters, small enough to be sent to a page.

    python3 -m letterforms.reader

Trained as the recogniser of step 9a is, on real fonts alone: it never sees what the model draws. It is the
smaller of the two, and no number on the site but the workshop's own comes from it. Writes its file and its
manifest to src/models/reader-1, what it must give for some letters to tests/fixtures/reader-1, and its
accuracy to logs/reader.json. The test styles stay shut.
"""

import json
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .config import FIELD, GLYPHS, LOGS, ROOT, SCORED
from .dataset import TRAIN, VALIDATION, Styles
from .export import File
from .model import Rounded
from .recogniser import accuracy, classes, real, shift

READER = ROOT.parent / "src" / "models" / "reader-1"
GOLDEN = ROOT.parent / "tests" / "fixtures" / "reader-1"
#: Channels after each convolution; each halves the picture's side.
CHANNELS = (16, 32, 48, 64)
WIDTH = 64
STEPS, BATCH = 3500, 192


class Reader(nn.Module):
    def __init__(self, count: int):
        super().__init__()
        sides = (1, *CHANNELS)
        self.convs = nn.ModuleList(nn.Conv2d(a, b, 5 if a == 1 else 3, 2, 2 if a == 1 else 1) for a, b in zip(sides, sides[1:]))
        self.wide = nn.Linear(CHANNELS[-1] * (FIELD // 16) ** 2, WIDTH)
        self.name = nn.Linear(WIDTH, count)
        self.rounding = False

    def weight(self, part) -> torch.Tensor:
        """As it will be stored, once rounding is on."""
        return Rounded.apply(part.weight, 127) if self.rounding else part.weight

    def forward(self, field):
        """field [n, 64, 64] in cap heights -> class scores [n, classes]."""
        x = (torch.sigmoid(field / 0.015) - 0.25)[:, None]
        for conv in self.convs:
            x = F.silu(F.conv2d(x, self.weight(conv), conv.bias, 2, conv.padding))
        # Rows are (y, x, channel), as the engine has them.
        x = F.dropout(x.permute(0, 2, 3, 1).flatten(1), 0.2, self.training)
        return F.linear(F.silu(F.linear(x, self.weight(self.wide), self.wide.bias)), self.weight(self.name), self.name.bias)


def train(styles: Styles, label: torch.Tensor) -> Reader:
    torch.manual_seed(31)
    draw = (styles.weights().view(len(styles), -1)[:, :SCORED] > 0).float().flatten()
    reader = Reader(int(label.max()) + 1)
    optimiser = torch.optim.AdamW(reader.parameters(), 1e-3, weight_decay=0.05)
    chosen = np.flatnonzero(draw.numpy())
    rng = np.random.default_rng(31)
    for step in range(STEPS):
        # The last third is trained with weights as they are stored.
        reader.rounding = step > STEPS * 2 // 3
        for group in optimiser.param_groups:
            group["lr"] = 1.5e-3 * (1.01 - step / STEPS)
        picked = torch.from_numpy(rng.choice(chosen, BATCH))
        glyph = picked % SCORED
        field = shift(styles.field(torch.div(picked, SCORED, rounding_mode="floor"), glyph))
        loss = F.cross_entropy(reader(field), label[glyph], label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 500 == 0:
            print(step, float(loss), flush=True)
    return reader.eval()


def save(reader: Reader, names: list[str]) -> None:
    file = File()
    for number, conv in enumerate(reader.convs):
        # [out, in, y, x] -> [out, y, x, in]
        file.i8(f"conv{number + 1}", conv.weight.detach().permute(0, 2, 3, 1).numpy(), 127)
        file.f32(f"conv{number + 1}.bias", conv.bias.detach().numpy())
    for name, part in (("wide", reader.wide), ("name", reader.name)):
        file.i8(name, part.weight.detach().numpy(), 127)
        file.f32(f"{name}.bias", part.bias.detach().numpy())
    READER.mkdir(parents=True, exist_ok=True)
    saved = file.save(READER / "reader.bin")
    (READER / "manifest.json").write_text(json.dumps({
        "format": 1, "id": "reader-1", "licence": "CC-BY-4.0", "made": "python3 -m letterforms.reader", "side": FIELD, "names": names,
        "files": {"reader": saved}, "tensors": {"reader": file.tensors}}) + "\n")


@torch.no_grad()
def golden(reader: Reader, field: torch.Tensor, glyph: torch.Tensor) -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(7)
    some = torch.from_numpy(rng.choice(len(glyph), 24, replace=False))
    file = File()
    file.i8("fields", field[some].numpy(), 127)
    stored = (field[some].flatten(1).numpy())
    scale = np.maximum(np.abs(stored).max(1, keepdims=True), 1e-8) / 127
    again = torch.from_numpy((np.round(stored / scale) * scale).astype(np.float32)).view(-1, FIELD, FIELD)
    file.f32("shares", torch.softmax(reader(again), 1).numpy())
    saved = file.save(GOLDEN / "golden.bin")
    (GOLDEN / "golden.json").write_text(json.dumps({"made": "python3 -m letterforms.reader", "letters": "".join(GLYPHS[g] for g in glyph[some].tolist()), **saved, "tensors": file.tensors}) + "\n")


def main() -> None:
    begun = time.time()
    torch.set_num_threads(2)
    label = torch.tensor(classes())
    names = ["".join(GLYPHS[g] for g in range(SCORED) if label[g] == number) for number in range(int(label.max()) + 1)]
    reader = train(Styles(TRAIN), label)
    save(reader, names)
    report = {"seconds": round(time.time() - begun), "parameters": sum(p.numel() for p in reader.parameters())}
    for name, side in (("training", TRAIN), ("validation", VALIDATION)):
        styles = Styles(side)
        if side == TRAIN:
            styles.keep(list(range(0, len(styles), 8)))
        field, glyph = real(styles)
        report[name] = round(accuracy(reader, field, glyph), 4)
        plain = torch.tensor([style["category"] != "handwriting" for style in styles.styles])
        rows = torch.where(styles.valid[:, :SCORED])[0]
        report[f"{name}_without_handwriting"] = round(accuracy(reader, field[plain[rows]], glyph[plain[rows]]), 4)
    golden(reader, field, glyph)
    manifest = json.loads((READER / "manifest.json").read_text())
    manifest["accuracy"] = {key: report[key] for key in ("validation", "validation_without_handwriting")}
    (READER / "manifest.json").write_text(json.dumps(manifest) + "\n")
    (LOGS / "reader.json").write_text(json.dumps(report, indent=1) + "\n")
    print(report)


if __name__ == "__main__":
    main()
