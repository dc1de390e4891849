"""The switch between Thai and English: what it keeps, who may press it, and what a page says in either."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

from sqlmodel import select

from scripts.words import messages
from tests import build
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site, client
from tests.integration.web.signed_in import TestClient
from tests.integration.web.test_promises import FOREIGN, addresses
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.catalogue import Catalogue
from workflow.entrypoints.web.reader import COOKIE
from workflow.entrypoints.web.sentences import Sentences
from workflow.entrypoints.web.thai_parts import marked
from workflow.entrypoints.web.tongue import ENGLISH, THAI
from workflow.services.show_link import make_links
from workflow.store.tables import EventRow

THAI_LETTER = re.compile("[ก-๎]")
ASKS_ENGLISH = {"Accept-Language": "en-US,en;q=0.9"}


class Words(HTMLParser):
    """The words of a page, each with whether it is marked as Thai; what is typed into fields is no word of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.text: list[tuple[str, bool]] = []
        self.lang = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.lang = self.lang or (told.get("lang") or "" if tag == "html" else "")
        thai = told.get("lang") == "th" or any(each for _, each in self.open)
        self.text += [(told.get(name) or "", True) for name in ("aria-label", "placeholder", "alt") if told.get(name)]
        if tag not in {"meta", "link", "input", "img", "br", "rect", "circle"}:
            self.open.append((tag, thai))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, thai = self.open[-1] if self.open else ("", False)
        if data.strip() and tag not in {"textarea", "style", "script"}:
            self.text.append((data, thai or tag in {"title", "text"}))


def english(site: Site, role: Role = Role.DRAFTER, unit: str = "สทส.", post: str = "") -> TestClient:
    page = site.as_(role, unit, post=post, person="English Reader")
    page.cookies.set(COOKIE, "en", domain="127.0.0.1")
    return page


def test_a_page_is_thai_until_somebody_chooses_whatever_the_browser_accepts(site: Site) -> None:
    for page in (site.page.get("/matters", headers=ASKS_ENGLISH), client(site.app).get("/login", headers=ASKS_ENGLISH)):
        assert '<html lang="th">' in page.text


def test_the_switch_leads_back_to_the_same_page_in_the_other_tongue(site: Site) -> None:
    told = {"to": "en", "back": f"/matters/{site.matter}?show=overdue"}
    page = site.page.post("/language", data=told, headers=PRESSED_HERE)
    assert str(page.url).endswith(told["back"])
    assert ('<html lang="en">' in page.text, "only those overdue" in page.text) == (True, True)
    assert f'name="back" value="{told["back"]}"' in page.text
    back = site.page.post("/language", data={**told, "to": "th"}, headers=PRESSED_HERE)
    assert ('<html lang="th">' in back.text, "เฉพาะที่เกินกำหนด" in back.text) == (True, True)


def test_the_choice_is_kept_a_year_out_of_the_reach_of_scripts_and_other_sites(site: Site) -> None:
    answer = site.page.post("/language", data={"to": "en"}, headers=PRESSED_HERE, follow_redirects=False)
    assert answer.headers["set-cookie"] == f"{COOKIE}=en; HttpOnly; Max-Age=31536000; Path=/; SameSite=lax"


ELSEWHERE = ("https://elsewhere.example/", "//elsewhere.example", "/nowhere", "/logout", "")


