"""The one question after a service: once, short, skippable, and never a made-up answer."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from display.desk.rating import NOTHING_ASKED, Rated, explained, looked, scored, skipped
from tests.support.display_samples import NOW


def test_a_good_score_is_told_at_once_and_thanked_for() -> None:
    """And the same visit is not asked about again."""
    asked, said = looked(NOTHING_ASKED, "t", NOW)
    assert (asked.step, said) == ("ask", None)
    thanked, said = scored(asked, 5, NOW)
    assert (thanked.step, said) == ("thanks", Rated("t", 5))
    idle, said = looked(thanked, "t", NOW + timedelta(seconds=5))
    assert (idle.step, said) == ("idle", None)
    assert looked(idle, "t", NOW + timedelta(seconds=6))[0].step == "idle"


def test_a_low_score_is_asked_why_and_told_with_the_reason() -> None:
    """One tap; or passed over, and the score still counts."""
    why, said = scored(looked(NOTHING_ASKED, "t", NOW)[0], 2, NOW)
    assert (why.step, said) == ("why", None)
    assert explained(why, "cho_lau", NOW)[1] == Rated("t", 2, ("cho_lau",))
    assert explained(why, "", NOW)[1] == Rated("t", 2)
    assert skipped(why, NOW)[1] == Rated("t", 2)


def test_who_says_nothing_is_not_counted() -> None:
    """After ten seconds, or waved away."""
    asked, _ = looked(NOTHING_ASKED, "t", NOW)
    assert looked(asked, "t", NOW + timedelta(seconds=9))[0].step == "ask"
    assert looked(asked, "t", NOW + timedelta(seconds=10)) == (skipped(asked, NOW)[0], None)


def test_who_walks_away_amid_the_reasons_has_given_his_score() -> None:
    """It is told when the time is over, or when somebody else is called."""
    why, _ = scored(looked(NOTHING_ASKED, "t", NOW)[0], 1, NOW)
    assert looked(why, "t", NOW + timedelta(seconds=10))[1] == Rated("t", 1)
    gone, said = looked(why, "", NOW + timedelta(seconds=1))
    assert (gone.step, said) == ("idle", Rated("t", 1))


_MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("look"), st.sampled_from(("", "t1", "t2", "t3"))),
        st.tuples(st.just("score"), st.integers(0, 6)),
        st.tuples(st.just("why"), st.sampled_from(("", "khac"))),
        st.tuples(st.just("skip"), st.none()),
    ),
    max_size=30,
)


@given(_MOVES, st.lists(st.floats(0, 12), min_size=30, max_size=30))
def test_nobody_is_counted_without_a_touch_and_nobody_twice_in_a_visit(
    moves: list[tuple[str, object]], pauses: list[float]
) -> None:
    """Whatever is touched, whenever: each answer follows one score for that very ticket."""
    question, now = NOTHING_ASKED, NOW
    touched: dict[str, int] = {}
    told: list[Rated] = []
    for (kind, what), pause in zip(moves, pauses, strict=False):
        now += timedelta(seconds=pause)
        before = question
        if kind == "look":
            question, said = looked(question, str(what), now)
            if question.step == "ask" and before.step != "ask":
                touched.pop(question.ticket, None)
        elif kind == "score":
            assert isinstance(what, int)
            if question.step == "ask" and 1 <= what <= 5:
                touched[question.ticket] = what
            question, said = scored(question, what, now)
        elif kind == "why":
            question, said = explained(question, str(what), now)
        else:
            question, said = skipped(question, now)
        if said is not None:
            assert touched.pop(said.ticket) == said.score
            told.append(said)
    assert all(1 <= each.score <= 5 for each in told)
