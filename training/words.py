"""Makes the list of words by which the recogniser settles its own doubts: `python -m training.words`.

Words and their counts are those of the Thai National Corpus and PyThaiNLP's dictionary (both CC0-1.0), official vocabulary raised.
A line a word, sorted: the word and its cost, which is minus the natural logarithm of its share.
"""

import gzip
import math
from pathlib import Path

from training import vocabulary as v

TARGET = Path("workflow/parsers/recogniser/model/words.txt.gz")
OFFICIAL = 3000  # counts an official word has at least: letters are not novels
_FEWEST, _SURELY = 8, 400  # counts of a dictionary word; of one that no dictionary holds


def main() -> None:
    """Write the list and say how long it is."""
    counts = _counts()
    total = sum(counts.values())
    lines = [f"{word} {-math.log(count / total):.1f}" for word, count in sorted(counts.items())]
    TARGET.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))
    print(f"{len(lines)} words, {TARGET.stat().st_size} bytes")


def _counts() -> dict[str, int]:
    from pythainlp.corpus import thai_words
    from pythainlp.corpus.tnc import unigram_word_freqs

    known = {w.replace("ํา", "ำ") for w in thai_words()}
    counts = {w: n for w, n in unigram_word_freqs().items() if n >= (_FEWEST if w in known else _SURELY)}
    counts |= {w: 4 for w in known if w not in counts and len(w) > 3}
    for word in [*v.OFFICIAL, *v.MONTHS, *v.WEEKDAYS]:
        counts[word] = max(OFFICIAL, counts.get(word, 0))
    return {w: n for w, n in counts.items() if 1 < len(w) < 24 and all("ก" <= c <= "๎" and c not in "ฯๆ" for c in w)}


if __name__ == "__main__":
    main()
