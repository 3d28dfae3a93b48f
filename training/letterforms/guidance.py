"""Step 9c. Does the prior do what it is told? Measured on decoded letters, not on codes.

For each word of the prompt and each strength of guidance, styles are sampled, decoded and measured by
the code that measures letters on the page (`node training/measure.ts`). Printed is the mean of the
word's own attribute in standard deviations of the training styles, cross-attention beside the MLP.

    python3 -m letterforms.guidance --name a

Writes logs/guidance.json.
"""

import argparse
import json
import subprocess

import numpy as np
import torch

from .config import GLYPHS, LOGS, QUANTUM, ROOT, RUNS
from .latent import RATIOS, attributes_of
from .model import load
from .prior import BANDS, WORDS, CrossAttentionPrior, MlpPrior, sample

ASKED = ["light", "bold", "even", "contrasted", "upright", "slanted", "narrow", "wide", "low", "tall", "plain", "serifed"]
STRENGTHS = (0.0, 1.0, 2.0, 4.0)
COUNT = 24
#: What the measures look at.
MEASURED = [GLYPHS.index(char) for char in "HIOxzvilnou" + "abcdefghjkmpqrstwy"]


def measured(decoder, codes, folder) -> np.ndarray:
    """The six attributes of decoded styles, [n, 6], NaN where a style cannot be measured."""
    folder.mkdir(parents=True, exist_ok=True)
    sdf = np.zeros((len(codes), len(GLYPHS), 64, 64), np.int8)
    advance = np.zeros((len(codes), len(GLYPHS)), np.float32)
    valid = np.zeros((len(codes), len(GLYPHS)), bool)
    glyph = torch.tensor(MEASURED)
    for row, code in enumerate(codes):
        with torch.no_grad():
            field, wide = decoder(code[None].expand(len(glyph), -1), glyph)
        sdf[row, MEASURED] = np.clip(np.round(field.numpy() / QUANTUM), -127, 127)
        advance[row, MEASURED], valid[row, MEASURED] = wide.numpy(), True
    for name, array in (("sdf", sdf), ("advance", advance), ("valid", valid)):
        np.save(folder / f"{name}.npy", array)
    subprocess.run(["node_modules/.bin/node", "training/measure.ts", str(folder.relative_to(ROOT))], cwd=ROOT.parent, check=True,
                   stdout=subprocess.DEVNULL)
    rows = json.loads((folder / "attributes.json").read_text())["rows"]
    return np.array([[np.nan if value is None else value for value in row] for row in rows], float)


def scale(name: str, values):
    return np.log(np.maximum(values, 1e-3)) if name in RATIOS else values


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="a")
    args = parser.parse_args()
    torch.set_num_threads(2)
    decoder, _, rows = load(args.name)
    state = torch.load(RUNS / args.name / "prior.pt")
    mean, axes, deviation = (torch.from_numpy(np.asarray(state[key], np.float32)) for key in ("mean", "axes", "deviation"))
    names, table = attributes_of(rows)
    attribute_of = {word: name for name, bands in BANDS.items() for word in bands}
    tasks, codes = [], []
    for kind, make in (("mlp", MlpPrior), ("cross-attention", CrossAttentionPrior)):
        prior = make()
        prior.load_state_dict(state["priors"][kind])
        for word in ASKED:
            for strength in STRENGTHS:
                torch.manual_seed(17)
                shown = torch.zeros(COUNT, len(WORDS))
                shown[:, 0] = shown[:, WORDS.index(word)] = 1
                standard = sample(prior, shown, 16, strength)
                tasks.append((kind, word, strength))
                codes.append(standard * deviation @ axes + mean)
    values = measured(decoder, torch.cat(codes), RUNS / args.name / "decoded")
    report: dict = {}
    for number, (kind, word, strength) in enumerate(tasks):
        column = names.index(attribute_of[word])
        known = scale(names[column], table[:, column])
        known = known[np.isfinite(known)]
        own = scale(names[column], values[number * COUNT : (number + 1) * COUNT, column])
        shift = (np.nanmedian(own) - np.median(known)) / known.std()
        report.setdefault(kind, {}).setdefault(word, {})[str(strength)] = round(float(shift), 2)
    (LOGS / "guidance.json").write_text(json.dumps({"styles_each": COUNT, "steps": 16, "unit": "standard deviations from the median training style", **report}, indent=1) + "\n")
    for word in ASKED:
        print(word, {kind: report[kind][word] for kind in report})


if __name__ == "__main__":
    main()
