"""The rasterised styles in memory, and how training draws from them."""

import json

import numpy as np
import torch
from torch.nn import functional as F

from .config import DATA, GLYPHS, QUANTUM, SCORED

TRAIN, VALIDATION, TEST = 0, 1, 2


class Styles:
    """Fields, advances and flags of the styles on one side of the split."""

    def __init__(self, *sides: int):
        styles = json.loads((DATA / "styles.json").read_text())["styles"]
        rows = np.where(np.isin(np.load(DATA / "split.npy"), sides))[0]
        self.rows = rows
        self.styles = [styles[row] for row in rows]
        self.sdf = torch.from_numpy(np.load(DATA / "sdf.npy", mmap_mode="r")[rows])
        self.advance = torch.from_numpy(np.load(DATA / "advance.npy")[rows])
        self.valid = torch.from_numpy(np.load(DATA / "valid.npy")[rows])
        self._masks = np.load(DATA / "mask.npy", mmap_mode="r")

    def __len__(self) -> int:
        return len(self.rows)

    def keep(self, some: list[int]) -> None:
        """Forgets all styles but some, by their place here."""
        self.rows = self.rows[some]
        self.styles = [self.styles[place] for place in some]
        self.sdf, self.advance, self.valid = self.sdf[some], self.advance[some], self.valid[some]

    def field(self, style, glyph) -> torch.Tensor:
        """Target fields in cap heights, [n, 64, 64]."""
        return self.sdf[style, glyph].float() * QUANTUM

    def mark_thin(self) -> None:
        """Marks samples on strokes so thin that their ridge hardly rises above zero, [n, glyphs, 64, 64]."""
        self.thin = torch.empty(self.sdf.shape, dtype=torch.bool)
        for style in range(len(self)):
            field = self.sdf[style].float() * QUANTUM
            ridge = F.max_pool2d(field[:, None], 5, 1, 2)[:, 0]
            self.thin[style] = (ridge < 0.04) & (field > -0.03)

    def mask(self, style: int) -> np.ndarray:
        """The true shapes of one style at scoring resolution, bool [SCORED, MASK, MASK]."""
        side = int(round((self._masks.shape[2] * 8) ** 0.5))
        return np.unpackbits(self._masks[self.rows[style]], axis=1).reshape(SCORED, side, side).astype(bool)

    def weights(self) -> torch.Tensor:
        """How often each (style, glyph) is drawn, flattened.

        Large families would drown small ones, so a style counts 1/sqrt(styles of its family). Display,
        serif and hairline styles are harder and count more. Marks are few and simple and count less.
        """
        size: dict[str, int] = {}
        for style in self.styles:
            size[style["family"]] = size.get(style["family"], 0) + 1
        factor = {"display": 1.7, "serif": 1.4, "handwriting": 1.2}
        per_style = torch.tensor([
            size[style["family"]] ** -0.5 * factor.get(style["category"], 1.0) * (1.5 if style["weight"] <= 200 else 1.0)
            for style in self.styles])
        per_glyph = torch.ones(len(GLYPHS))
        per_glyph[SCORED:] = 0.5
        return (per_style[:, None] * per_glyph[None] * self.valid).flatten()
