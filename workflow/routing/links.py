"""What a link to one addressee may do on a day: whom it was made for, and the posts for which a link is not enough."""

from datetime import timedelta

from workflow.core.errors import Refused
from workflow.core.link import Link, holder_mark
from workflow.core.office import Office
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.acknowledging import Standing, who_answers

DAYS = 90  # a link forgotten in a mailbox is not an open door for ever


def link_for(office: Office, dispatch: int, sent: Standing, edition: int, when: When) -> Link:
    """Return the link for whoever answers for the addressee that day; Refused for a post that needs a log-in."""
    _refuse_commander(office, sent)
    return Link(dispatch, edition, holder_mark(_holder(office, sent, when)))


def check_link(office: Office, link: Link, sent: Standing, edition: int, when: When) -> None:
    """Refuse a link that was taken back, is too old, was made for the holder before, or is not enough for the post."""
    if link.edition != edition:
        raise Refused("ลิงก์นี้ถูกยกเลิกแล้ว จึงใช้รับทราบไม่ได้", next_step="ใช้ลิงก์ฉบับล่าสุด หรือขอลิงก์ใหม่จากหน่วยที่ส่ง")
    if when.on > When(sent.sent_at).on + timedelta(days=DAYS):
        raise Refused(f"ลิงก์นี้เกิน {to_thai(DAYS)} วันแล้ว จึงใช้รับทราบไม่ได้", next_step="แจ้งหน่วยที่ส่งให้บันทึกการรับทราบแทน")
    if link.holder != holder_mark(_holder(office, sent, when)):
        raise Refused("ผู้ดำรงตำแหน่งเปลี่ยนไปหลังออกลิงก์นี้ หน้าที่รับทราบเป็นของผู้ดำรงตำแหน่งปัจจุบัน", next_step="ขอลิงก์ใหม่จากหน่วยที่ส่ง")
    _refuse_commander(office, sent)


def _holder(office: Office, sent: Standing, when: When) -> str:
    """Return the name of whoever answers for the addressee that day, "" when nobody is named."""
    post = who_answers(office.chart, sent, when)
    if post not in office.chart.post_by_code:
        return sent.position.name if sent.position else ""
    holder = office.chart.holder(post, when.on)
    return holder.name if holder else ""


def _refuse_commander(office: Office, sent: Standing) -> None:
    post = office.chart.post_by_code.get(sent.post)
    if post is None or office.login_from is None:
        return
    if office.chart.grade_index(post.grade) <= office.chart.grade_index(office.login_from):
        raise Refused(
            f"ตำแหน่ง {to_thai(post.title)} ต้องลงชื่อเข้าใช้จึงรับทราบได้ ลิงก์ไม่พอสำหรับระดับนี้ และระบบยังไม่มีการลงชื่อเข้าใช้",
            next_step="ลงนามรับทราบบนกระดาษแล้วให้ธุรการบันทึก หรือกดในหน้าติดตามของหน่วย",
        )
