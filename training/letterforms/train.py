"""Step 4. Trains the decoder and the codes of the training styles.

    python3 -m letterforms.train --name a --seed 1 --steps 60000

Writes runs/<name>/model.pt (kept up to date, so that an interrupted run is not lost) and
logs/<name>.jsonl (committed: one line every 500 steps).
"""

import argparse
import json
import math
import time

import torch

from .config import GLYPHS, LOGS, RUNS
from .dataset import TRAIN, Styles
from .model import Codes, Decoder, Form
from .siblings import SIBLING, without

EDGE = 0.012
BAND = 0.1
#: What errors of the slope weigh beside errors of the height.
SLOPE = 2.0


def errors(field, target, thin):
    """Per-sample loss of fields [n, 64, 64] against their targets; `thin` marks samples that count three times."""
    ink = torch.sigmoid(target / EDGE)
    wrong = field.clamp(-BAND, BAND) - target.clamp(-BAND, BAND)
    near = wrong.abs().mean((1, 2))
    # An edge that wavers is nearly right everywhere; its slope is not. So slopes along and across have to agree too.
    slope = (wrong[:, 1:] - wrong[:, :-1]).abs().mean((1, 2)) + (wrong[:, :, 1:] - wrong[:, :, :-1]).abs().mean((1, 2))
    # Far from the edge a tenth of the weight: enough to come back from the wrong side of the band.
    far = (field - target).abs().mean((1, 2))
    edge = (torch.sigmoid(field / EDGE) - ink).square_().mul(1 + 2 * thin).mean((1, 2))
    weight = (0.12 / ink.mean((1, 2)).clamp_min(1e-3)).clamp(0.6, 3)
    return weight * (near + SLOPE * slope + 0.1 * far + 8 * edge)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="a")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=60000)
    parser.add_argument("--until", type=int, help="stops after so many of the steps, before the rate has come down")
    parser.add_argument("--batch", type=int, default=160)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--beta", type=float, default=3e-5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", help="a model.pt to start from")
    parser.add_argument("--rounded", type=float, default=0.15, help="share of the steps at the end trained with stored weights")
    parser.add_argument("--sibling", choices=list(without), help="a small one, without a third of the families")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)

    styles = Styles(TRAIN)
    form = Form()
    if args.sibling:
        form, left_out = SIBLING, without[args.sibling](styles)
        styles.keep([row for row, style in enumerate(styles.styles) if style["family"] not in left_out])
    styles.mark_thin()
    decoder, codes = Decoder(form), Codes(len(styles), form.bones + form.finish)
    if args.resume:
        state = torch.load(args.resume)
        decoder.load_state_dict(state["decoder"])
        codes.load_state_dict(state["codes"])
    decoder = decoder.to(memory_format=torch.channels_last)
    optimiser = torch.optim.Adam([{"params": decoder.parameters(), "lr": args.rate},
                                  {"params": codes.parameters(), "lr": 3 * args.rate}], betas=(0.9, 0.98))
    base = [group["lr"] for group in optimiser.param_groups]
    draw = styles.weights()
    folder = RUNS / args.name
    folder.mkdir(parents=True, exist_ok=True)
    LOGS.mkdir(exist_ok=True)
    log = open(LOGS / f"{args.name}.jsonl", "w")
    begun, window, pool = time.time(), [], None
    print(f"{len(styles)} styles, {sum(p.numel() for p in decoder.parameters())} parameters", flush=True)
    for step in range(min(args.steps, args.until or args.steps)):
        if step % 500 == 0:  # drawing with weights is slow: many batches at once
            pool = torch.multinomial(draw, 500 * args.batch, replacement=True).view(500, args.batch)
        chosen = pool[step % 500]
        style, glyph = torch.div(chosen, len(GLYPHS), rounding_mode="floor"), chosen % len(GLYPHS)
        done = step / args.steps
        rate = min(1, (step + 1) / 300) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
        for group, start in zip(optimiser.param_groups, base):
            group["lr"] = start * rate
        decoder.rounding = done >= 1 - args.rounded
        code, kl = codes.sample(style)
        # Half the bits are enough until the weights are rounded; they save a fifth of the time.
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not decoder.rounding):
            field, advance = decoder(code, glyph)
        field, advance = field.float(), advance.float()
        error = errors(field, styles.field(style, glyph), styles.thin[style, glyph]).mean()
        wide = ((advance - styles.advance[style, glyph]) ** 2).mean()
        loss = error + 2 * wide + args.beta * (1 if args.resume else min(1, 4 * done)) * kl
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        window.append((error.item(), wide.item(), kl.item()))
        if (step + 1) % 500 == 0:
            means = [sum(column) / len(column) for column in zip(*window)]
            window = []
            line = {"step": step + 1, "shape": round(means[0], 6), "advance": round(means[1], 6), "kl": round(means[2], 3),
                    "rounded": decoder.rounding, "seconds": round(time.time() - begun)}
            log.write(json.dumps(line) + "\n")
            log.flush()
            print(line, flush=True)
        if (step + 1) % 2000 == 0 or step + 1 == args.steps:
            torch.save({"decoder": decoder.state_dict(), "codes": codes.state_dict(), "rows": styles.rows,
                        "step": step + 1, "args": vars(args)}, folder / "model.tmp")
            (folder / "model.tmp").rename(folder / "model.pt")


if __name__ == "__main__":
    main()
