"""Databases for the tests of the store: each kind that an office may have, and each for real."""

from collections.abc import Callable, Iterator

import pytest

from tests.support.postgres import Postgres, running_postgres
from tests.support.stored import url_of


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL, started when the first test asks for it."""
    with running_postgres() as running:
        yield running


@pytest.fixture(scope="session", params=("sqlite", "postgresql"))
def new_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Makes the URL of an empty database at every call."""
    if request.param == "sqlite":
        return lambda: url_of(tmp_path_factory.mktemp("log"))
    running: Postgres = request.getfixturevalue("postgres")
    return running.new_database
