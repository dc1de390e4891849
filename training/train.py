"""Trains the line recogniser from nothing and writes it as ONNX: `python -m training.train --out DIR` (`--toy`: two minutes).

Prints a learning curve on lines never trained on, in known and in held-out typefaces. The same seed draws the same lines.
"""

import argparse
import json
import math
import os
import time
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random

import cv2
import torch
from rapidfuzz.distance import Levenshtein
from torch import Tensor
from torch.optim.swa_utils import AveragedModel
from torch.utils.data import DataLoader, IterableDataset

from training.letters import LETTERS
from training.model import STEP, LineNet
from training.render import HEIGHT
from training.samples import Sample, Stock, sample
from training.typefaces import Typeface, typefaces

_DIGITS = set("0123456789๐๑๒๓๔๕๖๗๘๙")
Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def batch(samples: list[Sample]) -> Batch:
    """Return samples side by side, padded with paper."""
    width = max(16, max(math.ceil(image.shape[1] / 16) * 16 for image, _ in samples))
    images = torch.zeros(len(samples), 1, HEIGHT, width)
    for i, (image, _) in enumerate(samples):
        images[i, 0, :, : image.shape[1]] = image
    frames = torch.tensor([math.ceil(image.shape[1] / STEP) for image, _ in samples])
    labels = torch.tensor([label for _, held in samples for label in held])
    return images, labels, frames, torch.tensor([len(held) for _, held in samples])


class Lines(IterableDataset[Batch]):
    """An endless stream of batches, lines of like width together; damage reaches its worst after about `gentle` lines."""

    def __init__(self, faces: list[Typeface], *, size: int, seed: int, gentle: int = 6000, again: int = 3) -> None:
        self.faces, self.size, self.seed, self.gentle, self.again = faces, size, seed, gentle, again

    def __iter__(self) -> Iterator[Batch]:
        worker = torch.utils.data.get_worker_info()
        rng = Random(self.seed * 1000 + (worker.id if worker else 0))
        torch.set_num_threads(1)
        cv2.setNumThreads(1)
        stock, drawn = Stock(self.faces, again=self.again), 0
        while True:
            worst = min(1.0, 0.2 + drawn / self.gentle)
            drawn += self.size * 8
            pool = sorted((stock.sample(rng, worst) for _ in range(self.size * 8)), key=lambda s: s[0].shape[1])
            held = [batch(pool[i : i + self.size]) for i in range(0, len(pool), self.size)]
            rng.shuffle(held)
            yield from held


def spelled(logits: Tensor) -> list[str]:
    """Return what greedy CTC reads in each line of a batch."""
    return [
        "".join(LETTERS[c - 1] for i, c in enumerate(row) if c and (i == 0 or row[i - 1] != c))
        for row in logits.argmax(2).tolist()
    ]


