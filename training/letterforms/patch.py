"""Step 14. Low-rank patches for three voices that no code of the model can make.

    python3 -m letterforms.patch

Needs the shipped model and three families, no run of the training and no data set. Of every family sixteen letters are
shown. First a code is fitted to them: the nearest that the plain model comes. Then the code is held, and a patch is
trained on the same letters: to the weights W of one layer it adds B·A, of so low a rank that it weighs a hundredth of
the model (Hu et al., 2021, arXiv:2106.09685: A begins at random, B at nothing, so that training begins at the plain
model). What is drawn is compared with the font on the letters shown and on all others.

Writes patches.bin and patches.json beside the weights, enters them in the manifest, and golden outputs for the tests.
"""

import json

import numpy as np
import torch
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from torch import nn

from .config import GLYPHS, LOGS, MASK, PACKAGES, QUANTUM, ROOT, SCORED
from .export import GOLDEN, MODEL, File
from .mirror import SHOWN
from .rasterise import style
from .scoring import draw, fit, iou, shapes
from .shipped import load_shipped

#: Voice -> family, weight. All three are under OFL-1.1; none was in training.
VOICES = {"school": ("borel", 400), "script": ("lily-script-one", 400), "swash": ("cherry-swash", 400)}
#: Layer that is patched -> its weights in the trainer. The trunk's layer sees the style first, the picture's sets the letter's rough form.
PLACES = {"trunk": "mix.weight", "picture": "field_in.weight"}
RANKS = (1, 2, 4, 8, 16)
#: The rank that is shipped.
RANK = 4
STEPS, RATE = 400, 0.006
#: Strengths at which every patch, and every two together, are measured.
STRENGTHS = tuple(i / 4 for i in range(7))
#: Letters that the page shows beside those that were shown to the patch.
OTHERS = [GLYPHS.index(char) for char in "dpyhkcqwGKSQAE25"]
OTHER = [glyph for glyph in range(SCORED) if glyph not in SHOWN]


class Voice:
    """A family's letters, and the code by which the plain model comes nearest to those that are shown."""

    def __init__(self, name: str, decoder, codes):
        self.name, (self.family, weight) = name, VOICES[name]
        self.path = PACKAGES / self.family / "files" / f"{self.family}-latin-{weight}-normal.woff"
        drawn = style(self.path)
        self.field = torch.from_numpy(drawn["sdf"]).float() * QUANTUM
        self.advance, self.valid = torch.from_numpy(drawn["advance"]), torch.from_numpy(drawn["valid"])
        self.mask = np.unpackbits(drawn["mask"], axis=1).reshape(SCORED, MASK, MASK).astype(bool)
        starts = [codes.mean(0), *codes[torch.linspace(0, len(codes) - 1, 7).long()]]
        tried = torch.cat([fit(decoder, codes, self.field[None, SHOWN], self.advance[None, SHOWN], self.valid[None, SHOWN], SHOWN,
                               start[None], prior=1e-4, steps=40, rate=0.1) for start in starts])
        best = int(np.argmax([self.likeness(decoder, code)[0] for code in tried]))
        self.code = fit(decoder, codes, self.field[None, SHOWN], self.advance[None, SHOWN], self.valid[None, SHOWN], SHOWN,
                        tried[best:best + 1], prior=1e-4, steps=160, rate=0.06)[0]
        # As the record keeps it.
        self.code = torch.round(self.code * 1e4) / 1e4

    def likeness(self, decoder, code=None) -> tuple[float, float]:
        """Mean intersection over union on the letters shown, and on all others."""
        values = iou(shapes(draw(decoder, self.code if code is None else code)), self.mask)
        ok = self.valid[:SCORED].numpy()
        return tuple(round(float(np.mean([values[g] for g in part if ok[g]])), 4) for part in (SHOWN, OTHER))

    def outlines(self) -> dict[str, dict]:
        """The font's own letters, in hundredths of a cap height, y down from the baseline, x from the middle of the advance."""
        font = TTFont(self.path)
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        cap = top_of(glyphs, names[ord("H")])
        out = {}
        for index in [*SHOWN, *OTHERS]:
            glyph = glyphs[names[ord(GLYPHS[index])]]
            pen = SVGPathPen(glyphs, ntos=lambda value: str(int(round(value))))
            glyph.draw(TransformPen(pen, (100 / cap, 0, 0, -100 / cap, -50 * glyph.width / cap, 0)))
            out[GLYPHS[index]] = pen.getCommands()
        return out


def top_of(glyphs, name: str) -> float:
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds[3]


def train(patched, voice: Voice, place: str, rank: int) -> tuple[torch.Tensor, torch.Tensor]:
    """B [outs, rank] and A [rank, ins] of a patch, as they will be stored."""
    torch.manual_seed(1000 * rank + len(place))
    outs, ins = patched.decoder.get_parameter(PLACES[place]).shape
    up = nn.Parameter(torch.zeros(outs, rank))
    down = nn.Parameter(torch.randn(rank, ins) * ins ** -0.5)
    optimiser = torch.optim.Adam([up, down], lr=RATE)
    shown = [g for g in SHOWN if voice.valid[g]]
    glyph, code = torch.tensor(shown), voice.code[None].repeat(len(shown), 1)
    target = voice.field[shown]
    edge, flat = torch.sigmoid(target / 0.012), target.clamp(-.1, .1)
    for step in range(STEPS):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (0.5 + 0.5 * np.cos(np.pi * step / STEPS)) + 1e-5
        patched.delta = {PLACES[place]: up @ down}
        field, _ = patched(code, glyph)
        loss = ((torch.sigmoid(field / 0.012) - edge) ** 2).mean() + 0.5 * (field.clamp(-.1, .1) - flat).abs().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return stored(up.detach()), stored(down.detach())


