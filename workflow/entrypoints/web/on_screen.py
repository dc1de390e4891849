"""What an error advises, for somebody before a screen: the core and the services name commands of `saraban`, a clerk has none.

Each rule turns the words for a command, or for a word of its line, into the place of the page that does the same. Where no page does it,
the administrator is named. `make words` puts the catalogue's sentences through the same rules, so that English says places, too.
"""

import re

_N = r"(?:%\(\w+\)s|[0-9๐-๙]+)"  # a number, or its place in a message of the catalogue
RULES = tuple(
    (re.compile(command), place)
    for command, place in (
        (rf" \(saraban (?:status|journey|return|sending show)(?: {_N})?\)", ""),
        (rf" หรือดูเลข dispatch ด้วย saraban status {_N} --json", ""),
        (rf"ดูเลข dispatch ของหน่วยด้วย saraban status {_N} --json", "เลือกผู้รับจากรายการในหน้าเรื่อง"),
        (r"ดู(?:เลข memo|ลำดับบันทึก \(memo\)) ด้วย saraban status(?: เลขเรื่อง)? --json", "ดูบันทึกที่หน้าเรื่อง"),
        (r"สั่ง saraban submit", "กดเสนอ"),
        (r"ด้วย --seen (?:%\(\w+\)s|\w+)", ""),
        (rf"ด้วย saraban status(?: {_N})?", "ที่หน้าเรื่อง"),
        (rf"ด้วย saraban (?:journey|submit|return|draft)(?: {_N})?(?: --kind (?:%\(\w+\)s|[a-z-]+))?", "ที่หน้าเรื่อง"),
        (r"ด้วย saraban matters", "ที่หน้ารายการเรื่อง"),
        (r"ด้วย saraban register void .*? แล้ว", "ที่หน้าทะเบียน แล้ว"),
        (r"ด้วย saraban register show.*", "ที่หน้าทะเบียน"),
        (r"พิมพ์ saraban register confirm .*", "แจ้งผู้ดูแลระบบให้ยืนยันเลขนั้น"),
        (rf"ด้วย saraban sendings?(?: show {_N})?", "ที่หน้าการส่ง"),
        (r"ด้วย saraban rounds (?:board|keep)", "ที่หน้ารอบสำรวจ"),
        (rf"ด้วย saraban dispatch(?: {_N})?(?: --to …)?", "ที่หน้าเวียนหนังสือ"),
        (rf"ด้วย saraban (?:resend|recall|receipt|doubt-receipt)(?: {_N})?(?: --(?:dispatch|unit|why|to)(?: (?:{_N}|…))?)?", "ที่หน้าผู้รับ"),
        (r"ด้วย saraban memo upload (?:%\(\w+\)s|[0-9]+)", "ที่หน้าร่าง"),
        (r"ด้วย saraban read แฟ้ม --explain", "ที่หน้าตรวจ"),
        (r"ด้วย saraban account (?:list|desks ชื่อบัญชี)", "ที่หน้าบัญชีผู้ใช้"),
        (r"พิมพ์ saraban account reset ชื่อบัญชี", "แจ้งผู้ดูแลระบบ"),
        (r"สร้างแฟ้มใหม่ด้วย saraban run หรือ", ""),
        (r"ทำสำเนาใหม่ทั้งชุดด้วย saraban memo copies .* --again", "แจ้งผู้ดูแลระบบให้ทำสำเนาใหม่ทั้งชุด"),
        (r"นำเข้ารายชื่อก่อนด้วย saraban roster import .*", "แจ้งผู้ดูแลระบบให้นำเข้ารายชื่อก่อน"),
        (r"ด้วย saraban (?:vault list|attendees|feed make)", "จากผู้ดูแลระบบ"),
        (r" \(--(?:scan|why-none|dispatch)\)", ""),
        (r"แล้วระบุ --at ใหม่", "แล้วทำอีกครั้ง"),
        (r"ระบุ --why เช่น --why \"([^\"]+)\"", r"พิมพ์เหตุผล เช่น “\1”"),
        (r"หลัง --value เช่น --value \"([^\"]+)\"", r" เช่น “\1”"),
        (r"ระบุ --text\b", "พิมพ์ข้อความ แล้วทำอีกครั้ง"),
        (r"โดยไม่ต้องระบุ --to\b", "โดยเว้นช่อง “ถึง” ว่างไว้"),
        (r"พร้อม --replaced-by\b", "โดยกรอกเลขใหม่ที่ใช้แทน"),
        (r"ตรวจ --count\b", "ตรวจจำนวนเลข"),
        (r"ใช้ --request-id ใหม่ หรือไม่ต้องระบุ", "เปิดหน้านี้ใหม่ แล้วทำอีกครั้ง"),
        (r"ระบุ --via แต่ละ", "ระบุผู้ที่ผ่านแต่ละ"),
        (r"ระบุ --post เช่น --post (\S+)", r"เลือกตำแหน่ง เช่น \1"),
        (r"ระบุ --by ยศ ชื่อ สกุล และ --why เหตุผล", "พิมพ์เหตุผล แล้วทำอีกครั้ง"),
        (r"ระบุ(?:ผู้แก้ เช่น)? --by .*", "แจ้งผู้ดูแลระบบให้ตั้งชื่อของบัญชีนี้"),
        (rf"ระบุฉบับ เช่น --dispatch {_N}", "เลือกฉบับที่หน้าเรื่อง"),
        (rf"ระบุครั้งที่จะเรียกคืน เช่น --memo {_N}", "เลือกครั้งที่จะเรียกคืนที่หน้าการส่ง"),
    )
)  # fmt: skip


def on_screen(said: str) -> str:
    """Return the sentence with its commands turned into places of the page; one that names none is returned as it is."""
    if "saraban " not in said and "--" not in said:
        return said
    for command, place in RULES:
        said = command.sub(place, said)
    return said
