"""Invents the words of one printed line: official Thai, names, dates, numbers both ways, letter numbers, stamps, English."""

from random import Random

from training import vocabulary as v
from training.pieces import THAI_SHARE, TO_THAI, alike, digits, name, syllable, title, word


def line(rng: Random) -> str:
    """Return one line, 1 to about 55 characters; the same generator state gives the same line."""
    kinds = (
        prose,
        numbers,
        number_salad,
        dated,
        letter_number,
        name,
        english,
        stamp,
        counted,
        syllables,
        lonely,
        title,
        alike,
    )
    weights = (25, 10, 9, 10, 8, 8, 8, 8, 10, 5, 5, 6, 5)
    text = rng.choices(kinds, weights)[0](rng)
    return _bounded(" ".join(text.split()), rng)


def _bounded(text: str, rng: Random, most: int = 55) -> str:
    if len(text) <= most:
        return text or "ๆ"
    start = rng.randrange(0, max(1, len(text) - most))
    while start < len(text) - 1 and text[start] in "ะัาำิีึืุูๅ็่้๊๋์ํ ":
        start += 1
    end = min(len(text), start + most)
    while end < len(text) and text[end] in "ะัาำิีึืุู็่้๊๋์":
        end += 1
    return text[start:end].strip() or "ๆ"


def prose(rng: Random) -> str:
    """Return running text: few spaces, now and then a number, a mark, an abbreviation or a bracket."""
    parts: list[str] = []
    for _ in range(rng.randint(2, 9)):
        parts.append(rng.choice(v.PHRASES) if rng.random() < 0.12 else word(rng))
        roll = rng.random()
        if roll < 0.07:
            parts.append(" " + digits(rng, rng.randint(0, 999)) + " ")
        elif roll < 0.11:
            parts.append(rng.choice(["ๆ ", "ฯ ", " / ", "/", " - ", ", ", ". ", ": ", " ฯลฯ ", ".", "“", "” "]))
        elif roll < 0.15:
            parts.append(" " + rng.choice(v.SHORTENED) + " ")
        elif roll < 0.18:
            parts.append(f" ({word(rng)}) ")
        elif roll < 0.35:
            parts.append(" ")
    if rng.random() < 0.12:
        parts.insert(
            0,
            f"{digits(rng, rng.randint(1, 13))}{rng.choice(['. ', ') ', '.' + digits(rng, rng.randint(1, 12)) + ' '])}",
        )
    return "".join(parts)


def numbers(rng: Random) -> str:
    """Return words around a count, an amount, a share or a score."""
    whole = rng.choice(
        [
            rng.randint(0, 9),
            rng.randint(10, 99),
            rng.randint(100, 999),
            rng.randint(1000, 99999),
            rng.randint(10**5, 10**7),
        ]
    )
    printed = rng.choice(
        [f"{whole}", f"{whole:,}", f"{whole % 100}.{rng.randint(0, 99):02}", f"{whole % 101}.{rng.randint(0, 9)}"]
    )
    before = rng.choice(["จำนวน", "ร้อยละ", "คะแนน", "รวม", "คิดเป็นร้อยละ", "ข้อ", "หน้า", "ทั้งหมด", "", word(rng)])
    after = rng.choice(["หน่วยงาน", "ตัว", "คะแนน", "บาท", "ข้อ", "ฉบับ", "%", "คน", "หน่วย", "", word(rng)])
    text = f"{before} {digits(rng, printed)} {after}"
    return f"({text.strip()})" if rng.random() < 0.2 else text


def number_salad(rng: Random) -> str:
    """Return a row of figures, as in a table, a telephone number or a list of clauses."""
    kind = rng.randrange(5)
    if kind == 0:
        return "  ".join(digits(rng, f"{rng.uniform(0, 100):.{rng.randint(0, 2)}f}") for _ in range(rng.randint(1, 6)))
    if kind == 1:
        tail = f"{rng.randint(0, 9999):04}"
        return f"โทร. {digits(rng, f'0 2{rng.randint(0, 999):03} {tail}')}" + rng.choice(
            ["", f" ต่อ {digits(rng, rng.randint(10, 9999))}"]
        )
    if kind == 2:
        return digits(rng, f"{rng.randint(1, 9)}.{rng.randint(1, 15)}") + " " + word(rng) + word(rng)
    if kind == 3:
        return digits(rng, "".join(rng.choice("0123456789") for _ in range(rng.randint(1, 13))))
    return digits(rng, f"0{rng.randint(6, 9)}-{rng.randint(0, 9999):04}-{rng.randint(0, 9999):04}")


def dated(rng: Random) -> str:
    """Return a date full or short, now and then with a weekday or a time."""
    day, month, year = rng.randint(1, 31), rng.randrange(12), rng.randint(2540, 2575)
    kind, to = rng.randrange(6), rng.random() < THAI_SHARE
    text = [
        f"{day} {v.MONTHS[month]} {year}", f"{day} {v.SHORT_MONTHS[month]} {year}", f"{day} {v.SHORT_MONTHS[month]}{year % 100}",
        f"{day}/{month + 1}/{year}", f"{day} {v.SHORT_MONTHS[month]} {year % 100}", f"     {v.MONTHS[month]} {year}",
    ][kind]  # fmt: skip
    text = rng.choice(["", "", "วันที่ ", "ลงวันที่ ", "ลง ", "เมื่อวันที่ ", f"วัน{rng.choice(v.WEEKDAYS)}ที่ "]) + text
    if rng.random() < 0.15:
        text += f" เวลา {rng.randint(0, 23):02}{rng.choice('.:')}{rng.randint(0, 59):02} น."
    return text.translate(TO_THAI) if to else text