def test_lines(rng: Random, faces: list[Typeface], count: int) -> list[Sample]:
    """Return lines to measure with: half drawn alone, half found on pages."""
    stock = Stock(faces, again=1)
    return [
        *(sample(rng, faces, 0.8) for _ in range(count // 2)),
        *(stock.from_page(rng, 0.8) for _ in range(count - count // 2)),
    ]


@torch.no_grad()
def measure(net: LineNet, samples: list[Sample]) -> tuple[float, float]:
    """Return the share of wrong letters and the share of digit strings wholly right (lines without digits left out)."""
    net.eval()
    wrong = letters = figures = held = 0
    for start in range(0, len(samples), 16):
        part = samples[start : start + 16]
        with torch.autocast("cpu" if next(net.parameters()).device.type == "cpu" else "cuda", dtype=torch.bfloat16):
            read = spelled(net(batch(part)[0].to(next(net.parameters()).device)))
        for got, (_, labels) in zip(read, part, strict=True):
            want = "".join(LETTERS[c - 1] for c in labels)
            wrong += Levenshtein.distance(got.strip(), want.strip())
            letters += len(want)
            if want_digits := [c for c in want if c in _DIGITS]:
                figures += 1
                held += want_digits == [c for c in got if c in _DIGITS]
    net.train()
    return wrong / letters, held / max(figures, 1)


def export(net: LineNet, folder: Path) -> Path:
    """Write model.onnx (any batch, any width) and its letters; at most 8 MB."""
    plain = LineNet()
    plain.load_state_dict({k: v.float().cpu() for k, v in net.state_dict().items()})
    plain.eval()
    path = folder / "model.onnx"
    example = torch.zeros(1, 1, HEIGHT, 160)
    torch.onnx.export(
        plain, (example,), str(path), input_names=["lines"], output_names=["logits"], opset_version=17, dynamo=False,
        dynamic_axes={"lines": {0: "batch", 3: "width"}, "logits": {0: "batch", 1: "frames"}},
    )  # fmt: skip
    (folder / "letters.json").write_text(json.dumps(LETTERS, ensure_ascii=False), encoding="utf-8")
    if path.stat().st_size > 8_000_000:
        raise SystemExit(f"{path} is larger than 8 MB")
    return path


def _pace(step: int, through: float) -> float:
    """Warm up, hold, then fall to a fiftieth by the end."""
    return min(1.0, step / 60) * (0.02 + 0.98 * (0.5 + 0.5 * math.cos(math.pi * max(0.0, (through - 0.3) / 0.7))))


def _follow(mean: Tensor, now: Tensor, steps: Tensor | int) -> Tensor:
    """Move the running mean of the weights: quickly at first, then over some 500 steps."""
    return mean + (now - mean) * max(0.002, 3 / (int(steps) + 3))


def _halves_quicker(net: LineNet) -> bool:
    """Whether numbers of half the length are quicker on this processor: one that does not know them takes twelve times as long."""
    copy, took = deepcopy(net).eval(), list[float]()  # what it learns of this picture is lost
    picture = torch.zeros(1, 1, 48, 256).to(memory_format=torch.channels_last)
    for halved in (False, True):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=halved):
            copy(picture)  # the first time costs what no later one does
            begin = time.process_time()
            copy(picture)
            took.append(time.process_time() - begin)
    return took[1] < took[0]


def train(options: argparse.Namespace) -> float:
    """Train until the minutes or steps are over; return the last share of wrong letters in known typefaces."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    cv2.setNumThreads(1)  # its threads do not survive the fork of the workers
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    faces = [f for f in typefaces() if not f.held_out]
    rng = Random(options.seed + 1)
    known = test_lines(rng, faces, options.tests)
    held = [f for f in typefaces() if f.held_out]
    unseen = test_lines(rng, held, options.tests) if held else []
    files = sum(len(f.files) for f in faces)
    print(f"{len(faces)} families, {files} files; held out {[f.family for f in held]}; {device}", flush=True)
    net = LineNet().to(device).to(memory_format=torch.channels_last)
    steps = options.steps
    if options.start:
        net.load_state_dict(torch.load(options.start, weights_only=True, map_location=device))
    mean = AveragedModel(net, avg_fn=_follow, use_buffers=True)
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=0.01, betas=(0.9, 0.98))
    lines = Lines(faces, size=options.batch, seed=options.seed, gentle=options.gentle, again=options.again)
    loader = DataLoader(lines, batch_size=None, num_workers=options.workers, prefetch_factor=8)
    ctc = torch.nn.CTCLoss(zero_infinity=True)
    halved = device.type == "cuda" or _halves_quicker(net)
    begin, seen, error, total = time.monotonic(), 0, 1.0, 0.0
    options.out.mkdir(parents=True, exist_ok=True)
    for step, (images, labels, frames, lengths) in enumerate(loader, 1):
        spent = (time.monotonic() - begin) / 60
        through = min(1.0, max(step / steps, spent / options.minutes))
        for group in optimiser.param_groups:
            group["lr"] = options.rate * _pace(step, through)
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=halved):
            logits = net(images.to(device).to(memory_format=torch.channels_last))
        loss = ctc(
            logits.float().log_softmax(2).transpose(0, 1), labels.to(device), frames.to(device), lengths.to(device)
        )
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        mean.update_parameters(net)
        seen, total = seen + len(images), total + float(loss)
        if step % options.every == 0 or through >= 1:
            error, figures = measure(mean.module, known)
            other, other_figures = measure(mean.module, unseen) if unseen else (float("nan"), float("nan"))
            print(
                f"step {step} lines {seen} min {spent:.1f} loss {total / options.every:.3f} known CER {100 * error:.2f}% "
                f"digits {100 * figures:.1f}% "
                f"held out CER {100 * other:.2f}% digits {100 * other_figures:.1f}%", flush=True,
            )  # fmt: skip
            total = 0.0
            torch.save(mean.module.state_dict(), options.out / "net.pt")
            export(mean.module, options.out)
        if through >= 1:
            return error
    return error


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("data/training/out"))
    parser.add_argument("--seed", type=int, default=30)
    parser.add_argument("--minutes", type=float, default=72)
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--tests", type=int, default=200)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=max(1, len(os.sched_getaffinity(0)) - 1), help="draw lines")
    parser.add_argument("--gentle", type=int, default=12000, help="lines over which damage grows to its worst")
    parser.add_argument("--again", type=int, default=3, help="how often a line found on a page serves")
    parser.add_argument("--start", type=Path, help="go on from this net.pt")
    parser.add_argument(
        "--toy", action="store_true", help="two minutes on two free cores; fails when nothing was learnt"
    )
    options = parser.parse_args()
    if options.toy:
        # by steps, which half the letters need to be read; by the clock a machine at other work would learn nothing
        options.steps, options.minutes, options.every, options.tests = 120, 20, 60, 60
    error = train(options)
    if options.toy and error > 0.75:
        raise SystemExit(
            f"after {options.steps} steps {100 * error:.0f} % of the letters are wrong: the recipe is broken"
        )


if __name__ == "__main__":
    main()
