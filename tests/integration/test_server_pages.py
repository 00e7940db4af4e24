"""The pages: a ticket's state for a citizen's phone, health, and the published protocol."""

import json
import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.protocol import codec
from server.protocol.messages import Role
from tests.support.bare_client import Bare
from tests.support.running_office import HandClock, Running, running_office, verdict_on

HERE: dict[str, Any] = {"counter": "6", "clerk": "an"}


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A small office with one clerk."""
    async with running_office(tmp_path) as running:
        async with Bare.joined(running.ws, "counter") as clerk:
            await clerk.ask("open_counter", **HERE)
        yield running


async def page(server: Running, path: str) -> httpx.Response:
    """What a browser gets."""
    async with httpx.AsyncClient(trust_env=False) as browser:
        return await browser.get(server.url + path)


async def test_a_ticket_tells_its_owner_where_he_stands_at_every_moment_of_its_life(
    server: Running,
) -> None:
    """In plain Vietnamese, to *ông/bà*, with the figures a waiting person wants."""
    async with Bare.joined(server.ws, "counter") as clerk:
        for ticket in ("first", "t"):
            await clerk.ask("issue_ticket", ticket=ticket, service="copy")
        waiting = await page(server, "/t/t")
        assert waiting.status_code == 200
        assert "6 002" in waiting.text
        assert "Xin mời ông/bà chờ được gọi." in waiting.text
        assert "1 người" in waiting.text
        assert "phút" in waiting.text
        await clerk.ask("cancel_ticket", ticket="first")
        await clerk.ask("call_next", **HERE)
        called = await page(server, "/t/t")
        assert "Kính mời ông/bà đến" in called.text
        assert "người" not in called.text.partition("<dl>")[2]
        await clerk.ask("start_service", ticket="t", **HERE)
        assert "đang được phục vụ" in (await page(server, "/t/t")).text
        await clerk.ask("complete_ticket", ticket="t", outcome="accepted", **HERE)
        assert "Đã phục vụ xong. Xin cảm ơn ông/bà." in (await page(server, "/t/t")).text
        assert "không còn hiệu lực" in (await page(server, "/t/first")).text
        assert unicodedata.is_normalized("NFC", waiting.text)


async def test_a_number_nobody_has_is_told_so_in_a_page_and_in_vietnamese(server: Running) -> None:
    """A phone shows it to a person, not to a program."""
    unknown = await page(server, "/t/nobody")
    assert unknown.status_code == 404
    assert unknown.headers["content-type"] == "text/html; charset=utf-8"
    assert "Không có số này." in unknown.text
    assert "Ủy ban nhân dân phường Hòa Bình" in unknown.text


async def test_nothing_of_the_address_gets_into_the_page(server: Running) -> None:
    """A link can be sent by anybody."""
    for path in ("/t/<script>alert(1)</script>", "/t/%3Cscript%3Ealert", "/t/{unit}$say"):
        answer = await page(server, path)
        assert answer.status_code == 404
        assert "<script" not in answer.text
        assert "alert" not in answer.text


async def test_the_offices_own_words_are_escaped(server: Running) -> None:
    """A profile may hold an ampersand or worse."""
    evil = server.office.office.__self__._office  # type: ignore[attr-defined]  # a bound method's owner
    for key, office in evil.items():
        evil[key] = office.model_copy(update={"unit": "<b>A & B</b>", "hotline": "<i>"})
    async with Bare.joined(server.ws, "counter") as clerk:
        await clerk.ask("issue_ticket", ticket="t", service="copy")
    text = (await page(server, "/t/t")).text
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in text
    assert "<b>" not in text
    assert "<i>" not in text


async def test_a_ticket_of_yesterday_can_still_be_looked_up(tmp_path: Path) -> None:
    """The paper in the pocket says more than "unknown"."""
    clock = HandClock()
    async with running_office(tmp_path, clock=clock) as server:
        async with Bare.joined(server.ws, "kiosk") as kiosk:
            await kiosk.ask("issue_ticket", ticket="t", service="copy")
        clock.forward(24 * 60)
        server.office.handler.tick()
        async with Bare.joined(server.ws, "kiosk") as kiosk:
            await kiosk.ask("issue_ticket", ticket="u", service="copy")
        assert "không còn hiệu lực" in (await page(server, "/t/t")).text
    assert verdict_on(tmp_path).is_clean


async def test_health_says_in_json_that_the_house_works_and_how_busy_it_is(server: Running) -> None:
    """For whoever watches over the machine."""
    async with Bare.joined(server.ws, "kiosk") as kiosk:
        answer = await kiosk.ask("issue_ticket", ticket="t", service="copy")
        health = (await page(server, "/health")).json()
    assert health["ok"] is True
    assert health["day"] == "2026-11-23"
    assert health["version"] == answer["version"]
    assert health["waiting"] == 1
    assert health["devices"] == dict.fromkeys(Role, 0) | {Role.KIOSK: 1}


@pytest.mark.slow
async def test_the_published_schema_is_the_codecs_own(server: Running) -> None:
    """One truth for vendors."""
    published = (await page(server, "/protocol.json")).json()
    assert published == json.loads(json.dumps(codec.json_schema()))


async def test_there_are_no_other_pages(server: Running) -> None:
    """Nothing is published by accident."""
    for path in ("/", "/docs", "/openapi.json", "/t/", "/ws"):
        assert (await page(server, path)).status_code in (404, 405, 426), path
