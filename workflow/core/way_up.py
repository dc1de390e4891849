"""The officers a memo goes through, as an office or a clerk names them: one post, or several of whom one, some or all must let it pass."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from workflow.core.errors import UsageError
from workflow.core.thai_digits import to_arabic, to_thai

_RULE = re.compile(
    r"^(?:(?P<any>คนใดคนหนึ่ง|any)|(?P<all>ทุกคน|all)|(?P<n>\d+)\s*(?:ใน|of)\s*(?P<m>\d+))\s*:\s*(?P<posts>.*)$"
)


@dataclass(frozen=True)
class Stop:
    """One place on the way up: its posts, and how many of them must let the memo pass."""

    posts: tuple[str, ...]
    needed: int

    def words(self, title: Callable[[str], str]) -> str:
        """Return how the memo names it behind ผ่าน: `ก`, `ก และ ข`, `ก หรือ ข`, `ก ข และ ค (๒ ใน ๓)`."""
        names = [title(post) for post in self.posts]
        if self.needed == 1:
            return joined(names, "หรือ")
        rule = "" if self.needed == len(names) else f" ({to_thai(self.needed)} ใน {to_thai(len(names))})"
        return joined(names, "และ") + rule


def joined(names: list[str], word: str) -> str:
    """Return `ก`, `ก และ ข`, `ก ข และ ค`."""
    return f"{' '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)


def stop_of(text: str) -> Stop:
    """Return the place a text names: `ก`, `ก, ข` (all), `คนใดคนหนึ่ง: ก, ข`, `ทุกคน: ก, ข`, `2 ใน 3: ก, ข, ค`; UsageError otherwise."""
    found = _RULE.match(text.strip()) or _RULE.match(to_arabic(text.strip()))
    posts = tuple(post.strip() for post in (found["posts"] if found else text).split(",") if post.strip())
    if not posts or len(set(posts)) != len(posts):
        raise _wrong(text, "ไม่มีตำแหน่ง หรือมีตำแหน่งซ้ำ")
    if found and found["n"]:
        return _some_of(text, posts, (int(to_arabic(found["n"])), int(to_arabic(found["m"]))))
    return Stop(posts, 1 if found and found["any"] else len(posts))


def _some_of(text: str, posts: tuple[str, ...], rule: tuple[int, int]) -> Stop:
    needed, of = rule
    if of != len(posts) or not 1 <= needed <= of:
        raise _wrong(text, f"ระบุ {to_thai(needed)} ใน {to_thai(of)} แต่มี {to_thai(len(posts))} ตำแหน่ง")
    return Stop(posts, needed)


def _wrong(text: str, why: str) -> UsageError:
    return UsageError(
        f"ผู้ผ่านเรื่อง “{text}” ใช้ไม่ได้: {why}",
        next_step="เขียนรหัสตำแหน่ง หรือ “คนใดคนหนึ่ง: ก, ข” “ทุกคน: ก, ข” “2 ใน 3: ก, ข, ค”",
    )
