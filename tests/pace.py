"""How slow the processor is just now: neighbours take a shared one down to half, and its time is then no measure of a program's work."""

import json
import time

_QUIET = 0.105  # seconds of the processor that the work below takes on an idle core of the machine on which the bars were set
_ROUNDS = 3


def pace() -> float:
    """Return by how much a bar of processor time is to be stretched: 1 on an idle machine, 2 on one half as fast."""
    return max(1.0, min(_spent() for _ in range(_ROUNDS)) / _QUIET)


def _spent() -> float:
    """Return the processor time of work as the program's own: texts taken apart, put together and kept by their names."""
    begun, kept = time.process_time(), dict[str, str]()
    for n in range(4_000):
        told = json.loads(
            json.dumps({"number": f"ตช {n}/{n * 7}", "pages": list(range(n % 20)), "subject": "ก" * (n % 50)})
        )
        kept[told["number"]] = " ".join(sorted(f"{told['subject']} {page}" for page in told["pages"]))
    return time.process_time() - begun
