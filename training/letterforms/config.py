"""What every step has to agree on: the glyphs, the window they are drawn in, the folders."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
RUNS = ROOT / "runs"
LOGS = ROOT / "logs"
PACKAGES = ROOT / "node_modules" / "@fontsource"

UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LOWER = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
MARKS = "&!?.,'-"
#: The order is the model's: a glyph is known by its index in this string.
GLYPHS = UPPER + LOWER + DIGITS + MARKS
#: Every score speaks of letters and figures; the seven marks are there for the reader's own words.
SCORED = len(UPPER + LOWER + DIGITS)

#: Side of the field the model draws, in samples.
FIELD = 64
#: One sample of the field, in cap heights. Samples are square.
SAMPLE = 0.03
#: The window in cap heights. x = 0 is the middle of the advance, y = 0 the baseline, y = 1 the top of H.
LEFT, RIGHT = -0.96, 0.96
BOTTOM, TOP = -0.57, 1.35
#: Signed distances are clipped to this, in cap heights, and stored as int8.
CLIP = 0.25
QUANTUM = CLIP / 127
#: Side of the grid on which drawn shapes are compared (intersection over union).
MASK = 192
#: The map of styles: cells across and down.
COLUMNS, ROWS = 24, 16
