"""Step 2. Draws every style of every family as signed distance fields.

Per glyph: unhinted outline, scaled so that the cap height (top of H) is 1, baseline at y = 0,
x = 0 at half the advance; drawn at eight times the field's resolution, exact Euclidean distance
inside and outside, averaged down, clipped, int8. Writes to `data/`:

    sdf.npy     int8   [styles, glyphs, FIELD, FIELD]   rows from the top; value * QUANTUM = cap heights
    mask.npy    uint8  [styles, SCORED, MASK*MASK/8]    the true shape, one bit a pixel, for scoring
    advance.npy f32    [styles, glyphs]                 cap heights
    valid.npy   bool   [styles, glyphs]                 false where the shape is not what the name says
    styles.json        family, weight, italic, category, and what was left out and why
"""

import json
from multiprocessing import Pool

import cv2
import freetype
import numpy as np

from .config import (BOTTOM, CLIP, DATA, FIELD, GLYPHS, LEFT, LOWER, MASK, PACKAGES, QUANTUM, ROOT, SAMPLE,
                     SCORED, TOP, UPPER)

FINE = 8
PIXEL = SAMPLE / FINE
SIDE = FIELD * FINE
#: Mean number of contours in a letter above which a face is a texture and not a shape.
MAX_CONTOURS = 3.2
#: How much of a letter's ink may fall outside the window before the letter is not learned.
MAX_LOST = 0.04


def styles_of(meta: dict) -> list[tuple[int, bool]]:
    """Lightest, nearest to 400, nearest to 700 and heaviest; italics nearest to 400 and 700."""
    weights = sorted(meta["weights"])
    near = lambda target: min(weights, key=lambda weight: abs(weight - target))
    upright = sorted({weights[0], near(400), near(700), weights[-1]})
    chosen = [(weight, False) for weight in upright if "normal" in meta["styles"]]
    if "italic" in meta["styles"]:
        chosen += [(weight, True) for weight in sorted({near(400), near(700)})]
    return chosen


class Face:
    """A font file that draws glyphs into the window of `config`."""

    def __init__(self, path):
        self.face = freetype.Face(str(path))
        self.face.load_char("H", freetype.FT_LOAD_NO_SCALE)
        self.cap = self.face.glyph.outline.get_bbox().yMax
        if self.cap <= 0:
            raise ValueError("H has no height")
        self.units = self.face.units_per_EM
        self.face.set_char_size(0, int(round(64 * self.units / self.cap / PIXEL)), 72, 72)

    def draw(self, char: str):
        """(ink coverage [SIDE, SIDE] 0..255, advance in cap heights, contours, share of ink lost at the window's edge)."""
        face = self.face
        face.load_char(char, freetype.FT_LOAD_NO_SCALE)
        advance = face.glyph.advance.x / self.cap
        shift = -LEFT / PIXEL - advance / 2 / PIXEL
        whole = int(np.floor(shift))
        face.set_transform(freetype.Matrix(0x10000, 0, 0, 0x10000), freetype.Vector(int((shift - whole) * 64), 0))
        face.load_char(char, freetype.FT_LOAD_NO_HINTING | freetype.FT_LOAD_RENDER)
        bitmap = face.glyph.bitmap
        contours = face.glyph.outline.n_contours if hasattr(face.glyph.outline, "n_contours") else len(face.glyph.outline.contours)
        canvas = np.zeros((SIDE, SIDE), np.uint8)
        if bitmap.rows == 0:
            return canvas, advance, 0, 0.0
        ink = np.array(bitmap.buffer, np.uint8).reshape(bitmap.rows, bitmap.pitch)[:, : bitmap.width]
        top = int(round(TOP / PIXEL)) - face.glyph.bitmap_top
        left = whole + face.glyph.bitmap_left
        y0, x0 = max(top, 0), max(left, 0)
        y1, x1 = min(top + ink.shape[0], SIDE), min(left + ink.shape[1], SIDE)
        if y1 > y0 and x1 > x0:
            canvas[y0:y1, x0:x1] = ink[y0 - top : y1 - top, x0 - left : x1 - left]
        total = float(ink.sum())
        return canvas, advance, contours, 1 - float(canvas.sum()) / total if total else 0.0


