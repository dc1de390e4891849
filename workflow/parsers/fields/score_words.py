"""The words around a number that tell what it is: the office's own score, an average, a share, a full mark. Pure.

Once as they are written, and once for torn text: a skeleton that loses ี reads มี in every ม, so the written words come first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workflow.parsers.skeleton import Rough, plain, rough

_NUMBER = r"(?<![\d.,/])(?P<value>\d{1,3}(?:\.\d{1,4}|,\d{2}(?!\d))?)(?![\d,/]|\.\d|\.\s[ก-ฮเ-ไ])\s*(?P<unit>คะแนน(?!เต็ม|เฉลี่ย|รวม)|เปอร์เซ็นต์|%)?"
_SAID = r"(?:คะแนน\S*|ดัชนี\S*|ร้อยละ|เท่ากับ|(?:อยู่ที่|ที่)?ระดับ|อยู่ที่|คิดเป็น|คือ|ได้|ได้รับ|(?:เฉลี่ย|ค่ากลาง|มัธยฐาน)\S*(?:\s[^\s\d]{1,30})?|[:=])\s*\(?\s*$"
_SCORING = r"คะแนน|ร้อยละ|เฉลี่ย|ดัชนี|ค่ากลาง|มัธยฐาน"
_OWN = (
    r"(?:ได้(?:รับ)?|มี)\s*(?:ผล|ค่า)?\s*(?:การ\S{3,20}\s*)?คะแนน|ผลคะแนน|(?:คะแนน|ผล(?:โดย)?)(?:รวม|ภาพรวม)|คะแนน(?:ความพร้อม|ที่ได้)|(?<!ที่)ได้(?:รับ)?\s*(?:ที่\s*)?(?:ร้อยละ|$)|(?:มี|ได้(?:รับ)?)\s*ค่าดัชนี|ได้รับการประเมิน"
    r"|(?:ความพร้อม|ผลการ\S+)\s*(?:อยู่ที่|เท่ากับ|คิดเป็น)|ของ(?:หน่วยงาน|องค์กร)?ท่าน"
)
# over the parts, and over no offices: `ได้คะแนนเฉลี่ยทุกด้านร้อยละ 60.75` is the office's own
_ITS_PARTS = r"\s?(?:\d{1,2}\s?)?(?:ด้าน|ตัวชี้วัด|มิติ|หมวด|องค์ประกอบ|เสาหลัก|ประเด็น|หัวข้อ)"
_AVERAGE = (
    rf"ค่าเฉลี่ย|เฉลี่ย(?=ของ|ระดับ|กลุ่ม|ทุก(?!{_ITS_PARTS})|ทั้ง(?!{_ITS_PARTS})|รวมของ|หน่วยงาน|ประเทศ|ราย)|ภาพรวมของ(?!กรม|หน่วย(?:งาน)?(?:ของ|อยู่|ได้|เท่ากับ|คือ|มี|เป็น|\s))|ระดับกรมทั้งหมด|ระดับประเทศ"
    r"|(?:หน่วยงาน)?ประเภทเดียวกัน|(?<!ครบ)ทุก(?:จังหวัด|หน่วยงาน|กรม|แห่ง)|(?:หน่วยงาน|กรม|จังหวัด)ทั้งหมด|ของกลุ่ม"
)
_OTHER = (
    r"สูงสุด|ต่ำสุด|(?:คะแนน|ผล|จาก)เดิม|เป้าหมาย|(?<!ใน)เกณฑ์|น้ำหนัก|ปีที่(?:ผ่านมา|แล้ว)|ปีก่อน|(?:เพิ่มขึ้น|ลดลง)"
    r"|น้อยกว่า(?!\s*(?:ค่า|คะแนน)?\S*(?:เฉลี่ย|ค่ากลาง))|อย่างน้อย|ไม่(?:ต่ำ|น้อย)กว่า|ความเชื่อมั่น|คลาดเคลื่อน|ให้(?:ได้|ถึง|เกิน)\s*(?:คะแนน\s*)?(?:ร้อยละ)?\s*$"
)
_FULL_MARK = r"(?:เต็ม|จาก)\s*(?:ร้อยละ|เท่ากับ|คือ|คะแนน)?\s*$"
_SHARE = r"(?:^|.*\d)\s*(?:หน่วยงาน|แห่ง|ราย|องค์กร|ส่วนราชการ|จังหวัด|คน|ตัว|ประเด็น|ข้อ|โครงการ|ชุด)\s*\(?\s*(?:หรือ\s*)?(?:คิดเป็น)?\s*ร้อยละ\s*$"
# a part and its number; behind `ทุกตัวชี้วัด`, and above all numbers of parts, stands what the whole reached
_PART = r"(?<!ทุก)(?:ตัวชี้วัด(?:ย่อย)?|มิติ|ด้าน|องค์ประกอบ)(?!\s*[2-9]\d\.\d)(?:ที่\s*\d+(?:\.\d+)*|\s*\d+(?:\.\d+)*(?!\.?\d|\.\s))[^\d]{0,50}$"
_DIFFERENCE = r"(?:สูง|ต่ำ|มาก|น้อย)กว่า(?!.*(?:อยู่ที่|เท่ากับ|ซึ่ง|ที่ได้|\(|ที่\s*(?:ระดับ\s*)?(?:ร้อยละ\s*)?$))"
_WHOLE = r"รวม|เฉลี่ย|ทั้งหมด"
_MEAN = r"เฉลี่ย(?!รวม|ทั้งหมด)|มัธยฐาน|ค่ากลาง"
# whoever is meant besides the office itself: the subject of a clause; ครบทุกจังหวัด says who answered
_OTHERS = (
    r"(?:กลุ่ม|ประเภท|ระดับ|ขนาด|ภาค|สังกัด)[^\s\d]{0,20}เดียวกัน|(?:รัฐวิสาหกิจ|หน่วยงาน|องค์กร)(?:ใน)?สาขา|(?:กลุ่ม|ประเภท|(?:กลุ่ม|ของ|ทุก)เครือข่าย)(?:หน่วย|กรม|จังหวัด|องค์(?!กรของ)|มหาวิทยาลัย|สถาบัน|โรงเรียน|โรงพยาบาล|เทศบาล|อบ[ตจ]|รัฐวิสาหกิจ|ส่วนราชการ|ราชการ|กระทรวง|อำเภอ|ธนาคาร|สหกรณ์|รัฐ(?!บาล))|หน่วย(?:งาน)?ระดับ|ของกลุ่ม|ระดับประเทศ|ทั้งประเทศ"
    r"|(?:หน่วยงาน|กรม|จังหวัด|แห่ง|องค์กร|โรงพยาบาล|เทศบาล|มหาวิทยาลัย|รัฐวิสาหกิจ)[ก-๙]{0,16}(?:อื่น|ทั้งหมด|ทั่วประเทศ|ทั้งประเทศ)|(?<!ครบ)ทุก(?:จังหวัด|หน่วย|กรม|แห่ง|องค์กร|ส่วนราชการ)"
)
# one office's own name and what it reached, behind a space: `… 303 หน่วยงานเสร็จแล้ว กรมสมมุติได้คะแนน`
_SUBJECT = (
    r"\s(?=(?:[ก-ฮ]{2,6}\.|กรม|กระทรวง|กอง|สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์การ|การ(?=ไฟฟ้า|ประปา|ทาง|ท่า|รถไฟ|เคหะ)|ธนาคาร|มหาวิทยาลัย|สถาบัน|โรงเรียน|โรงพยาบาล)"
    r"[ก-๙.]{0,60}\s?(?:ได้(?:รับ)?|มี)\s?(?:ผล|ค่า)?(?:คะแนน|ร้อยละ))"
)
_BREAK = (
    rf"ขณะที่|ทว่า|อย่างไรก็|แม้|ส่วน(?!ราชการ|กลาง|ภูมิภาค|ท้องถิ่น)|สำหรับ|เทียบ|โดย|แต่|และ|ซึ่ง|กว่า|[(,]|ทั้งนี้|ปรากฏว่า|พบว่า|{_SUBJECT}"
)
# what others reached, told in their own clause where one is higher or lower than they: `ต่ำกว่า…หน่วยงานระดับกรมซึ่งได้ร้อยละ`
_THAN_OTHERS = rf"กว่า[^\d(]{{0,50}}(?:{_OTHERS})[^\s\d(]{{0,30}}(?:ซึ่ง|ที่)\s?(?:ได้|มี|อยู่|เท่ากับ|คิดเป็น)[^\d(]{{0,25}}$"
# whose the mean is where their clause begins right behind them: `อันดับที่ 6 ของกลุ่มหน่วยงาน… ซึ่งมีคะแนนเฉลี่ย`
_MEAN_OF_OTHERS = rf"(?:{_OTHERS})[^\d(,]{{0,40}}ซึ่ง(?:มี|ได้(?:รับ)?)\s?(?:คะแนน|ค่า|ผล)[^\s\d(]{{0,20}}(?:เฉลี่ย|ค่ากลาง|มัธยฐาน)[^\d(]{{0,15}}$"
_VALUED = r"ค่า|ดัชนี|ประเมิน|ระดับ|ผล"
_OF_FULL = r"\s*\(?\s*(?:จาก)?\s*(?:คะแนน)?\s*เต็ม|\s*จาก\s*(?:คะแนน\s*)?\d{1,3}\s*คะแนน"
_YEAR = r"(?:ปี|พ\.\s?ศ\.|\()\s*(?:งบประมาณ|การศึกษา|บัญชี|ปฏิทิน)?\s*(?:พ\.\s?ศ\.)?\s*(?P<year>25\d\d)"

_REACHED = r"(?:มี|อยู่|ได้|ระดับ|ผล)[^\d(]{0,40}\(?\s*ร้อยละ\s*$"
_ANSWERED = r"ตอบ|ส่ง(?:แบบ|ข้อมูล|กลับ|คืน|คำ)|เข้าร่วม|ให้ข้อมูล|(?:แห่ง|หน่วยงาน|ราย)\s*\(?\s*(?:หรือ|คิดเป็น)"


@dataclass(frozen=True)
class Words:
    """The patterns, all made the same way."""

    number: Rough
    said: Rough
    scoring: Rough
    own: Rough
    average: Rough
    other: Rough
    full_mark: Rough
    share: Rough
    part: Rough
    difference: Rough
    whole: Rough
    mean: Rough
    others: Rough
    clause: Rough
    valued: Rough
    of_full: Rough
    year: Rough
    reached: Rough
    answered: Rough
    than_others: Rough
    mean_of_others: Rough


def _words(make: Callable[[str], Rough]) -> Words:
    return Words(
        make(_NUMBER), make(_SAID), make(_SCORING), make(_OWN), make(_AVERAGE), make(_OTHER), make(_FULL_MARK),
        make(_SHARE), make(_PART), make(_DIFFERENCE), make(_WHOLE), make(_MEAN), make(_OTHERS), make(_BREAK),
        make(_VALUED), make(_OF_FULL), make(_YEAR), make(_REACHED), make(_ANSWERED), make(_THAN_OTHERS),
        make(_MEAN_OF_OTHERS),
    )  # fmt: skip


WRITTEN, TORN = _words(plain), _words(rough)
