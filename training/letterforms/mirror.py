"""Step 13. What the siblings can and cannot say, and the files of the demonstration that shows it.

    python3 -m letterforms.mirror

Every sibling is asked for the styles of the map, whether it was trained on them or not, in the same
way: sixteen letters are shown, the code is fitted to them, and the drawing is compared with the
font, on the letters shown and on the others. Writes one model a sibling and `mirror.json` to
src/models/mirrors, and the numbers to logs/mirror.json. The test styles stay shut.
"""

import argparse
import json

import numpy as np
import torch

from .config import BOTTOM, COLUMNS, FIELD, GLYPHS, LEFT, LOGS, QUANTUM, ROOT, ROWS, RUNS, SAMPLE, SCORED, TOP
from .dataset import TRAIN, Styles
from .evaluate import flat_ink, nearest
from .export import File, decoder_file
from .latent import attributes_of, directions
from .model import LEVELS, SCALE, Rounded, load
from .scoring import draw, fit, iou, shapes
from .siblings import SIBLING, without

MIRRORS = ROOT.parent / "src" / "models" / "mirrors"
#: A word printers know, and the letters that it lacks most: enough to say what a face is like.
SHOWN = [GLYPHS.index(char) for char in "HamburgefonstivR"]


def coarsened(decoder):
    """The decoder with its widest layer in half the steps it was trained with.

    That layer is most of the file: a tenth fewer bytes cost 0.0003 of likeness on 48 styles of the map. It is done
    before anything else, so whatever is fitted and measured below, is so with the weights that are shipped.
    """
    wide = decoder.get_parameter("field_in.weight")
    wide.data = Rounded.apply(wide.data, LEVELS["field_in.weight"] // 2)
    return decoder


def likeness(decoder, codes, train, places) -> tuple[np.ndarray, np.ndarray]:
    """Mean intersection over union of each style, on the letters shown and on all others."""
    shown, other = [], []
    hidden = [glyph for glyph in range(SCORED) if glyph not in SHOWN]
    for code, place in zip(codes, places):
        values = iou(shapes(draw(decoder, code)), train.mask(int(place)))
        ok = train.valid[place, :SCORED].numpy()
        shown.append(values[[g for g in SHOWN if ok[g]]].mean())
        other.append(values[[g for g in hidden if ok[g]]].mean())
    return np.array(shown), np.array(other)


def fitted(decoder, codes, train, seen, places, ink) -> torch.Tensor:
    """Codes for the styles at `places`, each begun at the style the sibling saw that looks most like it."""
    mine = torch.stack([ink[int(place)] for place in places])
    start, _ = nearest(mine, train.valid[places], ink[seen], train.valid[seen], SHOWN)
    target = train.sdf[places][:, SHOWN].float() * QUANTUM
    out = []
    for part in torch.arange(len(places)).split(32):
        rows = places[part.numpy()]
        out.append(fit(decoder, codes, target[part], train.advance[rows][:, SHOWN], train.valid[rows][:, SHOWN], SHOWN,
                       codes[start[part.numpy()]], prior=1e-4, steps=90, rate=0.08).detach())
    return torch.cat(out)


def mirror_of(decoder, codes, seen, own, places, train) -> tuple[dict[str, File], dict]:
    table = codes.numpy().astype(float)
    names, attributes = attributes_of(train.rows)
    found, _ = directions(table, names, attributes[seen], [train.styles[row]["family"] for row in seen])
    file = File()
    file.i8("codes", own.numpy(), 127)
    file.f32("attributes", np.nan_to_num(attributes[places], nan=-1))
    file.f32("gaussian.mean", table.mean(0))
    file.f32("gaussian.chol", np.linalg.cholesky(np.cov(table.T)))
    file.f32("directions", found)
    return {"decoder": decoder_file(decoder), "styles": file}, {
        "format": 1, "licence": "CC-BY-4.0", "glyphs": GLYPHS,
        "latent": {"bones": SIBLING.bones, "finish": SIBLING.finish},
        "field": {"side": FIELD, "sample": SAMPLE, "left": LEFT, "top": TOP, "bottom": BOTTOM, "scale": SCALE},
        "space": 0.3, "hidden": SIBLING.hidden, "channels": list(SIBLING.channels),
        "map": {"columns": COLUMNS, "rows": ROWS},
        "attributes": ["weight", "contrast", "slant", "width", "xHeight", "serif"],
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--map", default="e", help="the run whose map is used")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(args.threads)
    train = Styles(TRAIN)
    ink = torch.as_tensor(flat_ink(train))
    places = np.load(RUNS / args.map / "latent.npz")["order"]
    on_map = [train.styles[place]["family"] for place in places]
    gone = {name: choose(train) for name, choose in without.items()}
    record = {"made": "python3 -m letterforms.mirror", "shown": "".join(GLYPHS[g] for g in SHOWN), "families": len({s["family"] for s in train.styles}), "siblings": []}
    for name in without:
        decoder, codes, rows = load(f"sibling-{name}", SIBLING)
        decoder = coarsened(decoder)
        seen = np.flatnonzero(np.isin(train.rows, rows))
        own = fitted(decoder, codes, train, seen, places, ink)
        shown, other = likeness(decoder, own, train, places)
        files, manifest = mirror_of(decoder, codes, seen, own, places, train)
        folder = MIRRORS / name
        folder.mkdir(parents=True, exist_ok=True)
        manifest |= {"id": f"mirror-{name}", "files": {key: file.save(folder / f"{key}.bin") for key, file in files.items()},
                     "tensors": {key: file.tensors for key, file in files.items()}}
        (folder / "manifest.json").write_text(json.dumps(manifest) + "\n")
        missing = [int(family in gone[name]) for family in on_map]
        entry = {"id": name, "without": len(gone[name]), "styles": len(rows), "missing": missing,
                 "shown": [round(float(v), 3) for v in shown], "other": [round(float(v), 3) for v in other]}
        record["siblings"].append(entry)
        # What each collection's absence does to each other's missing styles is read off the same numbers.
        for group, families in gone.items():
            if families:
                chosen = np.array([family in families for family in on_map])
                print(name, "on", group, f"{other[chosen].mean():.3f} of {chosen.sum()}, elsewhere {other[~chosen].mean():.3f}", flush=True)
    (MIRRORS / "mirror.json").write_text(json.dumps(record) + "\n")
    summary = [{key: value for key, value in entry.items() if key in ("id", "without", "styles")} | {"mean_shown": round(float(np.mean(entry["shown"])), 4), "mean_other": round(float(np.mean(entry["other"])), 4)} for entry in record["siblings"]]
    (LOGS / "mirror.json").write_text(json.dumps(summary, indent=1) + "\n")


if __name__ == "__main__":
    main()
