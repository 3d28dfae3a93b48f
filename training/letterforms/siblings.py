"""Step 12. Small models of one form and one schooling that differ only in which families they saw.

    python3 -m letterforms.train --sibling whole --name sibling-whole --steps 14000 --batch 96
    … and so for every name in `without`, then
    python3 -m letterforms.mirror

A collection is a choice. Four siblings show what a choice costs: one saw every family, three saw two
thirds of them. `random` is the control: whatever it loses, it loses to there being less, not to what
is missing. `mirror.py` compares them.
"""

import random

import numpy as np

from .model import Form

#: Small enough to be fetched four times; large enough for words to be read.
SIBLING = Form(bones=24, finish=8, hidden=128, channels=(64, 48, 32, 8, 16))


def families(styles) -> list[str]:
    return sorted({style["family"] for style in styles.styles})


def serifs(styles) -> set[str]:
    """The third of the families with the largest serifs, as measured, the mean of each family's styles."""
    from .latent import attributes_of

    names, table = attributes_of(styles.rows)
    column = table[:, names.index("serif")]
    mean = {}
    for name in families(styles):
        own = [value for style, value in zip(styles.styles, column) if style["family"] == name and np.isfinite(value)]
        mean[name] = float(np.mean(own)) if own else -1.0
    order = sorted(mean, key=lambda name: -mean[name])
    return set(order[:len(order) // 3])


def shows(styles) -> set[str]:
    """Display and handwriting, as the packages file them: what is drawn to be looked at, not read at length."""
    return {style["family"] for style in styles.styles if style["category"] in ("display", "handwriting")}


def some(styles) -> set[str]:
    names = families(styles)
    return set(random.Random(7).sample(names, len(names) // 3))


#: Which families each sibling never saw.
without = {"whole": lambda styles: set(), "random": some, "serif": serifs, "display": shows}
