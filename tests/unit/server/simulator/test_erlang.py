"""Erlang C against numbers that others have computed."""

import pytest

from server.simulator.erlang import Mmc

ONE_DESK = Mmc(arrivals=0.5, served=1, desks=1)


def test_one_desk_is_the_textbook_queue() -> None:
    """M/M/1: one waits with probability rho, on average rho / (mu - lambda)."""
    assert ONE_DESK.must_wait == pytest.approx(0.5)
    assert ONE_DESK.mean_wait == pytest.approx(1.0)
    assert ONE_DESK.waits_longer(0) == pytest.approx(0.5)


def test_six_desks_agree_with_the_table() -> None:
    """30 an hour, 10 minutes each, 6 desks: 5.88 minutes, 13.1 % beyond 15 (reference/wait.md)."""
    six = Mmc(arrivals=30 / 60, served=1 / 10, desks=6)
    assert six.mean_wait == pytest.approx(5.88, abs=0.01)
    assert six.waits_longer(15) == pytest.approx(0.131, abs=0.001)


def test_many_desks_do_not_overflow() -> None:
    """A formula with factorials would fail here."""
    assert 0 < Mmc(arrivals=480, served=1, desks=500).must_wait < 1