def stored(value: torch.Tensor) -> torch.Tensor:
    """Rounded as `File.i8` stores it, so that what is measured is what is shipped."""
    scale = value.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
    return (value / scale).round() * scale


class Patched:
    """A decoder with something added to some of its weights."""

    def __init__(self, decoder):
        self.decoder, self.delta, plain = decoder, {}, decoder.weight
        # `Decoder.weight` is where every layer asks for its weights.
        decoder.weight = lambda name: plain(name) + self.delta[name] if name in self.delta else plain(name)

    def __call__(self, code, glyph):
        return self.decoder(code, glyph)


def main() -> None:
    torch.set_num_threads(2)
    decoder, codes, manifest = load_shipped()
    for parameter in decoder.parameters():
        parameter.requires_grad_(False)
    families = {each["id"]: each for each in json.loads((ROOT / "families.json").read_text())}
    voices = [Voice(name, decoder, codes) for name in VOICES]
    for parameter in decoder.parameters():
        parameter.requires_grad_(False)
    patched, kept, record = Patched(decoder), {}, []
    for voice in voices:
        patched.delta = {}
        plain = voice.likeness(decoder)
        entry = {"id": voice.name, "family": families[voice.family]["name"], "licence": families[voice.family]["licence"],
                 "copyright": families[voice.family]["copyright"], "code": [round(float(value), 4) for value in voice.code], "plain": plain, "ranks": {}, "letters": voice.outlines()}
        for place in PLACES:
            entry["ranks"][place] = []
            for rank in RANKS:
                up, down = train(patched, voice, place, rank)
                patched.delta = {PLACES[place]: up @ down}
                shown, other = voice.likeness(decoder)
                entry["ranks"][place].append({"rank": rank, "bytes": up.numel() + down.numel() + 4 * (len(up) + len(down)), "shown": shown, "other": other})
                if rank == RANK:
                    kept[voice.name, place] = (up, down)
                print(voice.name, place, rank, "plain", plain, "patched", (shown, other), flush=True)
        record.append(entry)
    for voice, entry in zip(voices, record):
        # strength of its own patch down the rows, of another's across
        entry["together"] = {place: {other.name: [[measured(patched, voice, place, kept, {voice.name: own, other.name: more}) for more in STRENGTHS]
                                                  for own in STRENGTHS] for other in voices if other is not voice} for place in PLACES}
        print(voice.name, "with others measured", flush=True)

    file = File()
    for (name, place), (up, down) in kept.items():
        file.i8(f"{name}.{place}.up", up.numpy(), 127)
        file.i8(f"{name}.{place}.down", down.numpy(), 127)
    manifest["files"]["patches"] = file.save(MODEL / "patches.bin")
    manifest["tensors"]["patches"] = file.tensors
    (MODEL / "manifest.json").write_text(json.dumps(manifest) + "\n")
    (MODEL / "patches.json").write_text(json.dumps({
        "made": "python3 -m letterforms.patch", "shown": "".join(GLYPHS[g] for g in SHOWN), "others": "".join(GLYPHS[g] for g in OTHERS),
        "rank": RANK, "steps": STEPS, "strengths": STRENGTHS, "voices": record}) + "\n")
    (LOGS / "patch.json").write_text(json.dumps([{key: entry[key] for key in ("id", "family", "plain", "ranks")} for entry in record], indent=1) + "\n")
    golden(patched, voices, kept)


def measured(patched: Patched, voice: Voice, place: str, kept: dict, strengths: dict[str, float]) -> list[float]:
    patched.delta = {PLACES[place]: sum(strength * kept[name, place][0] @ kept[name, place][1] for name, strength in strengths.items())}
    return voice.likeness(patched.decoder)


def golden(patched: Patched, voices: list[Voice], kept: dict, seed=17) -> None:
    """48 drawings with one, two or three patches at some strength; the engine has to draw the same."""
    rng = np.random.default_rng(seed)
    file, cases = File(), []
    codes, fields, advances = [], [], []
    for number in range(48):
        voice, glyph = voices[number % 3], int(rng.integers(len(GLYPHS)))
        on = {(name, place): round(float(rng.uniform(0.1, 1.5)), 2) for name, place in kept if rng.uniform() < 0.4} if number >= 6 else {}
        patched.delta = {weight: sum((strength * kept[name, at][0] @ kept[name, at][1] for (name, at), strength in on.items() if at == place),
                                     torch.zeros_like(patched.decoder.get_parameter(weight))) for place, weight in PLACES.items()}
        with torch.no_grad():
            field, advance = patched(voice.code[None], torch.tensor([glyph]))
        cases.append({"glyph": glyph, "on": [[name, place, strength] for (name, place), strength in on.items()]})
        codes.append(voice.code.numpy()), fields.append(field[0, 1::4, 2::4].numpy()), advances.append(advance.numpy())
    file.f32("codes", np.stack(codes))
    file.f32("fields", np.stack(fields))
    file.f32("advances", np.concatenate(advances))
    saved = file.save(GOLDEN / "patches.bin")
    (GOLDEN / "patches.json").write_text(json.dumps({"made": "python3 -m letterforms.patch", "note": "fields are sampled at rows 1, 5, … and columns 2, 6, …",
                                                     "cases": cases, **saved, "tensors": file.tensors}) + "\n")


if __name__ == "__main__":
    main()
