"""What lines are made of: words as common as Thai has them, names, titles, syllables, letters that look alike, digits."""

from functools import cache
from itertools import accumulate
from random import Random

from training import vocabulary as v
from training.letters import LETTERS

TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_LETTERS = frozenset(LETTERS)
THAI_SHARE = 0.72  # of all numbers; the rest Arabic, so that neither set starves


@cache
def _words() -> list[str]:
    from pythainlp.corpus import thai_words

    return sorted(w for w in thai_words() if 1 < len(w) < 16 and all("ก" <= c <= "๙" for c in w) and "ๅ" not in w)


@cache
def _common() -> tuple[list[str], list[float]]:
    """Words as the Thai National Corpus counts them, the frequent ones held back, and the running sums of their weights."""
    from pythainlp.corpus.tnc import unigram_word_freqs

    # sorted: the library's order hangs on the hash seed, and the same seed must draw the same lines
    held = {
        w: n
        for w, n in sorted(unigram_word_freqs().items())
        if n > 3 and len(w) < 16 and all("ก" <= c <= "๎" for c in w)
    }
    return list(held), list(accumulate(n**0.6 for n in held.values()))


@cache
def _given_names() -> tuple[list[str], list[str]]:
    from pythainlp.corpus import thai_family_names, thai_female_names, thai_male_names

    def spelt(names: frozenset[str]) -> list[str]:
        return sorted(n for n in names if 1 < len(n) < 18 and all("ก" <= c <= "๎" for c in n))

    return spelt(thai_male_names() | thai_female_names()), spelt(thai_family_names())


@cache
def _titles() -> list[str]:
    """Titles of articles: words in company, loan words, Latin among Thai."""
    from pythainlp.corpus import get_corpus

    return sorted(t for t in get_corpus("wikipedia_titles_th.txt") if 4 < len(t) < 60 and all(c in _LETTERS for c in t))


def word(rng: Random) -> str:
    """Return an official word, one as common as Thai has it, or any of the dictionary."""
    roll = rng.random()
    if roll < 0.3:
        return rng.choice(v.OFFICIAL)
    if roll < 0.8:
        words, sums = _common()
        return rng.choices(words, cum_weights=sums)[0]
    return rng.choice(_words())


def title(rng: Random) -> str:
    """Return the title of an article."""
    return rng.choice(_titles()).replace("ํา", "ำ").replace("เเ", "แ")


def alike(rng: Random) -> str:
    """Return syllables of letters that look alike, so that only their shapes tell them apart."""
    pool = rng.choice(v.ALIKE) + rng.choice(v.ALIKE)
    held = []
    for _ in range(rng.randint(3, 9)):
        vowel, tone = rng.choice(["", "ิ", "ี", "ึ", "ื", "ั", "ุ", "ู", "า", "ะ"]), rng.choice(["", "", "่", "้"])
        start = rng.choice(["", "", "เ", "แ", "โ"]) if not vowel else ""
        late = vowel if vowel in ("า", "ะ") else ""
        held.append(
            start + rng.choice(pool) + (vowel if not late else "") + tone + late + rng.choice(["", rng.choice(pool)])
        )
    return "".join(held)


def digits(rng: Random, value: int | str) -> str:
    """Return a number in the digits of the line's hand."""
    return str(value).translate(TO_THAI) if rng.random() < THAI_SHARE else str(value)


def syllable(rng: Random) -> str:
    """Return a syllable that spelling allows, known or not, with its marks in writing order."""
    start = rng.choice(v.CLUSTERS) if rng.random() < 0.2 else rng.choice(v.CONSONANTS)
    tone = rng.choice(v.TONES[:2] * 4 + v.TONES) if rng.random() < 0.35 else ""
    kind, final = rng.randrange(8), rng.choice(v.FINALS)
    if kind <= 2:
        vowel = rng.choice(v.UPPER)
        return start + vowel + tone + (final if vowel != "ุ" or rng.random() < 0.5 else "")
    if kind == 3:
        return rng.choice(v.LEADS) + start + tone + (final if rng.random() < 0.5 else "")
    if kind == 4:
        return start + tone + rng.choice(["า", "ะ", "ำ", "า" + final, "อ" + final])
    if kind == 5:
        return "เ" + start + rng.choice(["ี", "ื"]) + tone + rng.choice("ยอ")
    if kind == 6:
        return rng.choice(["เ" + start + "็" + final, start + "็อ" + final, start + "ร" + "ร" + final])
    return start + final + rng.choice(v.CONSONANTS) + rng.choice(["์", "ิ์", "ุ์"])


def name(rng: Random) -> str:
    """Return a person made up from lists of common names or from syllables, with rank and post or without."""
    given, family = _given_names()
    first = rng.choice(given) if rng.random() < 0.7 else "".join(syllable(rng) for _ in range(rng.randint(1, 3)))
    last = rng.choice(family) if rng.random() < 0.7 else "".join(syllable(rng) for _ in range(rng.randint(2, 4)))
    text = f"{rng.choice(v.TITLES)}{rng.choice(['', ' '])}{first}{rng.choice([' ', '  '])}{last}"
    return rng.choice([text, f"({text})", f"เรียน {text}", f"{text} {rng.choice(v.SHORTENED)}"])
