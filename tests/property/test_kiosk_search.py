"""What holds for every catalogue and every query."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.search import Entry, find, fold, index

LETTERS = st.text(st.characters(codec="utf-8"), max_size=30)
ENTRIES = st.lists(st.tuples(LETTERS, LETTERS, st.lists(LETTERS, max_size=3)), max_size=12)


def catalogue(raw: list[tuple[str, str, list[str]]]) -> list[Entry]:
    return [
        Entry(str(place), label, name, tuple(words))
        for place, (label, name, words) in enumerate(raw)
    ]


@given(ENTRIES, LETTERS)
def test_search_never_raises_and_repeats_nothing(
    raw: list[tuple[str, str, list[str]]], query: str
) -> None:
    """Any letters of the world are a query; no entry comes twice."""
    keys = [entry.key for entry in find(index(catalogue(raw)), query, limit=50)]
    assert len(keys) == len(set(keys))


@given(ENTRIES)
def test_the_exact_label_is_always_first(raw: list[tuple[str, str, list[str]]]) -> None:
    """Typing what stands on a button brings that button on top."""
    entries = catalogue(raw)
    place = index(entries)
    for entry in entries:
        if entry.label.strip():
            found = find(place, entry.label)
            assert found
            assert fold(found[0].label) == fold(entry.label)


@given(ENTRIES, LETTERS, LETTERS)
def test_a_longer_query_never_finds_more_of_the_same_rank(
    raw: list[tuple[str, str, list[str]]], first: str, second: str
) -> None:
    """The limit holds whatever is asked."""
    assert len(find(index(catalogue(raw)), f"{first} {second}", limit=3)) <= 3
