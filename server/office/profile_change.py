"""The administrator's endpoint: another office file for the running office, without a restart.

Only from this very machine, and only with the token the server keeps in its data directory.
"""

import asyncio
import secrets
from ipaddress import ip_address
from typing import Final

import structlog
from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import ValidationError

from server.core.rejected import Rejected
from server.office.handler import Moves
from server.office.running_office import RunningOffice
from server.profile.fit import DoesNotFit
from server.profile.load import load_office_text
from server.profile.model import OfficeProfile
from server.profile.problem import ProfileError
from server.profile.versions import OfficeVersions
from server.running import ADMIN_PATH, ApplyAnswer, ApplyRequest, Refusal

MAX_BODY_BYTES: Final = 4 << 20

log = structlog.get_logger("office_admin")


class OfficeAdmin:
    """Changes the office that is ``running`` and keeps every version of its file."""

    def __init__(self, running: RunningOffice, versions: OfficeVersions, token: str) -> None:
        self._running = running
        self._versions = versions
        self._token = token

    def router(self) -> APIRouter:
        """The endpoint."""
        router = APIRouter()

        @router.post(ADMIN_PATH)
        async def apply(request: Request) -> Response:
            self._admit(request)
            answer = await self.apply(await _body(request))
            return Response(
                answer.model_dump_json(),
                status_code=409 if answer.is_refused else 200,
                media_type="application/json",
            )

        return router

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

    def _admit(self, request: Request) -> None:
        if not _is_local(request):
            raise HTTPException(403, "only from the server's own machine")
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not secrets.compare_digest(given.encode(), self._token.encode()):
            raise HTTPException(401, "wrong token")


def _is_local(request: Request) -> bool:
    """From loopback, or from the very address the server answers at."""
    if request.client is None:
        return False
    host = request.client.host
    server = request.scope.get("server")
    try:
        return ip_address(host).is_loopback or (server is not None and host == server[0])
    except ValueError:
        return False


async def _body(request: Request) -> ApplyRequest:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise HTTPException(413, "too long for an office file")
    try:
        return ApplyRequest.model_validate_json(bytes(body))
    except ValidationError as error:
        raise HTTPException(400, f"not a request: {error.error_count()} mistakes") from None
