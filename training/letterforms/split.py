"""Step 3. Splits styles into train, validation and test by the likeness of their glyphs.

Splitting by name leaks: siblings, renamed copies and near-copies land on both sides. Here styles
are joined into groups when they belong to one family, share the stem of a name, or look alike
(mean intersection over union of all letters and figures above JOIN); whole groups are dealt out.
Then any held-out style that still has a training style above LIMIT goes to training.

What was once held out stays so: `split.json` remembers it. Families that are added later are learned
from, but for styles too like a held-out one, and for families that share its name or nearly all of
its forms; those are set aside. `--deal` deals anew, for a model with a new number.
`python3 -m letterforms.split --check` fails if any held-out style has a near-copy in training.

Writes data/split.npy (int8: 0 train, 1 validation, 2 test, 3 neither), data/likeness.npy (f32, styles × styles)
and split.json (committed: the held-out families).
"""

import json
import sys

import numpy as np

from .config import DATA, ROOT, SCORED

JOIN = 0.89
LIMIT = 0.85
#: Styles wanted per category in (validation, test).
WANTED = {"sans-serif": (14, 24), "serif": (14, 24), "display": (14, 22), "handwriting": (8, 16), "monospace": (4, 8)}
SEED = 7
#: On no side.
ASIDE = 3
#: First words of names that say nothing about the design.
COMMON = {"libre", "open", "old", "new", "modern", "big", "black", "mr", "mrs", "the", "pt", "im", "sorts", "one",
          "gfs", "dm", "js", "special", "bad", "red", "space", "source", "fira", "just", "over", "sue", "la", "le"}


def likeness(sdf: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Mean IoU over the letters and figures that are valid in both styles, [styles, styles]."""
    count = len(sdf)
    total = np.zeros((count, count), np.float32)
    shared = np.zeros((count, count), np.float32)
    for glyph in range(SCORED):
        ink = (sdf[:, glyph] > 0).reshape(count, -1).astype(np.float32)
        both = ink @ ink.T
        area = ink.sum(1)
        union = area[:, None] + area[None] - both
        ok = np.outer(valid[:, glyph], valid[:, glyph])
        total += np.where(ok, both / np.maximum(union, 1), 0)
        shared += ok
    return total / np.maximum(shared, 1)


def stem(family: str) -> str:
    first = family.split("-")[0]
    return family if first in COMMON or len(first) < 4 else first


def groups(styles: list[dict], alike: np.ndarray) -> np.ndarray:
    """A group number for every style."""
    parent = list(range(len(styles)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[str, int] = {}
    for i, style in enumerate(styles):
        parent[root(i)] = root(first.setdefault(stem(style["family"]), i))
    for i, j in np.argwhere(np.triu(alike > JOIN, 1)):
        parent[root(int(i))] = root(int(j))
    return np.array([root(i) for i in range(len(styles))])


def deal(styles: list[dict], alike: np.ndarray) -> np.ndarray:
    group = groups(styles, alike)
    split = np.zeros(len(styles), np.int8)
    order = np.random.default_rng(SEED).permutation(np.unique(group))
    have = {category: [0, 0] for category in WANTED}
    for number in order:
        members = np.where(group == number)[0]
        category = styles[members[0]]["category"]
        if len(members) > 12:
            continue
        for side in (1, 0):  # test first
            if have[category][side] < WANTED[category][side]:
                have[category][side] += len(members)
                split[members] = side + 1
                break
    # A held-out style with a near-copy in training goes back, until none is left.
    while True:
        train = np.where(split == 0)[0]
        held = np.where(split > 0)[0]
        back = held[alike[np.ix_(held, train)].max(1) > LIMIT]
        if not len(back):
            break
        split[back] = 0
    # What is left of a group that partly went back is neither learned from nor scored.
    learned = set(group[split == 0])
    split[[side > 0 and number in learned for side, number in zip(split, group)]] = ASIDE
    return split


def keep(styles: list[dict], alike: np.ndarray, held: dict[str, int]) -> np.ndarray:
    """The split in which the families of `held` are on the sides it says."""
    split = np.array([held.get(style["family"], 0) for style in styles], np.int8)
    out = split > 0
    nearest = alike[:, out].max(1)
    stems = {stem(family) for family in held}
    kin = {style["family"] for style, near in zip(styles, nearest)
           if near > JOIN or stem(style["family"]) in stems}
    for i, style in enumerate(styles):
        if not out[i] and (style["family"] in kin or nearest[i] > LIMIT):
            split[i] = ASIDE
    return split


def check(split: np.ndarray, alike: np.ndarray) -> float:
    """The largest likeness between a held-out style and a training style."""
    return float(alike[np.ix_((split == 1) | (split == 2), split == 0)].max())


def main() -> None:
    styles = json.loads((DATA / "styles.json").read_text())["styles"]
    if "--check" in sys.argv:
        worst = check(np.load(DATA / "split.npy"), np.load(DATA / "likeness.npy"))
        print(f"largest likeness between a held-out and a training style: {worst:.3f} (limit {LIMIT})")
        sys.exit(worst > LIMIT)
    alike = likeness(np.load(DATA / "sdf.npy", mmap_mode="r"), np.load(DATA / "valid.npy"))
    path = ROOT / "split.json"
    if path.exists() and "--deal" not in sys.argv:
        before = json.loads(path.read_text())
        held = {family: side for side, name in ((1, "validation"), (2, "test")) for family in before[name]["families"]}
        split = keep(styles, alike, held)
    else:
        split = deal(styles, alike)
    np.save(DATA / "likeness.npy", alike)
    np.save(DATA / "split.npy", split)
    names = ("train", "validation", "test")
    summary = {}
    for side, name in enumerate(names):
        chosen = [style for style, s in zip(styles, split) if s == side]
        counts: dict[str, int] = {}
        for style in chosen:
            counts[style["category"]] = counts.get(style["category"], 0) + 1
        summary[name] = {"styles": len(chosen), "by_category": counts}
        if side:
            summary[name]["families"] = sorted({style["family"] for style in chosen})
    summary["aside"] = int((split == ASIDE).sum())
    summary["join"], summary["limit"], summary["worst"] = JOIN, LIMIT, round(check(split, alike), 4)
    path.write_text(json.dumps(summary, indent=1) + "\n")
    print(json.dumps({k: v if not isinstance(v, dict) else {a: b for a, b in v.items() if a != "families"} for k, v in summary.items()}))


if __name__ == "__main__":
    main()
