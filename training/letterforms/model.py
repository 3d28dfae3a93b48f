"""The model: a style code and a glyph in, a field of signed distances and an advance out.

A variational auto-decoder: no encoder; every training style owns a mean and a variance, learned
together with the network. The code has two parts: 48 numbers (the bones) drive the trunk and the
first stage, 16 (the finish) modulate the two late stages only, so that styles can be mixed.
The layout of tensors is the one the engine reads; see `export.py`.
"""

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F

from .config import GLYPHS, RUNS

BONES, FINISH, HIDDEN = 48, 16, 256
#: At 4, 8 and 16 samples a side, and twice at 32.
CHANNELS = (96, 64, 56, 8, 16)


class Form(NamedTuple):
    """Sizes of a decoder: the two parts of its code, the width of its trunk, the channels of its pictures."""

    bones: int = BONES
    finish: int = FINISH
    hidden: int = HIDDEN
    channels: tuple[int, int, int, int, int] = CHANNELS


#: The last layer's outputs are multiplied by this, so that weights of ordinary size give cap heights.
SCALE = 0.2
#: Largest magnitude of a stored weight: 31 is six bits, 127 eight. The wide layer holds two thirds
#: of the parameters and bears six bits once it was trained with them. None: stored as it is.
LEVELS = {"field_in.weight": 24, "mix.weight": 31, "conv1.weight": 47, "conv2.weight": 63, "conv3.weight": 63,
          "gain": 31, "bias": 31, "advance.weight": None}
DEFAULT_LEVEL = 127


class Rounded(torch.autograd.Function):
    """Rounds weights to the stored grid; gradients pass as if nothing had happened."""

    @staticmethod
    def forward(ctx, weight, level):
        flat = weight.reshape(len(weight), -1)
        scale = flat.abs().amax(1, keepdim=True).clamp_min(1e-8) / level
        return ((flat / scale).round() * scale).reshape(weight.shape)

    @staticmethod
    def backward(ctx, grad):
        return grad, None


class Film(nn.Module):
    def __init__(self, code: int, channels: int):
        super().__init__()
        self.scale = nn.Linear(code, channels)
        self.shift = nn.Linear(code, channels)
        for part in (self.scale, self.shift):
            nn.init.normal_(part.weight, std=0.02)
            nn.init.zeros_(part.bias)


class Decoder(nn.Module):
    def __init__(self, form: Form = Form()):
        super().__init__()
        self.form = form
        bones, finish, hidden, (c0, c1, c2, c3, c4) = form
        count = len(GLYPHS)
        self.style_in = nn.Linear(bones, hidden, bias=False)
        self.gain = nn.Parameter(1 + 0.3 * torch.randn(count, hidden))
        self.bias = nn.Parameter(0.5 * torch.randn(count, hidden))
        self.mix = nn.Linear(hidden, hidden)
        self.style = nn.Linear(bones, hidden, bias=False)
        self.advance = nn.Linear(hidden, 1)
        self.field_in = nn.Linear(hidden, 16 * c0, bias=False)
        self.film0, self.film1, self.film2 = Film(bones, c0), Film(finish, c1), Film(finish, c2)
        self.conv1 = nn.Conv2d(c0, c1, 3, padding=1, bias=False)
        self.conv2 = nn.Conv2d(c1, c2, 3, padding=1, bias=False)
        self.conv3 = nn.Conv2d(c2, 4 * c3, 3, padding=1)
        self.conv4 = nn.Conv2d(c3, c4, 3, padding=1)
        self.conv5 = nn.Conv2d(c4, 4, 3, padding=1)
        self.rounding = False

    def weight(self, name: str) -> torch.Tensor:
        """A weight as the engine will hold it once rounding is on."""
        value, level = self.get_parameter(name), LEVELS.get(name, DEFAULT_LEVEL)
        return Rounded.apply(value, level) if self.rounding and level else value

    def modulate(self, value, stage: int, code):
        film = getattr(self, f"film{stage}")
        name = f"film{stage}"
        scale = F.linear(code, self.weight(f"{name}.scale.weight"), film.scale.bias)
        shift = F.linear(code, self.weight(f"{name}.shift.weight"), film.shift.bias)
        return F.silu(value * (1 + scale)[:, :, None, None] + shift[:, :, None, None])

    def forward(self, code, glyph):
        """code [n, BONES + FINISH], glyph int64 [n] -> field [n, 64, 64] and advance [n], in cap heights."""
        bones, finish = code[:, :self.form.bones], code[:, self.form.bones:]
        x = F.silu(F.linear(bones, self.weight("style_in.weight")) * self.weight("gain")[glyph]
                   + self.weight("bias")[glyph])
        x = x + F.silu(F.linear(x, self.weight("mix.weight"), self.mix.bias)
                       + F.linear(bones, self.weight("style.weight")))
        advance = F.linear(x, self.weight("advance.weight"), self.advance.bias)[:, 0]
        # Rows are (y, x, channel): memory order and channels_last agree, and so does the engine.
        value = F.linear(x, self.weight("field_in.weight")).view(-1, 4, 4, self.form.channels[0]).permute(0, 3, 1, 2)
        value = self.modulate(value, 0, bones)
        value = F.interpolate(value, scale_factor=2, mode="bilinear", align_corners=False)
        value = self.modulate(F.conv2d(value, self.weight("conv1.weight"), padding=1), 1, finish)
        value = F.interpolate(value, scale_factor=2, mode="bilinear", align_corners=False)
        value = self.modulate(F.conv2d(value, self.weight("conv2.weight"), padding=1), 2, finish)
        value = F.pixel_shuffle(F.silu(F.conv2d(value, self.weight("conv3.weight"), self.conv3.bias, padding=1)), 2)
        value = F.silu(F.conv2d(value, self.weight("conv4.weight"), self.conv4.bias, padding=1))
        value = F.conv2d(value, self.weight("conv5.weight"), self.conv5.bias, padding=1)
        return F.pixel_shuffle(value, 2)[:, 0] * SCALE, advance


class Codes(nn.Module):
    """The posterior of every training style: mean and log variance."""

    def __init__(self, count: int, numbers: int = BONES + FINISH):
        super().__init__()
        self.mean = nn.Parameter(0.1 * torch.randn(count, numbers))
        self.logvar = nn.Parameter(torch.full((count, numbers), -4.0))

    def sample(self, style):
        mean, logvar = self.mean[style], self.logvar[style]
        code = mean + torch.randn_like(mean) * (0.5 * logvar).exp()
        kl = 0.5 * (mean ** 2 + logvar.exp() - 1 - logvar).sum(1).mean()
        return code, kl


def load(name: str, form: Form = Form()):
    """Decoder as the engine will hold it, codes of the training styles [n, 64 or as `form` says], their rows."""
    state = torch.load(RUNS / name / "model.pt")
    decoder = Decoder(form)
    decoder.load_state_dict(state["decoder"])
    decoder.rounding = True
    return decoder.eval(), state["codes"]["mean"], state["rows"]
