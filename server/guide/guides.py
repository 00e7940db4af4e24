"""The guide of a role, from an office's profile."""

from collections.abc import Callable
from typing import Final

from server.guide.clerk import clerk_guide
from server.guide.guide_desk import helper_guide
from server.guide.page import Guide, GuideRole
from server.guide.supervisor import supervisor_guide
from server.profile.model import OfficeProfile

_GUIDES: Final[dict[GuideRole, Callable[[OfficeProfile], Guide]]] = {
    GuideRole.CLERK: clerk_guide,
    GuideRole.HELPER: helper_guide,
    GuideRole.SUPERVISOR: supervisor_guide,
}


def guide(profile: OfficeProfile, role: GuideRole) -> Guide:
    """One page for this role in this office."""
    return _GUIDES[role](profile)
