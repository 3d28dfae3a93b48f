"""The decoder as the site ships it, read back from its files: for steps that come after the export and need no run of the training."""

import json

import numpy as np
import torch

from .export import MODEL, SHUFFLED, TENSORS
from .model import Decoder


def read(manifest: dict, key: str) -> dict[str, np.ndarray]:
    """Tensors of a file by name, as the engine reads them: whole numbers times the scale of their row."""
    raw = (MODEL / manifest["files"][key]["path"]).read_bytes()
    out = {}
    for spec in manifest["tensors"][key]:
        count, shape = int(np.prod(spec["shape"])), spec["shape"]
        if spec["dtype"] == "f32":
            out[spec["name"]] = np.frombuffer(raw, "<f4", count, spec["offset"]).reshape(shape)
        else:
            whole = np.frombuffer(raw, "i1", count, spec["offset"]).reshape(shape[0], -1).astype(np.float32)
            scale = np.frombuffer(raw, "<f4", shape[0], spec["scale"])
            out[spec["name"]] = (whole * scale[:, None]).reshape(shape)
    return out


def load_shipped() -> tuple[Decoder, torch.Tensor, dict]:
    """The decoder with its stored weights, codes of the styles on the map [n, 64], and the manifest."""
    manifest = json.loads((MODEL / "manifest.json").read_text())
    tensors, decoder = read(manifest, "decoder"), Decoder()
    state = {}
    for name, own in TENSORS.items():
        value = torch.from_numpy(tensors[name].copy())
        if value.dim() == 4:  # [out, y, x, in] -> [out, in, y, x]
            value = value.permute(0, 3, 1, 2)
        if name.split(".")[0] in SHUFFLED:
            value = value.unflatten(0, (4, -1)).transpose(0, 1).flatten(0, 1)
        state[own] = value.contiguous()
    decoder.load_state_dict(state)
    # What was stored is already rounded.
    decoder.rounding = False
    return decoder.eval(), torch.from_numpy(read(manifest, "styles")["codes"].copy()), manifest
