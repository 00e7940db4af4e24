"""A persistent ordered map: every change gives a new map and leaves the old one as it was.

The waiting lines are kept in it. It gives a queue in O(log n) its first ticket, a ticket's rank and
the removal of any ticket, and a state can be kept or dropped at no cost. A weight-balanced tree
after Adams (parameters of Hirai and Yamamoto, *Balancing weight-balanced trees*, JFP 2011).
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

# A node is (size, key, value, left, right): tuples are built twice as fast as objects.
_Full = tuple[int, Any, Any, Any, Any]
_Node = _Full | None

_DELTA: Final = 3
_GAMMA: Final = 2


class Tree(Generic[K, V]):
    """An immutable map in key order. Keys must be comparable with one another."""

    __slots__ = ("_root",)

    def __init__(self, _root: _Node = None) -> None:
        self._root = _root

    def __len__(self) -> int:
        return self._root[0] if self._root else 0

    def __contains__(self, key: K) -> bool:
        return _find(self._root, key) is not None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tree):
            return NotImplemented
        return list(self.items()) == list(other.items())

    def __hash__(self) -> int:
        return hash(tuple(self.items()))

    def __repr__(self) -> str:
        return f"Tree({dict(self.items())!r})"

    def __getitem__(self, key: K) -> V:
        node = _find(self._root, key)
        if node is None:
            raise KeyError(key)
        return node[2]  # type: ignore[no-any-return]  # nodes are untyped tuples

    def get(self, key: K) -> V | None:
        """The value at ``key``, or ``None``."""
        node = _find(self._root, key)
        return None if node is None else node[2]

    def put(self, key: K, value: V) -> "Tree[K, V]":
        """A map that also holds ``value`` at ``key``."""
        return Tree(_put(self._root, key, value))

    def without(self, key: K) -> "Tree[K, V]":
        """A map without ``key``. Raises ``KeyError`` if it was not there."""
        return Tree(_remove(self._root, key))

    def rank(self, key: K) -> int:
        """How many keys are smaller than ``key``, which need not be in the map."""
        node, smaller = self._root, 0
        while node is not None:
            if node[1] < key:
                smaller += _size(node[3]) + 1
                node = node[4]
            else:
                node = node[3]
        return smaller

    def leading(self, belongs: Callable[[K], bool]) -> int:
        """How many keys ``belongs`` accepts, if it accepts a prefix of the key order."""
        node, leading = self._root, 0
        while node is not None:
            if belongs(node[1]):
                leading += (node[3][0] if node[3] else 0) + 1
                node = node[4]
            else:
                node = node[3]
        return leading

    def first(self) -> tuple[K, V] | None:
        """The smallest key and its value, or ``None`` when empty."""
        node = self._root
        if node is None:
            return None
        while node[3] is not None:
            node = node[3]
        return node[1], node[2]

    def items(self) -> Iterator[tuple[K, V]]:
        """Keys and values in key order, lazily."""
        stack: list[Any] = []
        node = self._root
        while stack or node is not None:
            while node is not None:
                stack.append(node)
                node = node[3]
            node = stack.pop()
            yield node[1], node[2]
            node = node[4]


def _size(node: _Node) -> int:
    return node[0] if node else 0


def _find(node: _Node, key: Any) -> _Node:
    while node is not None:
        if key == node[1]:
            return node
        node = node[3] if key < node[1] else node[4]
    return None


def _node(key: Any, value: Any, left: _Node, right: _Node) -> _Full:
    return _size(left) + _size(right) + 1, key, value, left, right


def _put(node: _Node, key: Any, value: Any) -> _Full:
    # Hot: written out so that the usual step, without rebalancing, makes no further call.
    if node is None:
        return 1, key, value, None, None
    size, node_key, node_value, left, right = node
    if key < node_key:
        left = _put(left, key, value)
        if left[0] > _DELTA * (right[0] if right else 0):
            return _balance(node_key, node_value, left, right)
        return left[0] + (right[0] if right else 0) + 1, node_key, node_value, left, right
    if node_key < key:
        right = _put(right, key, value)
        if right[0] > _DELTA * (left[0] if left else 0):
            return _balance(node_key, node_value, left, right)
        return right[0] + (left[0] if left else 0) + 1, node_key, node_value, left, right
    return size, key, value, left, right


def _remove(node: _Node, key: Any) -> _Node:
    if node is None:
        raise KeyError(key)
    _, node_key, node_value, left, right = node
    if key == node_key:
        return _join(left, right)
    if key < node_key:
        return _balance(node_key, node_value, _remove(left, key), right)
    return _balance(node_key, node_value, left, _remove(right, key))


def _join(left: _Node, right: _Node) -> _Node:
    if left is None:
        return right
    if right is None:
        return left
    heir = right
    while heir[3] is not None:
        heir = heir[3]
    return _balance(heir[1], heir[2], left, _remove(right, heir[1]))


def _balance(key: Any, value: Any, left: _Node, right: _Node) -> _Full:
    left_size, right_size = _size(left), _size(right)
    if left_size + right_size > 1:
        if right is not None and right_size > _DELTA * left_size:
            return _rotate_left(key, value, left, right)
        if left is not None and left_size > _DELTA * right_size:
            return _rotate_right(key, value, left, right)
    return left_size + right_size + 1, key, value, left, right


def _rotate_left(key: Any, value: Any, left: _Node, right: _Full) -> _Full:
    _, right_key, right_value, inner, outer = right
    if inner is None or _size(inner) < _GAMMA * _size(outer):
        return _node(right_key, right_value, _node(key, value, left, inner), outer)
    _, inner_key, inner_value, near, far = inner
    return _node(
        inner_key,
        inner_value,
        _node(key, value, left, near),
        _node(right_key, right_value, far, outer),
    )


def _rotate_right(key: Any, value: Any, left: _Full, right: _Node) -> _Full:
    _, left_key, left_value, outer, inner = left
    if inner is None or _size(inner) < _GAMMA * _size(outer):
        return _node(left_key, left_value, outer, _node(key, value, inner, right))
    _, inner_key, inner_value, far, near = inner
    return _node(
        inner_key,
        inner_value,
        _node(left_key, left_value, outer, far),
        _node(key, value, near, right),
    )
