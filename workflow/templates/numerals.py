"""Which digits of an official paper are Thai: all, but those inside Latin tokens and after the name of a standard."""

import re

from workflow.core.thai_digits import to_arabic, to_thai

_LATIN = re.compile(
    r"""
    (?:https?://|www\.)\S+                                    # a web address
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                            # an e-mail address
    | \b(?:ISO|IEC|IEEE|RFC|NIST|TLS|HTTP|Version|Windows|Web|Thailand)[ /-]?[0-9๐-๙][0-9๐-๙.:-]*(?<![.:-])   # ISO 27001
    | (?<![A-Za-z0-9])(?=[A-Za-z0-9._-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._-]*  # 5G, IPv6, COVID-19, dga.or.th
    """,
    re.VERBOSE,
)


def in_thai_digits(text: str) -> str:
    """Return `text` with Thai digits, but for web and e-mail addresses, names like `5G`, and numbers like `ISO 27001`."""
    done, at = [], 0
    for token in _LATIN.finditer(text):
        done += [to_thai(text[at : token.start()]), to_arabic(token.group())]
        at = token.end()
    return "".join([*done, to_thai(text[at:])])
