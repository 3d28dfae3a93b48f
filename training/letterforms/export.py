"""Step 8. Writes what the site ships: manifest, decoder, styles, prior, and golden outputs.

    python3 -m letterforms.export --name a

Weights are stored as the last part of training held them (see `model.Rounded`), so storing them
loses nothing. The reader of these files is `src/inference/manifest.ts`.
"""

import argparse
import datetime
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from .config import BOTTOM, COLUMNS, FIELD, GLYPHS, LEFT, ROOT, ROWS, RUNS, SAMPLE, TOP
from .dataset import TRAIN, Styles
from .model import BONES, CHANNELS, DEFAULT_LEVEL, FINISH, HIDDEN, LEVELS, SCALE, Rounded, load
from .prior import BLOCKS, HEADS, PARTS, SIZE, WIDTH, CrossAttentionPrior, sample

MODEL = ROOT.parent / "src" / "models" / "letterforms-1"
GOLDEN = ROOT.parent / "tests" / "fixtures" / "letterforms-1"
#: Name in the file -> name in the trainer. The order is the order in the file.
TENSORS = {
    "trunk.in": "style_in.weight", "trunk.gain": "gain", "trunk.bias": "bias", "trunk.mix": "mix.weight",
    "trunk.style": "style.weight", "trunk.mix.bias": "mix.bias", "advance": "advance.weight",
    "advance.bias": "advance.bias", "field.in": "field_in.weight",
    **{f"film{i}.{part}{end}": f"film{i}.{part}.{'bias' if end else 'weight'}"
       for i in range(3) for part in ("scale", "shift") for end in ("", ".bias")},
    "conv1": "conv1.weight", "conv2": "conv2.weight",
    **{f"conv{i}{end}": f"conv{i}.{'bias' if end else 'weight'}" for i in (3, 4, 5) for end in ("", ".bias")},
}
#: Layers whose outputs are put side by side: PyTorch orders them (channel, y, x), the engine (y, x, channel).
SHUFFLED = ("conv3", "conv5")


class File:
    """Collects tensors into one little-endian binary, every part aligned to four bytes."""

    def __init__(self):
        self.bytes = bytearray()
        self.tensors = []

    def put(self, raw: bytes) -> int:
        self.bytes += b"\0" * (-len(self.bytes) % 4)
        offset = len(self.bytes)
        self.bytes += raw
        return offset

    def f32(self, name: str, value) -> None:
        value = np.ascontiguousarray(value, dtype="<f4")
        self.tensors.append({"name": name, "dtype": "f32", "shape": list(value.shape), "offset": self.put(value.tobytes())})

    def i8(self, name: str, value, level: int) -> None:
        """Integers with one scale a row, so that integer * scale is the value."""
        value = np.ascontiguousarray(value, dtype=np.float32)
        flat = value.reshape(len(value), -1)
        scale = np.maximum(np.abs(flat).max(1), 1e-8) / level
        whole = np.round(flat / scale[:, None]).astype(np.int8)
        entry = {"name": name, "dtype": "i8", "shape": list(value.shape), "offset": self.put(whole.tobytes())}
        entry["scale"] = self.put(scale.astype("<f4").tobytes())
        self.tensors.append(entry)

    def save(self, path: Path) -> dict:
        self.bytes += b"\0" * (-len(self.bytes) % 4)
        path.write_bytes(self.bytes)
        return {"path": path.name, "bytes": len(self.bytes), "sha256": hashlib.sha256(self.bytes).hexdigest()}


def decoder_file(decoder) -> File:
    file = File()
    for name, own in TENSORS.items():
        value = decoder.get_parameter(own).detach()
        if name.split(".")[0] in SHUFFLED:
            value = value.unflatten(0, (-1, 4)).transpose(0, 1).flatten(0, 1)
        if value.dim() == 4:  # [out, in, y, x] -> [out, y, x, in]
            value = value.permute(0, 2, 3, 1)
        level = LEVELS.get(own, DEFAULT_LEVEL)
        if level is None or name.endswith("bias") and name != "trunk.bias":
            file.f32(name, value.numpy())
        else:
            file.i8(name, value.numpy(), level)
    return file


def styles_file(latent, codes, rows) -> tuple[File, list[dict]]:
    """Codes of the styles on the map in the order of its cells, the Gaussian, the directions; and who they are."""
    styles = Styles(TRAIN)
    order = latent["order"]
    file = File()
    file.i8("codes", codes.numpy()[order], 127)
    table = latent["attributes"][order]
    file.f32("attributes", np.nan_to_num(table, nan=-1))
    file.f32("gaussian.mean", latent["mean"])
    file.f32("gaussian.chol", np.linalg.cholesky(latent["covariance"]))
    file.f32("directions", latent["directions"])
    who = [{"family": styles.styles[i]["family"], "weight": styles.styles[i]["weight"], "italic": styles.styles[i]["italic"],
            "drawn": round(float(latent["quality"][i]), 3)} for i in order]
    return file, who


