"""`python -m benchmarks.papers --out DIR --seed N`: writes X.pdf and X.gold.json for every kind at every quality."""

import argparse
from pathlib import Path

from benchmarks.papers.make import MAKERS, QUALITIES, made, write


def main() -> None:
    """Write the papers asked for."""
    cli = argparse.ArgumentParser(prog="python -m benchmarks.papers", description=__doc__)
    cli.add_argument("--out", type=Path, required=True)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--each", type=int, default=1, help="papers of each kind at each quality")
    cli.add_argument("--kinds", nargs="+", choices=[*MAKERS], default=[*MAKERS])
    cli.add_argument("--qualities", nargs="+", choices=QUALITIES, default=QUALITIES)
    cli.add_argument("--text", type=Path, help="write each paper born digital too, into this folder")
    given = cli.parse_args()
    for quality in given.qualities:
        for kind in given.kinds:
            for seed in range(given.seed, given.seed + given.each):
                one = made(kind, quality, seed)
                write(one, given.out, text=given.text)
                print(one.name, flush=True)


if __name__ == "__main__":
    main()
