"""Step 6. What the space of codes is like: its Gaussian, its directions, and a map of it.

Needs runs/<name>/model.pt and data/attributes.json (`node training/measure.ts`, step 5).
Writes runs/<name>/latent.npz and the numbers to logs/latent.json.

- Gaussian: mean and covariance of the training codes.
- Directions: for each attribute, ridge regression from code to measured attribute; the direction is
  Cov w / sqrt(w' Cov w): one unit along it moves the regressed attribute by one standard deviation
  with the least move elsewhere. R² is out of sample, folds keep families together.
- Map: k-means medoids of well-drawn styles, t-SNE to two dimensions, then each style is assigned to
  a cell of a grid so that the total squared shift is least. Neighbours look alike; distances lie.
"""

import argparse
import json

import numpy as np
import torch
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import KMeans
from sklearn.linear_model import Ridge
from sklearn.manifold import TSNE
from sklearn.metrics import r2_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from .config import COLUMNS, DATA, LOGS, ROWS, RUNS, SCORED
from .dataset import TRAIN, Styles
from .model import load
from .scoring import draw, iou, shapes

#: A style goes on the map only if the model draws its letters at least this well.
WELL_DRAWN = 0.82
SEED = 5
#: Attributes that are felt as ratios are regressed as logarithms.
RATIOS = {"weight", "contrast", "width"}


def attributes_of(rows) -> tuple[list[str], np.ndarray]:
    data = json.loads((DATA / "attributes.json").read_text())
    table = np.array([[np.nan if value is None else value for value in row] for row in data["rows"]], float)
    return data["names"], table[rows]


def directions(codes: np.ndarray, names, table, families) -> tuple[np.ndarray, dict]:
    covariance = np.cov(codes.T)
    found, scores = [], {}
    for name, values in zip(names, table.T):
        known = np.isfinite(values)
        low, high = np.percentile(values[known], [0.5, 99.5])
        target = np.clip(values[known], low, high)
        if name in RATIOS:
            target = np.log(np.maximum(target, 1e-3))
        fold = cross_val_predict(Ridge(2.0), codes[known], target, groups=np.array(families)[known], cv=GroupKFold(10))
        scores[name] = {"r2": round(float(r2_score(target, fold)), 3), "styles": int(known.sum()),
                        "mean": round(float(target.mean()), 4), "sd": round(float(target.std()), 4)}
        weight = Ridge(2.0).fit(codes[known], target).coef_
        found.append(covariance @ weight / np.sqrt(weight @ covariance @ weight))
    return np.array(found, np.float32), scores


def chart(codes: np.ndarray, styles: list[dict], quality: np.ndarray) -> np.ndarray:
    """Indices of the styles on the map, row by row."""
    # Where the lower case repeats the capitals it was not learned, and would show as blots.
    whole = np.array([not style["capitals"] for style in styles])
    good = np.where((quality >= WELL_DRAWN) & whole)[0]
    scaled = (codes - codes.mean(0)) / codes.std(0)
    share: dict[str, int] = {}
    for i in good:
        share[styles[i]["category"]] = share.get(styles[i]["category"], 0) + 1
    weight = np.array([share[styles[i]["category"]] ** -0.4 for i in good])
    means = KMeans(COLUMNS * ROWS, random_state=SEED, n_init=2).fit(scaled[good], sample_weight=weight)
    chosen = []
    for number in range(COLUMNS * ROWS):
        members = good[means.labels_ == number]
        chosen.append(members[np.argmin(((scaled[members] - means.cluster_centers_[number]) ** 2).sum(1))])
    chosen = np.array(chosen)
    flat = TSNE(2, perplexity=25, init="pca", learning_rate="auto", random_state=SEED).fit_transform(scaled[chosen])
    flat = (flat - flat.min(0)) / (flat.max(0) - flat.min(0)) * [COLUMNS - 1, ROWS - 1]
    cells = np.array([(c, r) for r in range(ROWS) for c in range(COLUMNS)])
    cost = ((flat[:, None] - cells[None]) ** 2).sum(2)
    rows, columns = linear_sum_assignment(cost)
    order = np.empty(len(chosen), int)
    order[columns] = chosen[rows]
    return order


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="a")
    args = parser.parse_args()
    torch.set_num_threads(2)
    decoder, codes, rows = load(args.name)
    styles = Styles(TRAIN)
    assert (styles.rows == rows).all(), "the run was made with another split"
    table = codes.numpy().astype(float)
    quality = np.array([
        np.mean(iou(shapes(draw(decoder, codes[i])), styles.mask(i))[styles.valid[i][:SCORED].numpy()])
        for i in range(len(styles))])
    names, attributes = attributes_of(rows)
    found, scores = directions(table, names, attributes, [style["family"] for style in styles.styles])
    order = chart(table, styles.styles, quality)
    np.savez(RUNS / args.name / "latent.npz", mean=table.mean(0), covariance=np.cov(table.T), directions=found,
             order=order, quality=quality, attributes=attributes)
    (LOGS / "latent.json").write_text(json.dumps({"run": args.name, "directions": scores,
                                                  "training_iou": round(float(quality.mean()), 4)}, indent=1) + "\n")
    print(json.dumps(scores, indent=1), f"training IoU {quality.mean():.3f}")


if __name__ == "__main__":
    main()
