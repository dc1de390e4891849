"""Makes the committed lines that tests hold the shipped model to: `python -m training.test_lines --out tests/unit/recogniser/lines`.

Half in families the model learnt, half in the held-out ones; half drawn alone, half found on pages; never from a seed that trains.
"""

import argparse
import json
from pathlib import Path
from random import Random

import cv2

from training.letters import LETTERS
from training.samples import Stock, sample
from training.typefaces import HELD_OUT, Typeface, typefaces

LEARNT = ("thsarabunnew", "laksaman", "norasi", "kinnari")
SEED, EACH, WEAR = 99, 12, 0.6


def main() -> None:
    """Write EACH lines a family, and truth.json beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("tests/unit/recogniser/lines"))
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    truth: dict[str, str] = {}
    for face in typefaces():
        if face.family in (*LEARNT, *HELD_OUT):
            truth |= _write(out, face)
    (out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write(out: Path, face: Typeface) -> dict[str, str]:
    rng, stock, held = Random(f"{SEED} {face.family}"), Stock([face], again=1), {}
    for n in range(EACH):
        ink, labels = sample(rng, [face], WEAR) if n % 2 else stock.from_page(rng, WEAR)
        name = f"{face.family}-{n:02}.png"
        cv2.imwrite(
            str(out / name), ((1 - ink.numpy()) * 255).round().astype("uint8"), [cv2.IMWRITE_PNG_COMPRESSION, 9]
        )
        held[name] = "".join(LETTERS[label - 1] for label in labels)
    return held


if __name__ == "__main__":
    main()
