"""The persistent map against Python's own dict."""

from hypothesis import given
from hypothesis import strategies as st

from server.core.tree import Tree

Changes = st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=200)


@given(Changes)
def test_a_tree_is_a_sorted_dict_and_old_versions_stay_as_they_were(
    changes: list[tuple[int, bool]],
) -> None:
    """Every version along the way still equals the dict of its time."""
    tree: Tree[int, int] = Tree()
    plain: dict[int, int] = {}
    kept = []
    for step, (key, adding) in enumerate(changes):
        if adding:
            tree, plain[key] = tree.put(key, step), step
        elif key in plain:
            tree = tree.without(key)
            del plain[key]
        kept.append((tree, dict(plain)))
    for version, expected in kept:
        assert list(version.items()) == sorted(expected.items())
        assert len(version) == len(expected)
        assert version.first() == min(expected.items(), default=None)


@given(st.sets(st.integers(0, 300)), st.integers(-1, 301))
def test_rank_and_leading_agree_with_sorting(keys: set[int], key: int) -> None:
    """Whether or not the key itself is there."""
    tree: Tree[int, None] = Tree()
    for each in keys:
        tree = tree.put(each, None)
    assert tree.rank(key) == sum(1 for each in keys if each < key)
    assert tree.leading(lambda each: each < key) == tree.rank(key)
    assert all((each in tree) == (each in keys) for each in range(-1, 302))


def depth(node: object) -> int:
    """Height of the tree below a node."""
    if node is None:
        return 0
    assert isinstance(node, tuple)
    return 1 + max(depth(node[3]), depth(node[4]))


def test_a_line_of_twenty_thousand_stays_shallow() -> None:
    """Sorted arrival is the worst case of a naive tree and the usual case of a queue."""
    tree: Tree[int, int] = Tree()
    for key in range(20_000):
        tree = tree.put(key, key)
    assert depth(tree._root) <= 30
