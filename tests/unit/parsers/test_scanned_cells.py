"""Ruling lines that a recogniser saw part its words into the cells of tables; a page without them is as it was."""

from workflow.parsers.scan import Picture, Word, page_of
from workflow.parsers.scanned_cells import grids_of

HEAD, ADVICE = ("รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), ("1.2", "แผนสมมุติ", "ควรทบทวนแผน")
EDGES, LEVELS = (100.0, 200.0, 500.0, 1000.0), (300.0, 350.0, 400.0, 480.0)  # pixels
PICTURE = Picture(b"", (1654, 2339), 200)


def _words() -> list[Word]:
    """Return the words of a head and of a record whose advice is on two lines."""
    held = [
        Word(text, (left + 10, 310, left + 10 + 9 * len(text), 335), 0, 0.99)
        for text, left in zip(HEAD, EDGES, strict=False)
    ]
    held += [
        Word(text, (left + 10, 360, left + 10 + 9 * len(text), 385), 1, 0.99)
        for text, left in zip(ADVICE, EDGES, strict=False)
    ]
    return [*held, Word("ทุกปี", (510, 410, 560, 435), 2, 0.99)]


def _rules(*, down: tuple[float, ...] = EDGES) -> list[Word]:
    across = [(EDGES[0], y - 1, EDGES[-1], y + 1) for y in (300.0, 350.0, 480.0)]
    upright = [(x - 1, LEVELS[0], x + 1, LEVELS[-1]) for x in down]
    return [Word("", box, 0, 0.0, ruled=True) for box in (*across, *upright)]


def test_words_stand_in_the_cells_that_ruling_lines_make() -> None:
    page = page_of([*_words(), *_rules()], PICTURE, 1)
    (table,) = page.tables
    assert table.rows == (HEAD, ("1.2", "แผนสมมุติ", "ควรทบทวนแผนทุกปี"))
    assert [line.text for line in page.lines] == [*HEAD, *ADVICE, "ทุกปี"]


def test_cells_part_words_that_stand_close() -> None:
    close = [Word("แผนสมมุติ", (300, 360, 495, 385), 0, 0.99), Word("ควรทบทวน", (505, 360, 600, 385), 0, 0.99)]
    assert [line.text for line in page_of(close, PICTURE, 1).lines] == ["แผนสมมุติ ควรทบทวน"]
    assert [line.text for line in page_of([*close, *_rules()], PICTURE, 1).lines] == ["แผนสมมุติ", "ควรทบทวน"]


def test_lines_that_make_no_cells_change_nothing() -> None:
    plain = page_of(_words(), PICTURE, 1)
    assert page_of([*_words(), *_rules(down=())], PICTURE, 1) == plain
    assert not plain.tables
    assert grids_of([], 0.36) == []


def test_a_row_alone_at_the_top_is_the_last_of_a_table_that_goes_over_the_page() -> None:
    words = [w for w in _words() if w.text in ADVICE]
    across = [(EDGES[0], y - 1, EDGES[-1], y + 1) for y in (300.0, 480.0)]
    rules = [w for w in _rules() if w.box[3] - w.box[1] > 10] + [Word("", box, 0, 0.0, ruled=True) for box in across]
    (table,) = page_of([*words, *rules], PICTURE, 1).tables
    assert table.rows == (ADVICE,)


def test_the_words_of_a_page_of_columns_are_told_in_pieces() -> None:
    def row(n: int, *lefts: float) -> list[Word]:
        return [Word("คำ", (left, 100 + 40 * n, left + 60, 125 + 40 * n), n, 0.9, 0, (0.9, 0.8)) for left in lefts]

    close = row(0, 100, 190)
    assert page_of(close, PICTURE, 1).lines[0].pieces == ()
    columns = [word for n in range(1, 4) for word in row(n, 100, 400)]
    first = page_of([*close, *columns], PICTURE, 1).lines[0]
    assert [(piece.text, piece.sure) for piece in first.pieces] == [("คำ", (0.9, 0.8))] * 2
    assert first.text == "คำ คำ" and first.sure == (0.9, 0.8, 1.0, 0.9, 0.8)
