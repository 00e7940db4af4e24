"""The office answers for its own ids and codes."""

import pytest

from server.protocol.office import code_name
from tests.support import counter_samples

OFFICE = counter_samples.office()


@pytest.mark.finding("H1")
def test_whatever_the_office_has_is_found_by_its_id_or_code() -> None:
    """Everything of every list, and what is found is that very entry."""
    assert [OFFICE.service(each.id) for each in OFFICE.services] == list(OFFICE.services)
    assert [OFFICE.counter(each.id) for each in OFFICE.counters] == list(OFFICE.counters)
    assert [OFFICE.clerk(each.id) for each in OFFICE.clerks] == list(OFFICE.clerks)
    assert [OFFICE.priority(each.code) for each in OFFICE.priorities] == list(OFFICE.priorities)
    assert [OFFICE.procedure(each.code) for each in OFFICE.procedures] == list(OFFICE.procedures)
    assert [OFFICE.field(each.id) for each in OFFICE.fields] == list(OFFICE.fields)
    assert [OFFICE.cause(each.code) for each in OFFICE.causes] == list(OFFICE.causes)
    first = OFFICE.clerks[0]
    assert OFFICE.clerk_name(first.id) == first.name
    assert OFFICE.service_name(OFFICE.services[0].id) == OFFICE.services[0].name


@pytest.mark.finding("H1")
@pytest.mark.parametrize("id_", ["of_yesterday", ""])
def test_what_the_office_does_not_have_any_more_is_none_and_its_name_is_the_id(id_: str) -> None:
    """A profile may change under a ticket that still names the old."""
    for ask in (
        *(OFFICE.service, OFFICE.counter, OFFICE.clerk, OFFICE.priority),
        *(OFFICE.procedure, OFFICE.field, OFFICE.cause),
    ):
        assert ask(id_) is None
    for name in (
        *(OFFICE.service_name, OFFICE.clerk_name, OFFICE.priority_name, OFFICE.cause_name),
    ):
        assert name(id_) == id_
    assert code_name(OFFICE.outcomes, id_) == id_


def test_after_a_change_of_the_profile_the_new_names_are_told() -> None:
    """Nothing is remembered from the office it was copied from."""
    assert OFFICE.service_name(OFFICE.services[0].id) == OFFICE.services[0].name
    renamed = OFFICE.services[0].model_copy(update={"name": "Khác"})
    assert OFFICE.model_copy(update={"services": (renamed,)}).service_name(renamed.id) == "Khác"
