"""Reading `via_posts` of office.yaml: the officers a memo goes through, in order, each place one post or several with their rule."""

from workflow.core.errors import UsageError
from workflow.core.org import OrgChart
from workflow.core.way_up import Stop, stop_of
from workflow.store.office_csv import Place
from workflow.store.office_yaml import OfficeYaml

KEY = "via_posts"


def read_way_up(yaml: OfficeYaml, chart: OrgChart) -> tuple[Stop, ...]:
    """Return the places in order, () when there is no `via_posts`; ConfigError names the line of the one that does not fit."""
    if KEY not in yaml.map:
        return ()
    found = yaml.map[KEY]
    if "via_post" in yaml.map:
        raise yaml.error(KEY, "มีทั้ง via_post และ via_posts", "ใช้อย่างใดอย่างหนึ่ง")
    if not isinstance(found, list) or not found or not all(isinstance(item, str) for item in found):
        raise yaml.error(KEY, "via_posts ต้องเป็นรายการตำแหน่งผู้ผ่านเรื่อง", "เขียนเป็นรายการ บรรทัดละขั้น จากล่างขึ้นบน")
    lines = [found.lc.item(number)[0] + 1 for number in range(len(found))]  # type: ignore[attr-defined]
    stops = tuple(_stop(text, chart, Place(yaml.path, line)) for text, line in zip(found, lines, strict=True))
    posts = [yaml.map.get("addressee_post"), *(post for stop in stops for post in stop.posts)]
    if len(set(posts)) != len(posts):
        raise yaml.error(KEY, "via_posts มีตำแหน่งซ้ำ หรือมีผู้ที่เรียนถึง", "ระบุแต่ละตำแหน่งครั้งเดียว")
    return stops


def _stop(text: str, chart: OrgChart, place: Place) -> Stop:
    try:
        stop = stop_of(text)
    except UsageError as error:
        raise place.error(str(error), error.next_step) from error
    unknown = [post for post in stop.posts if post not in chart.post_by_code]
    if unknown:
        raise place.error(f"via_posts ไม่รู้จักตำแหน่ง “{', '.join(unknown)}”", "ใช้ค่าในช่อง code ของ posts.csv")
    return stop
