"""Step 9d. Picks what the model page shows of its faults and of its memory.

    python3 -m letterforms.gallery --name a --side test && node training/gallery.ts

Cases are chosen by number, not by taste: the worst of each kind. Writes runs/gallery/ (codes and the
real letters' fields); `gallery.ts` turns the real letters into outlines and writes the shipped file.
"""

import argparse
import json

import numpy as np
import torch

from .config import GLYPHS, LOGS, RUNS
from .dataset import TEST, TRAIN, VALIDATION, Styles
from .evaluate import SHOWN, random_styles
from .model import load
from .recogniser import Recogniser, classes
from .scoring import draw

WORD = "Quagmire"


class Cases:
    def __init__(self):
        self.items, self.fields, self.advances = [], [], []

    def add(self, kind, note, word, code, real=None, number=None) -> None:
        """`real` is (styles, row): the letters people drew, to stand beside the model's."""
        item = {"kind": kind, "note": note, "word": word, "code": [round(float(v), 4) for v in code]}
        if number is not None:
            item["number"] = round(float(number), 3)
        if real:
            styles, row = real
            style = styles.styles[row]
            item["family"], item["weight"], item["italic"] = style["family"], style["weight"], style["italic"]
            chosen = [GLYPHS.index(char) for char in word]
            item["real"] = len(self.fields)
            self.fields.append(styles.sdf[row][chosen].numpy())
            self.advances.append(styles.advance[row][chosen].numpy())
        self.items.append(item)


def worst(each, styles, category, key, usable):
    order = sorted((row for row in range(len(each)) if each[row]["category"] == category and usable(row)), key=lambda row: each[row][key])
    return order[0] if order else None


@torch.no_grad()
def misread(decoder, codes):
    """The random letters that the recogniser takes for another with most conviction: (code, glyph, taken for)."""
    recogniser = Recogniser(max(classes()) + 1)
    recogniser.load_state_dict(torch.load(RUNS / "recogniser.pt"))
    recogniser.eval()
    label = torch.tensor(classes())
    found = []
    for code in random_styles(codes, 1.0):
        chance = recogniser(draw(decoder, code)).softmax(1)
        best = chance.max(1)
        for glyph in torch.where((best.indices != label) & (best.values > 0.6))[0].tolist():
            taken = classes().index(int(best.indices[glyph]))
            found.append((float(best.values[glyph]), code, glyph, taken))
    found.sort(key=lambda entry: -entry[0])
    once, out = set(), []
    for entry in found:
        if entry[2] not in once:
            once.add(entry[2])
            out.append(entry[1:])
    return out[:6], len(found)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="a")
    parser.add_argument("--side", choices=["validation", "test"], default="test")
    args = parser.parse_args()
    torch.set_num_threads(2)
    decoder, codes, _ = load(args.name)
    latent = np.load(RUNS / args.name / "latent.npz")
    side = {"validation": VALIDATION, "test": TEST}[args.side]
    held, train = Styles(side), Styles(TRAIN)
    fitted = torch.load(RUNS / f"fitted-{side}.pt")
    report = json.loads((LOGS / f"evaluation-{args.side}.json").read_text())
    each, cases = report["each"], Cases()
    spelled = [GLYPHS.index(char) for char in WORD]
    usable = lambda row: bool(held.valid[row, spelled].all())
    for category in ("handwriting", "serif", "display", "sans-serif", "monospace"):
        row = worst(each, held, category, "all_letters", usable)
        if row is not None:
            cases.add("unseen", category, WORD, fitted["all"][row], (held, row), each[row]["all_letters"])
    row = max((r for r in range(len(each)) if usable(r)), key=lambda r: each[r]["all_letters"] - each[r]["six"])
    cases.add("six", "".join(GLYPHS[i] for i in SHOWN), WORD, fitted["six"][row], (held, row), each[row]["six"])
    thin = [i for i, s in enumerate(train.styles) if s["weight"] <= 200 and s["category"] != "handwriting" and train.valid[i, spelled].all()]
    row = min(thin, key=lambda i: latent["quality"][i])
    cases.add("hairline", "", WORD, codes[row], (train, row), latent["quality"][row])
    light = thin[len(thin) // 2]
    direction = torch.from_numpy(latent["directions"][0])
    for amount in (0, -1, -2):
        cases.add("slider", str(amount), WORD, codes[light] + amount * direction)
    found, total = misread(decoder, codes)
    for code, glyph, taken in found:
        cases.add("misread", GLYPHS[taken], GLYPHS[glyph], code, number=total)
    drawn = random_styles(codes, 0.7)
    names = [(s["family"], s["weight"]) for s in train.styles]
    for entry in report["memory"]["nearest"]:
        row = next(i for i, n in enumerate(names) if n == (entry["family"], entry["weight"]) and train.valid[i, spelled].all()) \
            if any(n == (entry["family"], entry["weight"]) and train.valid[i, spelled].all() for i, n in enumerate(names)) else None
        if row is not None and sum(item["kind"] == "memory" for item in cases.items) < 3:
            cases.add("memory", "", WORD, drawn[entry["sample"]], (train, row), entry["iou"])
    folder = RUNS / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "items.json").write_text(json.dumps(cases.items))
    np.save(folder / "sdf.npy", np.concatenate(cases.fields))
    np.save(folder / "advance.npy", np.concatenate(cases.advances).astype(np.float32))
    print(f"{len(cases.items)} cases")


if __name__ == "__main__":
    main()
