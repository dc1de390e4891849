"""Papers bound together: shuffled, with a page lost or copied twice."""

from datetime import date
from random import Random

from benchmarks.papers import endorsement, letter, memo, short_papers, table
from benchmarks.papers.desk import Desk
from benchmarks.papers.gold import Paper, moved
from benchmarks.papers.sheet import Sheet


def bundle(desk: Desk) -> Paper:
    """Return a memo with what belongs to it, papers and pages moved, sometimes a page lost or doubled."""
    lot = desk.lot
    told = letter.result_letter(desk)
    number, day = told.instruments[0]["number"], date.fromisoformat(told.instruments[0]["date"])
    main = memo.memo(desk, cited=(number, day), whole_items=True)
    papers = [told, main]
    if lot.random() < 0.6:
        papers.append(endorsement.endorsements(desk, host=main.instruments[0]))
    others = (table.score_table, short_papers.order, short_papers.stamped_letter, short_papers.invitation)
    papers += [make(desk) for make in lot.sample(others, lot.choice((0, 1, 1, 2)))]
    lot.shuffle(papers)
    return _bound(papers, main, lot)


def _bound(papers: list[Paper], main: Paper, lot: Random) -> Paper:
    """Bind the papers in the order given, after the mishaps."""
    findings: set[str] = set().union(*(p.findings for p in papers))
    pages: list[tuple[Paper, int]] = [(p, n) for p in papers for n in range(1, len(p.sheets) + 1)]
    mishap = lot.choice(("none", "moved", "moved", "lost", "doubled"))
    if mishap == "lost" and main.spare:
        gone = lot.choice(main.spare)
        pages.remove((main, gone))
        main.instruments[0]["missing_pages"] = [gone]
        findings.add("missing-page")
        _without(main, gone)
    if mishap == "doubled":
        n = lot.randrange(len(pages))
        pages.insert(n + 1 if lot.random() < 0.6 else len(pages), pages[n])
        findings.add("duplicate-page")
    if mishap == "moved" and len(main.sheets) >= 2:
        own = [n for n, (p, _) in enumerate(pages) if p is main]
        order = [pages[n] for n in own]
        while [n for _, n in order] == sorted(n for _, n in order):
            lot.shuffle(order)
        for at, page in zip(own, order, strict=True):
            pages[at] = page
        findings.add("pages-out-of-order")
    made = []
    for paper in papers:
        where = {n: pages.index((paper, n)) + 1 for n in range(1, len(paper.sheets) + 1) if (paper, n) in pages}
        made += [moved(one, where) for one in paper.instruments]
    sheets: list[Sheet] = [p.sheets[n - 1] for p, n in pages]
    return Paper("bundle", sheets, made, findings)


def _without(main: Paper, gone: int) -> None:
    """Take out of the memo's facts what stood on the lost page, and the headings of groups that began there."""
    one = main.instruments[0]
    items = one["recommendations"]
    kept = [r for r in items if r["page"] != gone]
    seen = {r["group"] for r in items if r["page"] < gone}
    one["recommendations"] = [
        {**r, "group": None} if r["page"] > gone and r["group"] not in seen and _begun(items, r["group"], gone) else r
        for r in kept
    ]


def _begun(items: list[dict[str, object]], group: object, gone: int) -> bool:
    return any(r["group"] == group and r["page"] == gone for r in items)
