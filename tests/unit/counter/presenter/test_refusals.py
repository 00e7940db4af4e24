"""Why a key does nothing or the server refuses, in a sentence with what to do instead."""

import re

import pytest

from counter.presenter.keys import BY_ID, keys_of
from counter.presenter.refusals import refusal_and_advice, why_unlit
from server.protocol.errors import ErrorCode
from tests.support.counter_samples import office
from tests.support.counter_states import NBSP, STATES, situation


@pytest.mark.parametrize("name", STATES)
def test_every_unlit_key_says_why_in_a_full_sentence(name: str) -> None:
    """A press that sends nothing is answered kindly, never with silence."""
    own = STATES[name]
    for action in keys_of(own):
        if action.move not in own.moves:
            said = why_unlit(action, own, situation(), office())
            assert said.endswith("."), (action.id, said)


@pytest.mark.parametrize(
    ("name", "move", "sentence"),
    [
        (
            "serving",
            "call_next",
            "Số 6 027 đang được phục vụ. Nhấn F4 để hoàn thành rồi gọi tiếp.",
        ),
        ("called", "complete", "Số 6 027 chưa bắt đầu. Nhấn F3 trước khi hoàn thành."),
        ("idle", "start", "Quầy chưa gọi ai. Nhấn F1 để gọi tiếp."),
        ("paused", "call_next", "Quầy đang tạm nghỉ. Nhấn F8 để tiếp tục làm việc."),
        (
            "nobody waiting",
            "call_next",
            "Hiện không có ai chờ ở quầy này. Màn hình sẽ báo khi có người lấy số.",
        ),
    ],
)
def test_the_refusal_names_the_key_that_helps(name: str, move: str, sentence: str) -> None:
    """What to do instead is part of the answer."""
    said = why_unlit(BY_ID[move], STATES[name], situation(), office())
    assert said.replace(NBSP, " ") == sentence


def test_every_refusal_of_the_server_is_a_sentence() -> None:
    """No code reaches the clerk's eye, and what he can do something about says what."""
    for code in ErrorCode:
        assert refusal_and_advice(code).endswith("."), code
        assert code not in refusal_and_advice(code)
    assert "F1" in refusal_and_advice(ErrorCode.COUNTER_EMPTY)


@pytest.mark.parametrize("code", ErrorCode)
def test_every_refusal_says_what_to_do_now(code: ErrorCode) -> None:
    """Its own sentence asks something of the clerk, or another one behind it does; never a bare no.

    "Xin …", "Mời …", or that nothing more is needed.
    """
    said = refusal_and_advice(code)
    assert re.search(
        r"\b(Xin|xin|Mời|mời|Nếu cần|Không cần làm gì thêm|Màn hình sẽ báo)\b", said
    ), said
    assert said.endswith(".")
    assert "khách hàng" not in said
    assert "!" not in said


@pytest.mark.parametrize(
    "code",
    [
        ErrorCode.UNKNOWN_ALERT,
        ErrorCode.UNKNOWN_NOTICE,
        ErrorCode.SERVICE_PAUSED,
        ErrorCode.SERVICE_NOT_PAUSED,
        ErrorCode.NOT_A_SUPERVISOR,
    ],
)
def test_a_refusal_speaks_to_staff_in_plain_words(code: ErrorCode) -> None:
    """What is so, and what to do; never as if the clerk were a citizen."""
    said = refusal_and_advice(code)
    assert said.endswith(".")
    assert "Mời ông/bà" not in said
