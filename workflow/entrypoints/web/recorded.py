"""What the record says of an act, and why somebody was sent a paper: kept in Thai, said in the reader's tongue where a page shows it.

The trail stays as it was written. These are the forms of its sentences, the services' own; `make words` puts them into the catalogue
under the context `trail`, and `Tongue.recorded` knows a sentence again by its fixed parts. What people wrote into one (an order, a reason,
a name) is carried over untouched: `WRITTEN`.
"""

from workflow.core.acting import ACTING_KINDS, GENERAL, Act
from workflow.core.dispatch import DispatchMove as Move
from workflow.routing.reach import UNITS_ALONG

TRAIL = "trail"
WRITTEN = frozenset({"said", "why", "name", "by", "whose", "steps", "post", "other", "unit", "number", "file", "count"})
"""Places that hold words of people, names and numbers; the others hold words of the program (an act, a kind of memo) and days."""
FORMS = (
    # a paper, from its arrival to its number
    "หนังสือ %(number)s ลง %(day)s",
    "หนังสือ (ไม่ปรากฏเลขที่) ลง %(day)s",
    "ลงรับ เลขรับ %(number)s",
    "ลงรับ เลขรับ %(number)s (ตามคำตอบของ %(whose)s)",
    "ร่าง%(kind)s",
    "แก้ไขร่างใน Word เป็นฉบับที่ %(number)s โดย %(by)s",
    "ออกเลข%(kind)s ถึง %(post)s ที่ %(number)s",
    "ออกเลข%(kind)s ถึง %(post)s ผ่าน %(other)s ที่ %(number)s",
    "ยกเลิกเลข%(book)s %(number)s (%(why)s)",
    "ได้รับชุดแลกเปลี่ยนจาก %(whose)s",
    "ได้รับชุดแลกเปลี่ยนที่ส่งใหม่จาก %(whose)s",
    "เปิดดู %(file)s หน้า %(number)s โดย %(by)s: %(why)s",
    "เรื่องนี้เป็นการซ้อม ไม่ใช่เรื่องจริง",
    # its way up
    "เสนอ %(post)s ที่ %(number)s",
    "เสนอ %(post)s ผ่าน %(other)s ที่ %(number)s",
    *(
        form
        for act in ("สั่งการ", "ผ่าน", "เสนอความเห็น", "ส่งคืน", "ขอข้อมูลเพิ่ม", "ให้ข้อมูลเพิ่ม")
        for form in (f"{act} โดย %(name)s", f"{act} “%(said)s” โดย %(name)s")
    ),
    # its way down
    "ส่ง %(count)s ราย ที่ %(number)s",
    "ส่งครบ %(count)s ราย",
    "รับทราบ โดย %(name)s",
    "รับทราบ โดย %(name)s (ตามคำตอบของ %(whose)s)",
    "เรียกคืน ที่ %(number)s จาก %(count)s ราย: %(why)s",
    *(f"{move.thai} %(post)s: %(why)s" for move in (Move.RECALL, Move.REJECT, Move.MISSEND, Move.WITHDRAW, Move.MOVE)),
    *(f"{move.thai}: %(why)s" for move in (Move.REJECT, Move.MISSEND)),
    "ส่งซ้ำถึง %(post)s: %(why)s",
    "ส่งใหม่ถึง %(post)s แทน %(other)s: %(why)s",
    "ทักท้วงเลขรับ %(number)s ของ %(unit)s: %(why)s",
    "แก้เลขรับ %(number)s เป็น %(other)s",
    "บันทึกย้อนหลังจากกระดาษ: %(act)sเมื่อ %(day)s บันทึกโดย %(by)s (หลักฐาน %(file)s)",
    "บันทึกย้อนหลังจากกระดาษ: %(act)sเมื่อ %(day)s บันทึกโดย %(by)s (ไม่มีหลักฐาน: %(why)s)",
    "ส่งชื่อผู้เข้าร่วม %(name)s",
    "ถอนชื่อ %(name)s",
    "%(name)s พ้นจาก %(post)s เมื่อ %(day)s โดยยังไม่รับทราบ หน้าที่อยู่กับตำแหน่งต่อไป",
    # reminding
    "เตือน %(post)s (เตือนโดย %(by)s %(day)s)",
    "เตือน %(post)s (%(rung)s)",
    "เตือน %(post)s (%(rung)s) ส่งอีกครั้งหลังแก้ที่อยู่",
    "เตือน %(post)s (%(rung)s) ไม่ถึง: %(trouble)s",
    "เตือน %(post)s (%(rung)s) ยังไม่ได้ส่ง: %(trouble)s",
    "เตือน %(post)s ที่ %(number)s หน่วยที่ยังไม่ตอบ %(count)s หน่วย",
    "%(by)s เตือน %(count)s คน",
    "%(by)s เตือนทุกหน่วย %(count)s คน",
    "%(by)s เตือนทั้งสาย %(unit)s %(count)s คน",
    "เลื่อนกำหนดตอบจาก %(day)s เป็น %(day2)s (%(count)s ราย) เพราะ%(why)s",
    "ตั้งขั้นการเตือนของเรื่อง: %(steps)s โดย %(by)s",
    "ยกเลิกขั้นการเตือนของเรื่อง โดย %(by)s",
    # why somebody was sent a paper (routing/selector.py)
    "ดำรงตำแหน่งระดับ %(post)s",
    "ดำรงตำแหน่งระดับ %(post)s ในสังกัด %(unit)s",
    "ดำรงตำแหน่งเทียบเท่า %(post)s",
    "ดำรงตำแหน่งเทียบเท่า %(post)s ในสังกัด %(unit)s",
    *(f"{units} %(unit)s" for units in UNITS_ALONG.values()),
    "ทุกคนในสังกัด %(unit)s",
    "หัวหน้าหน่วย %(unit)s ที่ระบุโดยตรง",
    "ระบุตำแหน่งโดยตรง",
    "ชื่อตรงกับ %(name)s",
    "ส่งแทน %(post)s: %(why)s",
    # in whose place somebody acts, and for what
    *ACTING_KINDS,
    GENERAL,
    *Act,
)
