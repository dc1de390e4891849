"""Measures how exactly shuffled bundles are put together: `python -m benchmarks.bundles [BUNDLES] [--show CATEGORY QUALITY]`.

Made papers (three to six a bundle), pages moved, lost and doubled, at three qualities of reading. Prints, by category, the share of
bundles with every paper whole and in order, with exactly the provably missing pages named, and with every kind right.
"""

import argparse

from tests.unit.parsers.made_bundles import CATEGORIES, DAMAGES, bundle, measure
from workflow.parsers.bundle import papers_of


def main() -> None:
    """Print the table, or each bundle of one category that came out wrong."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("bundles", type=int, nargs="?", default=40)
    cli.add_argument("--show", nargs=2, metavar=("CATEGORY", "QUALITY"))
    args = cli.parse_args()
    for damage in DAMAGES:
        if args.show:
            if damage.name == args.show[1]:
                show(args.show[0], damage, args.bundles)
            continue
        for category in CATEGORIES:
            s = measure(category, damage, range(args.bundles))
            shares = [f"{100 * part / s.bundles:5.1f}" for part in (s.order, s.missing, s.kinds)]
            print(f"{damage.name:13} {category:36} order {shares[0]}  missing {shares[1]}  kinds {shares[2]}")


def show(category: str, damage: object, bundles: int) -> None:
    """Print what was wanted and found of each bundle that is not exact."""
    for seed in range(bundles):
        want = bundle(category, damage, seed)  # type: ignore[arg-type]
        found = papers_of(want.pages)
        if (
            frozenset((p.pages, p.kind) for p in found) != want.kinds
            or frozenset((p.pages, p.missing) for p in found) != want.missing
        ):
            print(f"seed {seed}\n  want {sorted(want.kinds)} missing {[m for m in want.missing if m[1]]}")
            print(
                f"  got  {sorted((p.pages, p.kind) for p in found)} missing {[(p.pages, p.missing) for p in found if p.missing]}"
            )


if __name__ == "__main__":
    main()
