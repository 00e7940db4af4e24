"""What holds for every catalogue and every query."""

from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from bench.search import catalogue
from kiosk.search import Entry, find, fold, index
from kiosk.search.spelling import one_slip, words_of

LETTERS = st.text(st.characters(codec="utf-8"), max_size=30)
ENTRIES = st.lists(st.tuples(LETTERS, LETTERS, st.lists(LETTERS, max_size=3)), max_size=12)
WARD = catalogue("ward-hoa-binh")
LABELS = sorted({p.code: p.label for p in WARD.office.procedures}.items())


def entries_of(raw: list[tuple[str, str, list[str]]]) -> list[Entry]:
    return [
        Entry(str(place), label, name, tuple(words))
        for place, (label, name, words) in enumerate(raw)
    ]


def found(query: str) -> list[str]:
    return [tile.target for tile in WARD.found(query, "vi")]


@given(ENTRIES, LETTERS)
def test_search_never_raises_and_repeats_nothing(
    raw: list[tuple[str, str, list[str]]], query: str
) -> None:
    """Any letters of the world are a query; no entry comes twice."""
    keys = [entry.key for entry in find(index(entries_of(raw)), query, limit=50)]
    assert len(keys) == len(set(keys))


@given(ENTRIES)
def test_the_exact_label_is_always_first(raw: list[tuple[str, str, list[str]]]) -> None:
    """Typing what stands on a button brings that button on top."""
    entries = entries_of(raw)
    place = index(entries)
    for entry in entries:
        if words_of(entry.label):
            assert fold(find(place, entry.label)[0].label) == fold(entry.label)


@given(ENTRIES, LETTERS, LETTERS)
def test_the_limit_holds(raw: list[tuple[str, str, list[str]]], first: str, second: str) -> None:
    """Whatever is asked."""
    assert len(find(index(entries_of(raw)), f"{first} {second}", limit=3)) <= 3


@given(LETTERS, LETTERS)
def test_what_was_asked_before_changes_no_answer(before: str, query: str) -> None:
    """The index remembers words, but answers as one that was just made."""
    place = index(entries_of([("Khai sinh", "", []), ("Khai tử", "", ["báo tử"])]))
    find(place, before)
    assert find(place, query) == find(index(place.entries), query)


@given(st.sampled_from(LABELS), st.randoms(use_true_random=False))
def test_the_words_of_a_label_find_it_in_any_order(label: tuple[str, str], random: Random) -> None:
    """Shuffled, it is still among the first three: some labels differ by order or a word only."""
    code, text = label
    words = fold(text).split()
    random.shuffle(words)
    assert code in found(" ".join(words))[:3]


@given(st.sampled_from(LABELS), st.data())
def test_one_swap_in_a_label_finds_it_still(label: tuple[str, str], data: st.DataObject) -> None:
    """Two neighbouring letters of one word changed places; the rest tells what was meant."""
    code, text = label
    words = fold(text).split()
    long = [at for at, word in enumerate(words) if len(word) > 3]
    assume(len(words) > 2 and long)
    at = data.draw(st.sampled_from(long))
    swap = data.draw(st.integers(1, len(words[at]) - 2))
    word = words[at]
    words[at] = word[:swap] + word[swap + 1] + word[swap] + word[swap + 2 :]
    assert code in found(" ".join(words))[:3]


WORD = st.text("abcdehiknt", min_size=3, max_size=7)


@given(WORD, WORD)
def test_a_slip_is_a_slip_from_both_sides(one: str, two: str) -> None:
    """What is one slip away from here is one slip away from there."""
    assert one_slip(one, two) == one_slip(two, one)


@given(WORD, st.integers(0, 6), st.sampled_from("abcdehiknt"))
def test_every_letter_lost_added_or_changed_is_one_slip(word: str, at: int, letter: str) -> None:
    """So is a swap of neighbours; two letters lost are not."""
    at %= len(word)
    assert one_slip(word[:at] + word[at + 1 :], word)
    assert one_slip(word[:at] + letter + word[at:], word)
    assert one_slip(word[:at] + letter + word[at + 1 :], word)
    assert not one_slip(word[2:], word)
