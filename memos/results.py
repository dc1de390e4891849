"""What a survey's result says, in the words several kinds of memo share."""

from workflow.core.memo_kind import CaseFile
from workflow.core.reading import Survey
from workflow.core.thai_digits import to_arabic


def survey_name(survey: Survey) -> str | None:
    """Return `ผลการสำรวจ… ประจำปี ๒๕๖๒`, the year once; None when the paper names no survey."""
    if not survey.name:
        return None
    name = next(
        survey.name.removeprefix(start)
        for start in ("ผลการสำรวจ", "การสำรวจ", "สำรวจ", "")
        if survey.name.startswith(start)
    )
    year = f" ประจำปี {survey.year}" if survey.year and str(survey.year) not in to_arabic(name) else ""
    return f"ผลการสำรวจ{name}{year}"


def standing(survey: Survey) -> str | None:
    """Return how the score stands to the group's average, only when both are printed."""
    if survey.score is None or survey.group_average is None:
        return None
    if survey.score == survey.group_average:
        return "เท่ากับ"
    return "สูงกว่า" if survey.score > survey.group_average else "ต่ำกว่า"


def result_facts(case: CaseFile) -> dict[str, object]:
    """Return `survey`, `score`, `average` and `standing`; None for what the case does not have, an average only beside a score."""
    survey = case.survey or Survey()
    return {
        "survey": survey_name(survey),
        "score": survey.score,
        "average": survey.group_average if survey.score is not None else None,
        "standing": standing(survey),
    }