def load_prior(name: str):
    """The trained prior with its weights as they will be stored, or None where it was not trained yet."""
    path = RUNS / name / "prior.pt"
    if not path.exists():
        return None
    state = torch.load(path)
    network = CrossAttentionPrior()
    network.load_state_dict(state["priors"]["cross-attention"])
    for key, value in network.named_parameters():
        if not key.endswith("bias") and key != "place":
            value.data = Rounded.apply(value.data, DEFAULT_LEVEL)
    return {**state, "network": network.eval()}


def prior_file(prior) -> File:
    """Network parameters under their names in the trainer, f32 biases, everything else i8."""
    file = File()
    for key in ("mean", "axes", "deviation"):
        file.f32(key, prior[key])
    for key, value in prior["network"].named_parameters():
        name = key.replace("self_", "self")
        if key.endswith("bias") or key == "place":
            file.f32(name, value.detach().numpy())
        else:
            file.i8(name, value.detach().numpy(), DEFAULT_LEVEL)
    return file


def prompts(words: int, rng):
    shown = torch.zeros(12, words)
    shown[:, 0] = 1
    for row in range(1, 12):
        for word in rng.choice(np.arange(1, words), size=1 + row % 3, replace=False):
            shown[row, word] = 1 if row < 9 else float(rng.uniform(0.3, 2))
    return shown, torch.from_numpy(rng.standard_normal((12, BONES + FINISH)).astype(np.float32))


def golden(decoder, codes, prior, seed=11) -> None:
    """240 (code, glyph) pairs: training codes, points between them, and samples of the Gaussian.

    And twelve prompts with their noise and the code that 8 guided steps make of them.
    """
    GOLDEN.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    table = codes.numpy()
    mean, covariance = table.mean(0), np.cov(table.T)
    rows = []
    for number in range(60):
        a, b = table[rng.integers(len(table))], table[rng.integers(len(table))]
        drawn = rng.multivariate_normal(mean, covariance)
        rows.append((a, (a + b) / 2, mean + 0.7 * (drawn - mean), drawn)[number % 4])
    code = torch.from_numpy(np.stack(rows).astype(np.float32)).repeat_interleave(4, 0)
    glyph = torch.from_numpy(np.arange(240) * 7 % len(GLYPHS))
    with torch.no_grad():
        field, advance = decoder(code, glyph)
    file = File()
    file.f32("codes", code.numpy())
    file.f32("advances", advance.numpy())
    # Every fourth sample in both directions is enough to catch any fault and keeps the fixture small.
    file.f32("fields", field[:, 1::4, 2::4].numpy())
    if prior:
        shown, noise = prompts(len(prior["words"]), rng)
        file.f32("prompts", shown.numpy())
        file.f32("noise", noise.numpy())
        file.f32("sampled", sample(prior["network"], shown, 8, 2.0, noise).numpy())
    record = file.save(GOLDEN / "golden.bin")
    (GOLDEN / "golden.json").write_text(json.dumps({
        "made": "python3 -m letterforms.export", "note": "fields are sampled at rows 1, 5, … and columns 2, 6, …",
        "glyphs": glyph.tolist(), **record, "tensors": file.tensors}) + "\n")


def manifest_of(files: dict[str, File], prior) -> dict:
    return {
        "format": 1,
        "id": "letterforms-1",
        "made": datetime.date.today().isoformat(),
        "licence": "CC-BY-4.0",
        "glyphs": GLYPHS,
        "latent": {"bones": BONES, "finish": FINISH},
        "field": {"side": FIELD, "sample": SAMPLE, "left": LEFT, "top": TOP, "bottom": BOTTOM, "scale": SCALE},
        "space": 0.3,
        "hidden": HIDDEN,
        "channels": list(CHANNELS),
        "map": {"columns": COLUMNS, "rows": ROWS},
        "attributes": ["weight", "contrast", "slant", "width", "xHeight", "serif"],
        **({"prior": {"parts": PARTS, "size": SIZE, "width": WIDTH, "blocks": BLOCKS, "heads": HEADS,
                      "words": prior["words"]}} if prior else {}),
        "files": {key: file.save(MODEL / f"{key}.bin") for key, file in files.items()},
        "tensors": {key: file.tensors for key, file in files.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="a")
    args = parser.parse_args()
    MODEL.mkdir(parents=True, exist_ok=True)
    decoder, codes, rows = load(args.name)
    latent, prior = np.load(RUNS / args.name / "latent.npz"), load_prior(args.name)
    styles, who = styles_file(latent, codes, rows)
    files = {"decoder": decoder_file(decoder), "styles": styles}
    if prior:
        files["prior"] = prior_file(prior)
    (MODEL / "manifest.json").write_text(json.dumps(manifest_of(files, prior)) + "\n")
    (MODEL / "styles.json").write_text(json.dumps(who) + "\n")
    golden(decoder, codes, prior)
    for key, file in files.items():
        print(f"{key}: {len(file.bytes)} bytes")


if __name__ == "__main__":
    main()
