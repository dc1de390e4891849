"""The net: a small convolutional stem, then dilated one-dimensional convolutions, then CTC; one output every 4 pixels."""

import torch
from torch import Tensor, nn

from training.letters import LETTERS
from training.render import HEIGHT

STEP = 4  # pixels an output stands for


class _Block(nn.Module):
    def __init__(self, width: int, dilation: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width, width, (1, 3), padding=(0, dilation), dilation=(1, dilation), bias=False)
        self.norm = nn.BatchNorm2d(width)
        self.mix = nn.Conv2d(width, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        held: Tensor = x + self.mix(torch.relu(self.norm(self.conv(x))))
        return held


def _conv(inside: int, outside: int, stride: tuple[int, int] = (1, 1)) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, stride=stride, padding=1, bias=False),
        nn.BatchNorm2d(outside),
        nn.ReLU(inplace=True),
    )


class LineNet(nn.Module):
    """Grey lines (batch, 1, 48, width), 0 white to 1 ink, to logits (batch, width / 4, labels)."""

    def __init__(self, width: int = 224) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            _conv(1, 32, (2, 2)), _conv(32, 48, (2, 1)), _conv(48, 72, (1, 2)), _conv(72, 104, (2, 1)), _conv(104, 136, (2, 1)),
        )  # fmt: skip
        self.squeeze = nn.Conv2d(136, width, (HEIGHT // 16, 1))
        self.context = nn.Sequential(*(_Block(width, dilation) for dilation in (1, 2, 4, 8, 1, 2, 4)))
        self.out = nn.Conv2d(width, len(LETTERS) + 1, 1)

    def forward(self, lines: Tensor) -> Tensor:
        """Return logits, not probabilities."""
        held = self.context(torch.relu(self.squeeze(self.stem(lines))))
        logits: Tensor = self.out(held).squeeze(2).permute(0, 2, 1)
        return logits
