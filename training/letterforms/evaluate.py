"""Step 9b. What the model can and cannot do, in numbers, on styles it has not seen.

    python3 -m letterforms.evaluate --name a --side validation     while working
    python3 -m letterforms.evaluate --name a --side test           once, at the end

Writes logs/evaluation-<side>.json:
- IoU at 192 × 192 with the code fitted to all letters and figures, and fitted to six letters and
  scored on the other 56, each beside retrieval (the training style nearest by the same letters);
- by category, with and without handwriting, 95% intervals by bootstrap over families;
- training styles and hairlines; what storing the weights costs;
- legibility of random styles to the recogniser at several truncations, beside real fonts;
- memorisation: how near random styles come to a training style, beside how near real ones do.
"""

import argparse
import json

import numpy as np
import torch

from .config import GLYPHS, LOGS, QUANTUM, RUNS, SCORED
from .dataset import TEST, TRAIN, VALIDATION, Styles
from .model import load
from .recogniser import Recogniser, accuracy, classes, real
from .scoring import draw, fit, iou, shapes

SHOWN = [GLYPHS.index(char) for char in "AHOaen"]
HIDDEN_ONES = [index for index in range(SCORED) if index not in SHOWN]
TRUNCATIONS = (0.5, 0.7, 0.85, 1.0)
SAMPLES = 120


def flat_ink(styles) -> torch.Tensor:
    """Every letter as a flag per sample, float [styles, SCORED, 4096]: for retrieval."""
    return (styles.sdf[:, :SCORED] > 0).flatten(2)


def nearest(ink, valid, bank, bank_valid, glyphs) -> tuple[np.ndarray, np.ndarray]:
    """Index of, and mean IoU with, the most alike style of the bank over some glyphs."""
    total, shared = torch.zeros(len(ink), len(bank)), torch.zeros(len(ink), len(bank))
    for glyph in glyphs:
        a, b = ink[:, glyph].float(), bank[:, glyph].float()
        both = a @ b.T
        either = a.sum(1)[:, None] + b.sum(1)[None] - both
        ok = (valid[:, glyph].float()[:, None] * bank_valid[:, glyph].float()[None])
        total += ok * both / either.clamp_min(1)
        shared += ok
    score = total / shared.clamp_min(1)
    best = score.max(1)
    return best.indices.numpy(), best.values.numpy()


def scored(decoder, codes, styles, glyphs) -> np.ndarray:
    """Mean IoU of each style over the valid ones of some glyphs."""
    out = []
    for row, code in enumerate(codes):
        ok = [g for g in glyphs if styles.valid[row, g]]
        out.append(iou(shapes(draw(decoder, code, ok)), styles.mask(row)[ok]).mean() if ok else np.nan)
    return np.array(out)


def interval(values, families, seed=4, rounds=2000) -> list[float]:
    """95% interval of the mean, drawing families with replacement."""
    names = sorted(set(families))
    groups = [values[[f == name for f in families]] for name in names]
    sums, counts = np.array([g.sum() for g in groups]), np.array([len(g) for g in groups])
    draws = np.random.default_rng(seed).integers(len(names), size=(rounds, len(names)))
    means = sums[draws].sum(1) / counts[draws].sum(1)
    return [round(float(v), 4) for v in np.percentile(means, [2.5, 97.5])]


def table(columns: dict[str, np.ndarray], styles) -> dict:
    """Means of every column for all, for all but handwriting, and by category."""
    category = np.array([style["category"] for style in styles.styles])
    families = [style["family"] for style in styles.styles]
    rows = {"all": np.ones(len(category), bool), "without handwriting": category != "handwriting",
            **{name: category == name for name in sorted(set(category))}}
    out = {}
    for name, chosen in rows.items():
        out[name] = {"styles": int(chosen.sum()), **{key: round(float(values[chosen].mean()), 4) for key, values in columns.items()}}
    plain = rows["without handwriting"]
    some = [f for f, keep in zip(families, plain) if keep]
    out["without handwriting"]["intervals"] = {key: interval(values[plain], some) for key, values in columns.items()}
    gain = columns["six"] - columns["retrieved_six"]
    out["without handwriting"]["gain_over_retrieval"] = {"mean": round(float(gain[plain].mean()), 4), "interval": interval(gain[plain], some)}
    return out


def held_out(decoder, codes, side, train, ink) -> dict:
    styles = Styles(side)
    everything = list(range(SCORED))
    mine = flat_ink(styles)
    by_all, _ = nearest(mine, styles.valid, ink, train.valid, everything)
    by_six, _ = nearest(mine, styles.valid, ink, train.valid, SHOWN)
    target = styles.sdf.float() * QUANTUM
    found_all, found_six = [], []
    for part in torch.arange(len(styles)).split(8):
        arguments = lambda glyphs: (target[part][:, glyphs], styles.advance[part][:, glyphs], styles.valid[part][:, glyphs], glyphs)
        found_all.append(fit(decoder, codes, *arguments(everything), codes[by_all[part.numpy()]], prior=3e-6))
        found_six.append(fit(decoder, codes, *arguments(SHOWN), codes[by_six[part.numpy()]], prior=3e-4))
        print(f"{int(part[-1]) + 1}/{len(styles)} fitted", flush=True)
    found_all, found_six = torch.cat(found_all), torch.cat(found_six)

    def copied(which, glyphs):
        out = []
        for row, source in enumerate(which):
            ok = [g for g in glyphs if styles.valid[row, g] and train.valid[source, g]]
            out.append(iou(train.mask(source)[ok], styles.mask(row)[ok]).mean() if ok else np.nan)
        return np.array(out)

    columns = {"all_letters": scored(decoder, found_all, styles, everything), "retrieved_all": copied(by_all, everything),
               "six": scored(decoder, found_six, styles, HIDDEN_ONES), "retrieved_six": copied(by_six, HIDDEN_ONES)}
    keep = ~np.isnan(np.stack(list(columns.values()))).any(0)
    if not keep.all():
        raise SystemExit(f"{(~keep).sum()} styles could not be scored")
    each = [{"style": f"{s['family']} {s['weight']}{' italic' if s['italic'] else ''}", "category": s["category"],
             **{key: round(float(values[row]), 3) for key, values in columns.items()}} for row, s in enumerate(styles.styles)]
    torch.save({"all": found_all, "six": found_six, "rows": styles.rows}, RUNS / f"fitted-{side}.pt")
    return {"table": table(columns, styles), "each": each}


