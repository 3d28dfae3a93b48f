"""Step 10. Gathers what the model page prints, so that no number there is typed by hand.

    python3 -m letterforms.report --name a

Writes into `src/models/letterforms-1/`: report.json (training curve, evaluation, directions, prior) and
families.json (every family learned from: licence, copyright, reserved names, styles, side of the split).
"""

import argparse
import json
import re

import numpy as np

from .config import DATA, LOGS, ROOT
from .export import MODEL

MAIL = re.compile(r"\s*[<(\[]?[\w.+-]+(?:@|\s*\[at\]\s*)[\w-]+(?:\.[\w-]+)+[>)\]]?")


def credit(line: str) -> str:
    """A licence's copyright line without mail addresses and without its repetitions for every file."""
    parts = [part.strip() for part in re.split(r"\s*[\w\[\],-]+\.ttf:\s*", MAIL.sub("", line))]
    return " ".join(dict.fromkeys(part for part in parts if part))


def curve(name: str) -> list[list[float]]:
    """[step, shape loss, hours] at about a hundred points."""
    path = LOGS / f"{name}.jsonl"
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    step = max(1, len(lines) // 100)
    return [[line["step"], line["shape"], round(line["seconds"] / 3600, 3)] for line in lines[::step] + lines[-1:]]


def families() -> list[dict]:
    styles = json.loads((DATA / "styles.json").read_text())["styles"]
    split = np.load(DATA / "split.npy")
    learned: dict[str, list[int]] = {}
    for style, side in zip(styles, split):
        learned.setdefault(style["family"], [0, 0, 0, 0])[int(side)] += 1
    out = []
    for record in json.loads((ROOT / "families.json").read_text()):
        if "left_out" in record or record["id"] not in learned:
            continue
        out.append({"id": record["id"], "name": record["name"], "category": record["category"], "version": record["version"],
                    "licence": record["licence"], "copyright": credit(record["copyright"]), "reserved": record["reserved"], "styles": learned[record["id"]]})
    return out


def read(name: str):
    path = LOGS / name
    return json.loads(path.read_text()) if path.exists() else None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", nargs="+", default=["a"], help="the runs, in order")
    args = parser.parse_args()
    records = json.loads((ROOT / "families.json").read_text())
    styles = json.loads((DATA / "styles.json").read_text())
    split = json.loads((ROOT / "split.json").read_text())
    report = {
        "runs": {name: {"curve": curve(name)} for name in args.name},
        "data": {"families": len(records), "left_out": [{"id": r["id"], "why": r["left_out"]} for r in records if "left_out" in r],
                 "styles": len(styles["styles"]),
                 "styles_left_out": [{"family": s["family"], "why": s["left_out"]} for s in styles["left_out"]],
                 "capitals_only": sum(s["capitals"] for s in styles["styles"])},
        "split": split,
        "latent": read("latent.json"), "prior": read("prior.json"), "guidance": read("guidance.json"),
        "recogniser": read("recogniser.json"), "validation": read("evaluation-validation.json"), "test": read("evaluation-test.json"),
    }
    (MODEL / "report.json").write_text(json.dumps(report, indent=1) + "\n")
    (MODEL / "families.json").write_text(json.dumps(families(), indent=0, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