def test_the_switch_leads_to_no_other_site_and_to_no_page_that_only_a_button_makes(site: Site) -> None:
    for back in ELSEWHERE:
        told = {"to": "en", "back": back}
        answer = site.page.post("/language", data=told, headers=PRESSED_HERE, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/"), back


def test_no_other_site_presses_the_switch(site: Site) -> None:
    for headers in FOREIGN:
        answer = site.page.post("/language", data={"to": "en"}, headers=headers, follow_redirects=False)
        assert (answer.status_code, answer.headers.get("set-cookie")) == (403, None), headers


def test_a_tongue_that_nobody_speaks_here_is_refused(site: Site) -> None:
    assert site.page.post("/language", data={"to": "fr"}, headers=PRESSED_HERE).status_code == 400


def test_a_one_time_link_is_read_and_answered_in_the_tongue_chosen(site: Site) -> None:
    address = f"/a/{make_links(site.desk, [site.to['ผบก.ก.']], When(build.at(TODAY, 1)))[0].token}"
    visitor = client(site.app)
    assert "รับทราบหนังสือ" in visitor.get(address).text
    shown = visitor.post("/language", data={"to": "en", "back": address}, headers=PRESSED_HERE)
    assert (str(shown.url).endswith(address), "Acknowledge a letter" in shown.text) == (True, True)
    said = visitor.post(address, headers=PRESSED_HERE).text
    assert ("The acknowledgement is recorded" in said, '<html lang="en">' in said) == (True, True)


def interface() -> set[str]:
    """The Thai words of the interface that are words enough to be known in a text: whole messages of six letters and more."""
    return {text for _, text in messages() if "%" not in text and len(THAI_LETTER.findall(text)) >= 6}


def test_every_address_answers_in_english_and_says_no_word_of_the_interface_in_thai(site: Site) -> None:
    words, listed, told = interface(), addresses(site), {}
    readers = [english(site), english(site, Role.OFFICER, post="ผบช.สทส."), english(site, Role.REGISTRY, "สงป.")]
    for page in readers:
        for path in listed.values():
            answer = page.get(path)
            if "<title>" in answer.text:
                told[path] = left(answer.text, words)
    assert len(told) > 30
    wrong = {path: found for path, found in told.items() if found != ("en", [], [])}
    assert list(wrong.items()) == [], "\n".join(map(str, wrong.items()))


def left(page: str, words: set[str]) -> tuple[str, list[str], list[str]]:
    """The language of a page, its Thai that is not marked as Thai, and its texts that are words of the interface."""
    read = Words(page)
    loose = [text for text, thai in read.text if not thai and THAI_LETTER.search(text)]
    return read.lang, loose, [text for text, _ in read.text if unescape(text).strip(" :·") in words]


def test_the_check_above_sees_a_word_that_was_left_in_thai() -> None:
    page = '<html lang="en"><p>Letter</p><p>รับทราบหนังสือ</p><p><span lang="th">สงป.</span></p>'
    assert left(page, {"รับทราบหนังสือ"}) == ("en", ["รับทราบหนังสือ"], ["รับทราบหนังสือ"])


def test_thai_in_an_english_page_is_marked_and_what_stands_in_tags_stays_whole() -> None:
    page = '<title>สทส.</title><p title="สทส.">From สงป. ที่ ๑/๒ (x)</p><option value="ก">กอง ก.</option><textarea>ก ข</textarea>'
    assert marked(page) == (
        '<title>สทส.</title><p title="สทส.">From <span lang="th">สงป. ที่ ๑/๒</span> (x)</p>'
        '<option lang="th" value="ก">กอง ก.</option><textarea>ก ข</textarea>'
    )


def test_a_number_in_thai_digits_alone_is_shown_in_arabic_ones_but_on_papers() -> None:
    page = '<p>no. ๐๐๓๓.๑๒/๔๗๓๖</p><section class="sheet" lang="th"><p>๔๗๓๖</p></section>'
    assert marked(page) == '<p>no. 0033.12/4736</p><section class="sheet" lang="th"><p>๔๗๓๖</p></section>'


def test_an_error_of_the_core_is_said_in_english_with_its_names_and_numbers() -> None:
    told = ENGLISH.sentence("ไม่พบหน่วย สงป. ในสายของ กอง ก.")
    assert told == "There is no unit สงป. in the branch of กอง ก."
    assert ENGLISH.sentence("ไม่มีหน้าที่ ๑๒") == "There is no page 12"
    assert ENGLISH.sentence("ใครก็ไม่รู้จักประโยคนี้") == "ใครก็ไม่รู้จักประโยคนี้"


RECORDED = {
    "สั่งการ “ลงรับ เลขรับ ๕” โดย นาง ก ผบ.ตร.": "Ordered “ลงรับ เลขรับ ๕” by นาง ก ผบ.ตร.",
    "ส่งซ้ำถึง ผบก.ก.: ลงรับ เลขรับ ๕": "Sent again to ผบก.ก.: ลงรับ เลขรับ ๕",
    "ร่างบันทึกรายงานผลการสำรวจ": "Drafted: Report of the survey result",
    "เสนอ ผบ.ตร. ผ่าน ผู้ช่วย ผบ.ตร. ที่ ๐๐๓๓/๑": "Submitted to ผบ.ตร. through ผู้ช่วย ผบ.ตร., number ๐๐๓๓/๑",
    "บันทึกย้อนหลังจากกระดาษ: ลงรับเมื่อ ๙ ธ.ค.๖๒ บันทึกโดย นาง ก (ไม่มีหลักฐาน: สูญหาย)": (
        "Entered later from paper: received on 9\xa0Dec\xa02562\xa0BE\xa0(2019), entered by นาง ก (no evidence: สูญหาย)"
    ),
    "ดำรงตำแหน่งระดับ ผบช.; ระบุตำแหน่งโดยตรง": "holds a post of grade ผบช.; the post is named directly",
    "ปรท.": "delegated",
    "ใครก็ไม่รู้จักประโยคนี้": "ใครก็ไม่รู้จักประโยคนี้",
}


def test_what_the_record_says_is_said_in_english_and_what_people_wrote_into_it_stays() -> None:
    assert {text: ENGLISH.recorded(text) for text in RECORDED} == RECORDED
    assert THAI.recorded("ลงรับ เลขรับ 5") == "ลงรับ เลขรับ ๕"


def test_every_line_that_a_clerk_s_day_leaves_on_the_trail_has_an_english_form(site: Site) -> None:
    to, owner = site.recipient("ผบก.ข."), site.as_(Role.DRAFTER, "สทส.")
    unit, above = site.as_(Role.REGISTRY, "กอง ข."), site.recipient("ผบช.สงป.")
    paper = {"act": "receipt", "done_on": "9/12/2562", "number": "7", "why_none": "สูญหาย"}
    for page, address, form in (
        (unit, f"{to}/paper", paper), (owner, f"{to}/doubt", {"unit": "กอง ข.", "why": "เลขซ้ำ"}), (unit, f"{to}/mend", {"number": "8"}),
        (owner, f"/matters/{site.matter}/remind", {"unit": "สงป."}), (unit, f"{to}/back", {"why": "ผิดเรื่อง"}),
        (owner, f"{to}/resend", {"why": "ส่งอีก"}), (owner, f"{above}/recall", {"why": "ยกเลิก"}),
    ):  # fmt: skip
        assert page.post(address, data=form, headers=PRESSED_HERE, follow_redirects=False).status_code == 303, address
    with site.desk.store.read() as session:
        kept = {
            (row.kind, row.text) for row in session.exec(select(EventRow)) if row.kind != "ordered"
        }  # the builder's own words
    assert {kind for kind, _ in kept} >= {
        "paper-entry",
        "receipt-doubted",
        "receipt-mended",
        "reminded",
        "rejected",
        "resent",
        "recalled",
    }
    assert [text for _, text in kept if ENGLISH.recorded(text) == text] == []


def test_of_two_sentences_that_fit_the_one_that_says_more_is_meant() -> None:
    words: Catalogue = {
        "said\4%(a)s ไม่พบ": ("%(a)s missing",),
        "said\4แฟ้ม %(a)s ไม่พบ": ("file %(a)s missing",),
        "said\4%(a)s": ("x",),
    }
    assert Sentences(words, str).translated("แฟ้ม ก ไม่พบ") == "file ก missing"


def test_a_day_is_of_the_buddhist_era_in_both_tongues_and_no_year_can_be_taken_for_another() -> None:
    on = date(2019, 11, 22)
    assert (THAI.full_day(on), ENGLISH.full_day(on)) == ("๒๒ พฤศจิกายน ๒๕๖๒", "22 Nov 2562 BE (2019)")
    assert (THAI.year(2562), ENGLISH.year(2562)) == ("พ.ศ. ๒๕๖๒", "2562 BE")
    assert ENGLISH.when(When.day(on, "15:30")) == "22 Nov 2562 BE (2019) 15:30".replace(" ", "\u00a0", 4)


def test_numbers_are_thai_in_thai_and_arabic_in_english() -> None:
    assert [tongue.number(1520) for tongue in (THAI, ENGLISH)] == ["๑,๕๒๐", "1,520"]
    assert [tongue.number(None) for tongue in (THAI, ENGLISH)] == ["–", "–"]


def test_one_is_said_otherwise_than_many_in_english() -> None:
    assert [ENGLISH.say_of("ส่ง %(n)s ฉบับ", n) for n in (1, 2, 0)] == [
        "Send %(n)s copy",
        "Send %(n)s copies",
        "Send %(n)s copies",
    ]