def training_styles(decoder, codes, train) -> dict:
    """How well the training styles themselves are drawn, hairlines apart, and what rounding costs."""
    rows = np.random.default_rng(3).permutation(len(train))[:300]
    thin = [i for i, s in enumerate(train.styles) if s["weight"] <= 200 and s["category"] != "handwriting"]
    def mean(which):
        return float(np.mean([iou(shapes(draw(decoder, codes[i])), train.mask(i))[train.valid[i, :SCORED].numpy()].mean() for i in which]))
    plain = [i for i in rows if train.styles[i]["category"] != "handwriting"]
    out = {"training": mean(rows), "training_without_handwriting": mean(plain), "hairlines": mean(thin), "hairline_styles": len(thin)}
    decoder.rounding = False
    out["training_unrounded"] = mean(rows)
    decoder.rounding = True
    out["loss_by_storing"] = out["training_unrounded"] - out["training"]
    return {key: round(value, 4) for key, value in out.items()}


def random_styles(codes, truncation, seed=8) -> torch.Tensor:
    table_ = codes.numpy().astype(float)
    drawn = np.random.default_rng(seed).multivariate_normal(table_.mean(0), np.cov(table_.T), SAMPLES)
    return torch.from_numpy((table_.mean(0) + truncation * (drawn - table_.mean(0))).astype(np.float32))


def legibility(decoder, codes, side) -> dict:
    recogniser = Recogniser(max(classes()) + 1)
    recogniser.load_state_dict(torch.load(RUNS / "recogniser.pt"))
    recogniser.eval()
    styles = Styles(side)
    field, glyph = real(styles)
    rows = torch.where(styles.valid[:, :SCORED])[0]
    plain = torch.tensor([style["category"] != "handwriting" for style in styles.styles])[rows]
    out = {"real": round(accuracy(recogniser, field, glyph), 4),
           "real_without_handwriting": round(accuracy(recogniser, field[plain], glyph[plain]), 4), "random": {}}
    every = torch.arange(SCORED).repeat(SAMPLES)
    for truncation in TRUNCATIONS:
        drawn = torch.cat([draw(decoder, code) for code in random_styles(codes, truncation)])
        share = accuracy(recogniser, drawn, every)
        out["random"][str(truncation)] = {"read": round(share, 4), "of_real": round(share / out["real_without_handwriting"], 4)}
    return out


def memory(decoder, codes, train, ink, side) -> dict:
    """Nearest training style by all letters: of random styles, of held-out fonts, of training fonts among themselves."""
    drawn = torch.stack([draw(decoder, code) for code in random_styles(codes, 0.7)])
    mine = (drawn > 0).flatten(2)
    who, how = nearest(mine, torch.ones(len(mine), SCORED, dtype=torch.bool), ink, train.valid, range(SCORED))
    styles = Styles(side)
    _, real_ = nearest(flat_ink(styles), styles.valid, ink, train.valid, range(SCORED))
    quantiles = lambda values: [round(float(v), 3) for v in np.percentile(values, [5, 50, 95, 100])]
    order = np.argsort(-how)[:6]
    return {"percentiles": [5, 50, 95, 100], "random": quantiles(how), "held_out_fonts": quantiles(real_),
            "nearest": [{"sample": int(i), "family": train.styles[int(who[i])]["family"], "weight": train.styles[int(who[i])]["weight"],
                         "iou": round(float(how[i]), 3)} for i in order]}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="a")
    parser.add_argument("--side", choices=["validation", "test"], default="validation")
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(2)
    decoder, codes, _ = load(args.name)
    side = {"validation": VALIDATION, "test": TEST}[args.side]
    train = Styles(TRAIN)
    ink = flat_ink(train)
    report = {"run": args.name, "side": args.side, "shown_letters": "".join(GLYPHS[i] for i in SHOWN)}
    report["training"] = training_styles(decoder, codes, train)
    print(report["training"], flush=True)
    report["legibility"] = legibility(decoder, codes, side)
    print(report["legibility"], flush=True)
    report["memory"] = memory(decoder, codes, train, ink, side)
    print(report["memory"], flush=True)
    report.update(held_out(decoder, codes, side, train, ink))
    (LOGS / f"evaluation-{args.side}.json").write_text(json.dumps(report, indent=1) + "\n")
    print(json.dumps(report["table"], indent=1))


if __name__ == "__main__":
    main()
