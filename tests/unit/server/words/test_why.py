"""The reason of a call: one row of words, a sentence and a clause that say the same."""

from string import Formatter

import pytest

from server.core.explain import CODES
from server.protocol.views import Why
from server.words.why import REASONS, why_clause, why_sentence
from tests.support import counter_samples as samples
from tests.support.counter_samples import office

PARAMS: dict[str, str | int] = {
    **{"priority": "P3", "credit_min": 20, "cap_min": 45, "waited_min": 47, "service": "dat_dai"},
    **{"priority_turns": 2, "ordinary_turns": 1, "language": "km", "reason": "em_be"},
}


@pytest.mark.finding("H1")
def test_every_reason_of_the_queue_discipline_has_one_row_of_words() -> None:
    """And no row is left of a reason nobody gives."""
    assert set(REASONS) == set(CODES)


@pytest.mark.finding("H1")
@pytest.mark.parametrize("code", CODES)
def test_sentence_and_clause_of_a_reason_speak_of_the_same(code: str) -> None:
    """What is filled into the one is filled into the other; both read as Vietnamese."""
    for wording in REASONS[code]:
        holes = [field for _, field, _, _ in Formatter().parse(wording.clause) if field]
        said = [field for _, field, _, _ in Formatter().parse(wording.sentence) if field]
        assert not wording.sentence or set(said) == set(holes)
        assert not wording.clause.endswith(".")
        assert not wording.sentence or wording.sentence.endswith(".")
    why = Why(code=code, params=PARAMS)
    assert not why_sentence(why, office()).startswith("Lý do:")
    assert code not in why_clause(why, office())


@pytest.mark.finding("H1")
def test_a_language_is_called_by_its_name_in_sentence_and_clause() -> None:
    """The work page said "tiếng Anh" where the sheet and the command line said "tiếng en"."""
    why = Why(code="language", params={"language": "en"})
    clause = "người đến trước nói tiếng Anh, có quầy khác phục vụ được"
    assert why_sentence(why, office()) == f"N{clause[1:]}."
    assert why_clause(why, office()) == clause
    assert why_clause(why, None) == clause


def test_a_name_stands_small_inside_and_an_unknown_code_as_it_is() -> None:
    """The office's "Người cao tuổi" is no capital in the middle; P9 stays P9."""
    elderly = Why(code="class", params={"priority": "P3"})
    assert why_clause(elderly, office()) == "diện ưu tiên người cao tuổi được gọi trước"
    unknown = Why(code="class", params={"priority": "P9"})
    assert why_sentence(unknown, office()) == "Ưu tiên P9: được mời trước."
    assert why_clause(unknown, None) == "diện ưu tiên P9 được gọi trước"


def test_what_a_newer_server_leaves_out_or_adds_is_shown_and_does_not_crash() -> None:
    """A dash for what is missing, the code for what nobody has words for."""
    assert why_clause(Why(code="credit"), None) == ("diện ưu tiên –, tính như đến sớm hơn – phút")
    assert why_clause(Why(code="of_tomorrow"), None) == "of_tomorrow"


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        (Why(code="oldest"), "Người đến sớm nhất."),
        (samples.ELDERLY, "Ưu tiên người cao tuổi: tính như đến sớm hơn 20 phút."),
        (samples.CAPPED, "Đã chờ 47 phút, quá 45 phút: không ai được gọi trước."),
        (Why(code="cap", params={"cap_min": 45}), "Đã chờ quá 45 phút: không ai được gọi trước."),
        (Why(code="returned"), "Trở lại sau khi giữ chỗ hoặc vắng mặt."),
        (Why(code="chosen", params={"reason": "sai_quay"}), "Cán bộ chọn gọi: lấy nhầm số."),
        (Why(code="chosen", params={"reason": "xyz"}), "Cán bộ chọn gọi: xyz."),
        (Why(code="chosen", params={"reason": "em_be"}), "Cán bộ chọn gọi: trẻ nhỏ."),
        (Why(code="class", params={"priority": "P3"}), "Ưu tiên người cao tuổi: được mời trước."),
        (Why(code="class", params={"priority": ""}), "Không có ai ưu tiên đang chờ."),
        (
            Why(code="turn", params={"priority_turns": 2, "ordinary_turns": 1}),
            "Đến lượt theo tỷ lệ của trung tâm: 2 ưu tiên, 1 thường.",
        ),
        (
            Why(code="weight", params={"priority": "P3"}),
            "Ưu tiên người cao tuổi: thời gian chờ được tính nhanh hơn.",
        ),
        (
            Why(code="weight", params={"priority": ""}),
            "Đã chờ lâu nhất theo cách tính của trung tâm.",
        ),
        (
            Why(code="preferred", params={"service": "tra_ket_qua"}),
            "Quầy này phục vụ trước: trả kết quả.",
        ),
        (
            Why(code="language", params={"language": "en"}),
            "Người đến trước nói tiếng Anh, có quầy khác phục vụ được.",
        ),
        (Why(code="sent_here"), "Được chuyển đến đúng quầy này."),
        (Why(code="credit"), "Lý do: credit."),
        (Why(code="lottery", params={"seed": 4}), "Lý do: lottery (seed 4)."),
        (None, ""),
    ],
)
def test_why_a_ticket_came_now_is_a_sentence(why: Why | None, sentence: str) -> None:
    """Every code of the queue discipline is said in words; an unknown one is shown plainly."""
    assert why_sentence(why, office()) == sentence


def test_every_code_of_the_queue_discipline_has_words() -> None:
    """None of the server's reasons is shown as a bare code."""
    params: dict[str, str | int] = {
        **{"priority": "P3", "credit_min": 20, "cap_min": 45, "service": "dat_dai"},
        **{"priority_turns": 2, "ordinary_turns": 1, "language": "km", "reason": "em_be"},
    }
    for code in CODES:
        assert not why_sentence(Why(code=code, params=params), office()).startswith("Lý do:"), code
