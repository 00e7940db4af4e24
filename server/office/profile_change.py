"""Another office file for the running office, without a restart."""

import asyncio

import structlog

from server.core.rejected import Rejected
from server.office.handler import Moves
from server.office.running_office import RunningOffice
from server.profile.fit import DoesNotFit
from server.profile.load import load_office_text
from server.profile.model import OfficeProfile
from server.profile.problem import ProfileError
from server.profile.versions import OfficeVersions
from server.running import ApplyAnswer, ApplyRequest, Refusal

log = structlog.get_logger("profile_change")


class ProfileChange:
    """Changes the office that is ``running`` and keeps every version of its file."""

    def __init__(self, running: RunningOffice, versions: OfficeVersions) -> None:
        self._running = running
        self._versions = versions

    async def apply(self, request: ApplyRequest) -> ApplyAnswer:
        """Put the file in force and keep it, or say all that is wrong or in the way."""
        moves = tuple(request.moves.items())
        try:
            profile = await asyncio.to_thread(load_office_text, request.toml, request.file)
            if request.check_only:
                self._running.could_work_under(profile, moves)
                return ApplyAnswer()
            version = await self._put_in_force(request, profile, moves)
        except ProfileError as error:
            return ApplyAnswer(problems=tuple(map(str, error.problems)))
        except DoesNotFit as error:
            found = tuple(Refusal(code=each.code, words=each.words) for each in error.misfits)
            return ApplyAnswer(refusals=found)
        except Rejected as refusal:
            words = f"{refusal.reason}: {refusal.detail}"
            return ApplyAnswer(refusals=(Refusal(code=refusal.reason, words=words),))
        except OSError as error:
            words = f"The version cannot be kept: {error.strerror}."
            return ApplyAnswer(refusals=(Refusal(code="cannot_keep", words=words),))
        log.info("office_changed", version=version, who=request.who, note=request.note)
        return ApplyAnswer(version=version)

    async def _put_in_force(
        self, request: ApplyRequest, profile: OfficeProfile, moves: Moves
    ) -> int:
        def keep() -> int:
            version = self._versions.keep(
                request.toml, self._running.now(), who=request.who, note=request.note, moves=moves
            )
            return version.number

        return await self._running.work_under(profile, moves, keep)