def letter_number(rng: Random) -> str:
    """Return the number of a letter, in one of the forms offices print."""
    code, circular = rng.choice(v.LETTER_CODES), rng.choice(["", "", "ว ", "ว", "(ว) "])
    unit, run = f"{rng.randint(1, 9999):0{rng.randint(2, 4)}}", rng.randint(1, 99999)
    text = rng.choice([
        f"{code} {unit}/{circular}{run}", f"{code} {rng.randint(2550, 2570)}/{circular}{run}",
        f"{code} {unit}.{rng.randint(1, 99)}/{circular}{run}",
        f"{unit}.{rng.randint(1, 999)}/{run}", f"{code} {unit}({rng.choice(v.SHORTENED)})/{circular}{run}",
        f"{unit}/{run}/{rng.randint(2550, 2570)}",
    ])  # fmt: skip
    if rng.random() < THAI_SHARE:
        text = text.translate(TO_THAI)
    text = rng.choice(["ที่ ", "ที่ ", "ตามหนังสือ ", "หนังสือ ", "", "อ้างถึง หนังสือ "]) + text
    return text + " " + dated(rng) if rng.random() < 0.3 else text


def syllables(rng: Random) -> str:
    """Return nonsense, so that the net reads letters and not its dictionary."""
    return "".join(syllable(rng) + (" " if rng.random() < 0.1 else "") for _ in range(rng.randint(2, 10)))


def english(rng: Random) -> str:
    """Return English words in Thai, an address on the net, a code."""
    words = " ".join(rng.choice(v.ENGLISH) for _ in range(rng.randint(1, 5)))
    kind = rng.randrange(6)
    if kind == 0:
        return f"{word(rng)} ({words}) {word(rng)}"
    if kind == 1:
        host = rng.choice(v.ENGLISH).lower() + rng.choice([".go.th", ".or.th", ".example", ".com", ".in.th"])
        return rng.choice(
            [
                f"www.{host}",
                f"https://{host}/{rng.choice(v.ENGLISH).lower()}",
                f"{rng.choice(v.ENGLISH).lower()}{rng.randint(1, 99)}@{host}",
            ]
        )
    if kind == 2:
        letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./@:#&+*=!?'\"%$;<>[]"
        return "".join(rng.choice(letters) for _ in range(rng.randint(3, 16)))
    if kind == 3:
        return f"{rng.randint(1, 9)}.{rng.randint(1, 9)} {words}"
    return rng.choice([words, f"({words})", words.upper(), words.lower()])


def stamp(rng: Random) -> str:
    """Return what a receipt stamp holds."""
    number, hour = rng.randint(1, 99999), f"{rng.randint(0, 23):02}{rng.choice('.:')}{rng.randint(0, 59):02}"
    dots = "." * rng.randint(3, 20)
    return rng.choice([
        f"เลขรับ {digits(rng, number)}", f"เลขที่รับ {digits(rng, number)}", f"เลขรับ{dots}{digits(rng, number)}{dots}", f"วันที่ {dated(rng)}",
        f"เวลา {digits(rng, hour)} น.", f"เวลา{dots}{digits(rng, hour)}{dots}น.",
        f"รับที่ {digits(rng, number)}", "ด่วนที่สุด", "ด่วนมาก", "ด่วน", digits(rng, number), f"{digits(rng, hour)} น.", dated(rng),
        rng.choice(v.REMARKS), rng.choice(v.REMARKS) + " " + rng.choice(v.REMARKS), f"สำนักงาน{word(rng)}{word(rng)}", "สำเนาถูกต้อง",
        f"ฝ่าย{word(rng)}{word(rng)}", f"รับวันที่ {dated(rng)}", f"วันที่{dots}{digits(rng, rng.randint(1, 31))}{dots}",
    ])  # fmt: skip


def counted(rng: Random) -> str:
    """Return a list row, a page number, a catchword with dots, an enclosure, a score in a row."""
    n, m = rng.randint(1, 13), rng.randint(1, 13)
    return rng.choice([
        f"- {digits(rng, n)} -", f"/{digits(rng, n)}. {word(rng)} ...", f"/{word(rng)}{word(rng)}...",
        f"{digits(rng, n)}. {word(rng)}{word(rng)} {digits(rng, m)} ตัว",
        f"ตัวชี้วัดย่อยที่ {digits(rng, f'{n}.{m}')} {word(rng)}", f"- {word(rng)}{word(rng)}{word(rng)}",
        f"{digits(rng, n)}) {word(rng)}{word(rng)}",
        f"{digits(rng, f'{n}.{m}')} {word(rng)} {digits(rng, f'{rng.uniform(0, 100):.2f}')}", f"/{digits(rng, f'{n}.{m}')} ...",
        f"ข้อ {digits(rng, n)} {word(rng)}", f"สิ่งที่ส่งมาด้วย {digits(rng, n)}. {word(rng)} จำนวน {digits(rng, m)} ฉบับ",
    ])  # fmt: skip


def lonely(rng: Random) -> str:
    """Return one mark or figure that stands alone, as in the cells of a table."""
    return rng.choice(
        [
            digits(rng, rng.randint(0, 100)),
            digits(rng, f"{rng.randint(1, 9)}.{rng.randint(1, 9)}"),
            "-",
            "ๆ",
            word(rng),
            "ที่",
            "๑.",
            "น.",
        ]
    )
