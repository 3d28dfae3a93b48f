"""Step 8b. Where the words of the prior begin and end, in measures instead of ranks.

The prior learns a word from the styles whose rank lies in the word's band (`prior.BANDS`). To ask of a
drawn outline whether it obeys a word, one needs the measure at both ends of the band. A band that
begins with the least or ends with the most of all styles is open there.

    python3 -m letterforms.bands

Writes src/models/letterforms-1/bands.json, which names the prior it belongs to.
"""

import json
import math

import numpy as np

from .config import DATA
from .dataset import TRAIN
from .export import MODEL
from .latent import attributes_of
from .prior import BANDS


def edges(values: np.ndarray, low: float, high: float) -> tuple[float | None, float | None]:
    """The least and the greatest measure in a band of ranks; None where it is open."""
    known = np.sort(values[np.isfinite(values)])
    last = len(known) - 1
    least, most = known[math.ceil(low * last)], known[math.floor(high * last)]
    return (None if low == 0 else round(float(least), 5)), (None if high == 1 else round(float(most), 5))


def main() -> None:
    rows = np.where(np.load(DATA / "split.npy") == TRAIN)[0]
    names, table = attributes_of(rows)
    words = {}
    for name, values in zip(names, table.T):
        for word, (low, high) in BANDS.get(name, {}).items():
            least, most = edges(values, low, high)
            words[word] = {"attribute": name, "least": least, "most": most}
    manifest = json.loads((MODEL / "manifest.json").read_text())
    record = {"made": "python3 -m letterforms.bands", "prior": manifest["files"]["prior"]["sha256"], "styles": len(rows), "words": words}
    (MODEL / "bands.json").write_text(json.dumps(record, indent=1) + "\n")


if __name__ == "__main__":
    main()
