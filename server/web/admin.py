"""The administrator's endpoint, by which another office file comes to the running office.

Only from this very machine, and only with the token the server keeps in its data directory.
"""

import secrets
from ipaddress import ip_address
from typing import Final

from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import ValidationError

from server.office.profile_change import ProfileChange
from server.running import ADMIN_PATH, ApplyRequest

MAX_BODY_BYTES: Final = 4 << 20


def admin_routes(change: ProfileChange, token: str) -> APIRouter:
    """The endpoint, for whoever holds the token."""
    router = APIRouter()

    @router.post(ADMIN_PATH)
    async def apply(request: Request) -> Response:
        _admit(request, token)
        answer = await change.apply(await _body(request))
        return Response(
            answer.model_dump_json(),
            status_code=409 if answer.is_refused else 200,
            media_type="application/json",
        )

    return router


def _admit(request: Request, token: str) -> None:
    if not _is_local(request):
        raise HTTPException(403, "only from the server's own machine")
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not secrets.compare_digest(given.encode(), token.encode()):
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
