"""Say which findings have a proof among the tests: ``python -m assets.tools.findings``.

A test that proves that a finding stays mended is marked ``@pytest.mark.finding("H2")``. The tests
are read, not run: the answer is there at once and needs nothing installed.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from assets import PROJECT


def proofs(tests: Path) -> dict[str, list[str]]:
    """For each finding the tests marked with it, as ``file::test``, findings in their order."""
    found: dict[str, list[str]] = {}
    for file in sorted(tests.rglob("test_*.py")):
        source = file.read_text("utf-8")
        if "mark.finding(" not in source:
            continue
        for finding, test in marked(ast.parse(source)):
            found.setdefault(finding, []).append(f"{file.relative_to(tests.parent)}::{test}")
    return dict(sorted(found.items(), key=lambda each: _in_order(each[0])))


def marked(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each finding a test of the module is marked with, and the test's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for decorator in node.decorator_list:
                yield from ((finding, node.name) for finding in _findings(decorator))


def _findings(decorator: ast.expr) -> Iterator[str]:
    match decorator:
        case ast.Call(func=ast.Attribute(attr="finding"), args=[ast.Constant(value=str(finding))]):
            yield finding


def _in_order(finding: str) -> tuple[str, int]:
    """H2 comes before H13."""
    number = re.search(r"\d+", finding)
    return re.sub(r"\d.*", "", finding), int(number[0]) if number else 0


def main() -> int:
    """Write the list; always 0."""
    for finding, tests in proofs(PROJECT / "tests").items():
        sys.stdout.write(f"{finding}\n" + "".join(f"  {test}\n" for test in tests))
    return 0


if __name__ == "__main__":
    sys.exit(main())
