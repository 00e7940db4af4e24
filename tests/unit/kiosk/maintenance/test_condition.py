"""The staff code, the rest after wrong ones, and what the maintenance page tells."""

from argon2 import PasswordHasher

from kiosk.maintenance.condition import Condition, lines
from kiosk.maintenance.staff_code import (
    FIRST_WAIT_S,
    FREE_TRIES,
    LONGEST_WAIT_S,
    CodeLock,
    is_right,
    second_passed,
    wrong_code,
)
from kiosk.offline.wishes import OfflineState
from tests.support.kiosk_samples import CODE, KIOSK


def test_only_the_code_of_the_office_is_right() -> None:
    """Neither another, nor any where the office has none, nor one against a broken hash."""
    assert is_right(KIOSK.code_hash, CODE)
    assert not is_right(KIOSK.code_hash, "000000")
    assert not is_right("", "")
    assert not is_right("", CODE)
    assert not is_right("no hash at all", CODE)
    assert not is_right(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("x"), CODE)


def test_wrong_codes_rest_longer_each_time() -> None:
    """Two are free, then half a minute, doubled each time, an hour at most."""
    lock, rests = CodeLock(), []
    for _ in range(FREE_TRIES + 10):
        lock = wrong_code(lock)
        rests.append(lock.wait_s)
    assert rests[: FREE_TRIES - 1] == [0] * (FREE_TRIES - 1)
    assert rests[FREE_TRIES - 1 : FREE_TRIES + 2] == [FIRST_WAIT_S, 60, 120]
    assert rests[-1] == LONGEST_WAIT_S
    assert rests == sorted(rests)


def test_a_rest_ends() -> None:
    """Second by second, and not below nothing."""
    lock = CodeLock(3, 2)
    assert [second_passed(lock).wait_s, second_passed(second_passed(lock)).wait_s] == [1, 0]
    assert second_passed(CodeLock()).wait_s == 0


def told(condition: Condition) -> dict[str, tuple[str, bool]]:
    return {line.name: (line.value, line.well) for line in lines(condition)}


def test_a_healthy_kiosk_has_no_line_that_asks_for_somebody() -> None:
    """With a server, numbers in reserve, paper and a right clock."""
    well = Condition(
        connection="live",
        printer="ok",
        offline=OfflineState(left={"a": 50, "b": 3}),
        offset_s=2.0,
    )
    assert all(line.well for line in lines(well))
    assert told(well)["Số dự trữ khi mất kết nối"][0] == "53 số cho 2 việc, ít nhất 3 số một việc"


def test_what_is_wrong_is_told_and_marked() -> None:
    """Paper, link, reserve, unsent numbers, disk and clock."""
    bad = told(
        Condition(
            connection="lost",
            printer="paper_out",
            disk="unwritable",
            offset_s=-190.0,
            offline=OfflineState(unsent_count=12, refused=("6 950", "6 951")),
        )
    )
    assert bad["Máy in"] == ("Hết giấy", False)
    assert bad["Ổ đĩa"] == ("Không ghi được: hết chỗ hoặc ổ đĩa hỏng", False)
    assert bad["Đồng hồ"] == ("Máy này chậm 3 phút so với máy chủ", False)
    assert bad["Số chưa gửi về máy chủ"] == (
        "12 số chờ gửi. Máy chủ không nhận: 6 950, 6 951",
        False,
    )
    assert not bad["Máy chủ"][1]
    assert not bad["Số dự trữ khi mất kết nối"][1]