def distance(canvas: np.ndarray) -> np.ndarray:
    """Signed distance in cap heights at the field's resolution, positive inside."""
    inside = (canvas >= 128).astype(np.uint8)
    within = cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    without = cv2.distanceTransform(1 - inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    # Distances run between pixel centres; the edge lies half a pixel before the first centre beyond it.
    signed = np.where(inside, within - 0.5, 0.5 - without) * PIXEL
    return cv2.resize(np.clip(signed, -CLIP, CLIP).astype(np.float32), (FIELD, FIELD), interpolation=cv2.INTER_AREA)


def boxed(mask: np.ndarray):
    """A shape stretched to fill a 24×24 box, to compare forms whatever their size."""
    rows, columns = np.where(mask.any(1))[0], np.where(mask.any(0))[0]
    if not len(rows):
        return None
    cut = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.float32)
    return cv2.resize(cut, (24, 24), interpolation=cv2.INTER_AREA) > 0.5


def lower_is_capitals(masks: dict) -> bool:
    """True where the lower case repeats the capitals, full size or small."""
    scores = []
    for char in "aegrbdqhnt":
        low, high = boxed(masks[char]), boxed(masks[char.upper()])
        if low is None or high is None:
            continue
        scores.append((low & high).sum() / max((low | high).sum(), 1))
    return bool(scores) and float(np.mean(scores)) > 0.72


def style(path) -> dict:
    """One style's arrays, or `left_out` with the reason."""
    face = Face(path)
    fields = np.zeros((len(GLYPHS), FIELD, FIELD), np.int8)
    bits = np.zeros((SCORED, MASK * MASK // 8), np.uint8)
    advances = np.zeros(len(GLYPHS), np.float32)
    valid = np.ones(len(GLYPHS), bool)
    small, contours, lost = {}, [], []
    for index, char in enumerate(GLYPHS):
        canvas, advance, count, outside = face.draw(char)
        fields[index] = np.round(distance(canvas) / QUANTUM).astype(np.int8)
        advances[index] = advance
        if index < SCORED:
            mask = cv2.resize(canvas, (MASK, MASK), interpolation=cv2.INTER_AREA) >= 128
            bits[index] = np.packbits(mask)
            small[char] = mask
            contours.append(count)
            lost.append(outside)
        if not canvas.any() or outside > MAX_LOST or not 0 < advance < 3:
            valid[index] = False
    if np.mean(contours) > MAX_CONTOURS:
        return {"left_out": f"textured: {np.mean(contours):.1f} contours a letter"}
    if (~valid[:SCORED]).sum() > 20:
        return {"left_out": f"{int((~valid[:SCORED]).sum())} letters are empty or fall outside the window"}
    capitals = lower_is_capitals(small)
    if capitals:
        valid[[GLYPHS.index(char) for char in LOWER]] = False
    # A capital set only a third as tall as its neighbours' means H was a swash: the scale is wrong.
    tall = [np.where(small[char].any(1))[0] for char in UPPER if small[char].any()]
    heights = [rows[-1] - rows[0] for rows in tall]
    if np.median(heights) < 0.55 / (TOP - BOTTOM) * MASK:
        return {"left_out": "its H is not as tall as its capitals"}
    return {"sdf": fields, "mask": bits, "advance": advances, "valid": valid, "capitals": capitals}


def family(record: dict) -> list[tuple[dict, dict]]:
    folder = PACKAGES / record["id"]
    meta = json.loads((folder / "metadata.json").read_text())
    done = []
    for weight, italic in styles_of(meta):
        path = folder / "files" / f"{record['id']}-latin-{weight}-{'italic' if italic else 'normal'}.woff"
        entry = {"family": record["id"], "weight": weight, "italic": italic, "category": record["category"]}
        try:
            done.append((entry, style(path) if path.exists() else {"left_out": "no file"}))
        except (freetype.FT_Exception, ValueError) as error:
            done.append((entry, {"left_out": str(error)}))
    return done


def main() -> None:
    DATA.mkdir(exist_ok=True)
    records = [r for r in json.loads((ROOT / "families.json").read_text()) if "left_out" not in r]
    kept, arrays, left = [], [], []
    with Pool() as pool:
        for number, result in enumerate(pool.imap(family, records, chunksize=4)):
            for entry, drawn in result:
                if "left_out" in drawn:
                    left.append({**entry, "left_out": drawn["left_out"]})
                else:
                    kept.append({**entry, "capitals": drawn.pop("capitals")})
                    arrays.append(drawn)
            if number % 50 == 0:
                print(f"{number}/{len(records)} families, {len(kept)} styles", flush=True)
    for name in ("sdf", "mask", "advance", "valid"):
        np.save(DATA / f"{name}.npy", np.stack([drawn[name] for drawn in arrays]))
    (DATA / "styles.json").write_text(json.dumps({"styles": kept, "left_out": left}, indent=1))
    print(f"{len(kept)} styles of {len({s['family'] for s in kept})} families; {len(left)} styles left out")


if __name__ == "__main__":
    main()
