"""Step 1. Reads every installed family's licence and decides which may be learned from.

Writes `families.json` (committed): id, name, category, version, licence, copyright, reserved
names, and for those left out the reason. (The packages' files name no designer; the copyright line,
as the licence has it, is the nearest they carry.) Nothing is guessed: a licence is what the
package's own LICENSE file says, and where that and its metadata disagree the family is left out.
"""

import json
import re

from fontTools.ttLib import TTFont

from .config import GLYPHS, PACKAGES, ROOT

#: SPDX identifier -> a sentence that only that licence's text holds.
ACCEPTED = {
    "OFL-1.1": "SIL OPEN FONT LICENSE",
    "Apache-2.0": "Apache License",
}
RESERVED = re.compile(r"[Rr]eserved [Ff]ont [Nn]ames?(?: are| is)?\s*:?\s*([^.;)\n]+)")
SEPARATOR = re.compile(r"\s*(?:,|\band\b|&)\s*")


def reserved_names(head: str) -> list[str]:
    """Names that the licence's own copyright lines reserve, quoted or not.

    The words "Reserved Font Name" also stand in the licence's boilerplate, so only the lines
    before it are read.
    """
    names = set()
    for match in RESERVED.finditer(head):
        quoted = re.findall(r"[\"“'‘]([^\"”'’]+)[\"”'’]", match.group(1))
        names |= {name.strip() for name in quoted or SEPARATOR.split(match.group(1))}
    return sorted(name for name in names if name and not name.lower().startswith("copyright"))


def read(folder) -> dict:
    """One family's record; `left_out` tells why it may not be learned from."""
    meta = json.loads((folder / "metadata.json").read_text())
    package = json.loads((folder / "package.json").read_text())
    path = folder / "LICENSE"
    text = path.read_text() if path.exists() else ""
    licence = meta.get("license") or {}
    kind = licence.get("type", "") if isinstance(licence, dict) else str(licence)
    attribution = licence.get("attribution", "") if isinstance(licence, dict) else ""
    body = ACCEPTED.get(kind, "")
    head = text.split("This Font Software is licensed")[0] if kind == "OFL-1.1" else ""
    record = {
        "id": folder.name,
        "name": meta.get("family") or meta.get("fontName", folder.name),
        "category": meta.get("category", ""),
        "version": package["version"],
        "licence": kind or "not stated",
        "copyright": " ".join((head if kind == "OFL-1.1" else attribution).split()),
        "reserved": reserved_names(head or attribution),
    }
    files = sorted((folder / "files").glob(f"{folder.name}-latin-*-normal.woff2"))
    if not record["category"]:
        record["left_out"] = "the package does not state a category"
    elif not body:
        record["left_out"] = f"licence {record['licence']!r} is not OFL-1.1 or Apache-2.0"
    elif body not in text:
        record["left_out"] = "the LICENSE file and the metadata disagree"
    elif not files:
        record["left_out"] = "no upright Latin file"
    else:
        cmap = TTFont(files[0], lazy=True).getBestCmap()
        missing = [glyph for glyph in GLYPHS if ord(glyph) not in cmap]
        if missing:
            record["left_out"] = "no glyph for " + " ".join(missing)
    return record


def main() -> None:
    records = [read(folder) for folder in sorted(PACKAGES.iterdir())]
    (ROOT / "families.json").write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n")
    kept = [record for record in records if "left_out" not in record]
    print(f"{len(kept)} of {len(records)} families may be learned from")
    for record in records:
        if "left_out" in record:
            print(f"  {record['id']}: {record['left_out']}")
    print(f"{sum(bool(record['reserved']) for record in kept)} of them reserve a name")


if __name__ == "__main__":
    main()
