"""Whose word counts for an addressee: the holder's own, or that of who acts for him at the desk of that appointment."""

import pytest

from workflow.core.errors import Refused
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.working_as import Role, WorkingAs
from workflow.routing.speaking import Voice, speaks_for, voice_for


def officer(post: str | None, acting_for: str | None = None) -> WorkingAs:
    role = Role.OFFICER if post else Role.REGISTRY
    return WorkingAs(1, "ใครก็ตาม", "test", "สงป.", role, post or "งานสารบรรณ สงป.", post, acting_for)


def test_the_holder_speaks_by_his_own_post() -> None:
    assert voice_for(officer("ผบก.ก."), "ผบก.ก.") == Voice("ผบก.ก.", EvidenceLevel.LOGIN)


def test_who_acts_speaks_by_his_own_post_and_is_told_as_acting() -> None:
    acting = officer("รอง ผบช.สงป.", "ผบช.สงป.")
    assert voice_for(acting, "ผบช.สงป.") == Voice("รอง ผบช.สงป.", EvidenceLevel.ACTING)
    assert speaks_for(acting) == "ผบช.สงป."


@pytest.mark.parametrize("who", [officer("รอง ผบช.สงป."), officer("รอง ผบช.สงป.", "ผบก.ก."), officer(None)])
def test_nobody_speaks_for_an_addressee_whose_desk_he_does_not_sit_at(who: WorkingAs) -> None:
    with pytest.raises(Refused):
        voice_for(who, "ผบช.สงป.")
