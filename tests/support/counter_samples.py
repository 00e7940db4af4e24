"""An office, views and a link by hand, for the tests of the counter app."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QObject, Signal

from server.protocol.commands import AnyCommand
from server.protocol.messages import AnyQuery, Result, Welcome
from server.protocol.office import (
    ClerkInfo,
    CodeInfo,
    CounterInfo,
    OfficeInfo,
    PriorityInfo,
    ProcedureInfo,
    ServiceInfo,
)
from server.protocol.views import (
    CounterState,
    CounterStatus,
    CounterView,
    DeskView,
    DeviceState,
    Move,
    NextUp,
    ServiceLoad,
    TicketStatus,
    TicketView,
    WaitRange,
    Why,
)

ZONE = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 23, 9, 12, tzinfo=ZONE)

SERVICES = (
    ("huong_dan", "Hướng dẫn, lấy số, kê khai và định danh điện tử", "0", 5.0),
    ("dat_dai", "Đất đai: đăng ký biến động, cấp giấy chứng nhận quyền sử dụng đất", "1", 20.0),
    ("xay_dung", "Xây dựng, đô thị, giao thông", "2", 18.0),
    ("chung_thuc", "Chứng thực bản sao và chữ ký", "3", 4.0),
    ("bao_tro", "Bảo trợ xã hội, người có công, giảm nghèo", "4", 12.0),
    ("ho_tich", "Hộ tịch: tình trạng hôn nhân, giám hộ, kết hôn", "5", 10.0),
    ("khai_sinh", "Hộ tịch: khai sinh, khai tử, cải chính, liên thông", "6", 15.0),
    ("kinh_doanh", "Đăng ký hộ kinh doanh, hợp tác xã", "7", 15.0),
    ("cu_tru", "Công an: cư trú, căn cước, định danh", "8", 12.0),
    ("tra_ket_qua", "Trả kết quả", "9", 3.0),
)
DESKS = (
    ("Quầy hướng dẫn", ("huong_dan",)),
    ("Thuế đất đai", ("dat_dai",)),
    ("Chi nhánh Văn phòng đăng ký đất đai", ("dat_dai",)),
    ("Đất đai thuộc thẩm quyền UBND cấp xã", ("dat_dai",)),
    ("Xây dựng, đô thị, giao thông", ("xay_dung",)),
    ("Y tế, giáo dục, văn hóa, nội vụ, tín ngưỡng", ("huong_dan",)),
    ("Chứng thực, công thương", ("chung_thuc",)),
    ("Bảo trợ xã hội, người có công", ("bao_tro",)),
    ("Hộ tịch: hôn nhân, giám hộ", ("ho_tich", "khai_sinh")),
    ("Hộ tịch: khai sinh, khai tử", ("khai_sinh", "ho_tich")),
    ("Đăng ký kinh doanh", ("kinh_doanh",)),
    ("Công an: cư trú, căn cước", ("cu_tru",)),
    ("Trả kết quả", ("tra_ket_qua",)),
)
CLERKS = (
    ("an", "Nguyễn Thị An", "Công chức tư pháp – hộ tịch"),
    ("binh", "Trần Văn Bình", "Chuyên viên đất đai"),
    ("chau", "Tôn Nữ Thị Minh Châu Hoàng Phương", "Viên chức Chi nhánh Văn phòng đăng ký đất đai"),
    ("dung", "Lê Quốc Dũng", "Công chức địa chính – xây dựng"),
    ("giang", "Phạm Hương Giang", "Công chức văn hóa – xã hội"),
    ("hai", "Đỗ Thanh Hải", "Chuyên viên hộ tịch"),
    ("khanh", "Võ Ngọc Khánh", "Cán bộ hướng dẫn"),
    ("lan", "Huỳnh Thị Lan", "Bưu điện: trả kết quả"),
    ("minh", "Thượng úy Bùi Đức Minh", "Công an phường"),
    ("nga", "Đặng Thúy Nga", "Chuyên viên đăng ký kinh doanh"),
)
PROCEDURES = (
    ProcedureInfo(
        code="1.001193",
        label="Khai sinh",
        name="Thủ tục đăng ký khai sinh",
        service="khai_sinh",
        documents=(
            "Tờ khai đăng ký khai sinh (theo mẫu)",
            "Giấy chứng sinh, hoặc văn bản của người làm chứng xác nhận về việc sinh",
            "Văn bản ủy quyền có chứng thực, nếu nhờ người khác đi làm thay",
            "Căn cước của người đi đăng ký (xuất trình)",
            "Giấy chứng nhận kết hôn của cha, mẹ, nếu có",
        ),
        fee="Miễn phí, trừ đăng ký quá hạn",
        time_limit="Ngay trong ngày; sau 15 giờ trả ngày làm việc tiếp theo",
        keywords=("giay khai sinh", "be moi sinh"),
    ),
    ProcedureInfo(
        code="2.000815",
        label="Chứng thực bản sao từ bản chính",
        name="Thủ tục chứng thực bản sao từ bản chính giấy tờ, văn bản",
        service="chung_thuc",
        keywords=("sao y", "photo cong chung"),
    ),
)
IDLE_MOVES = (Move.CALL_NEXT, Move.PAUSE, Move.CLOSE)
EMPTY_MOVES = (Move.PAUSE, Move.CLOSE)
CALLED_MOVES = (Move.RECALL, Move.START, Move.HOLD, Move.TRANSFER, Move.NO_SHOW)
SERVING_MOVES = (Move.COMPLETE, Move.HOLD, Move.TRANSFER)
PAUSED_MOVES = (Move.RESUME, Move.CLOSE)


def codes(*pairs: tuple[str, str]) -> tuple[CodeInfo, ...]:
    """Coded choices."""
    return tuple(CodeInfo(code=code, name=name) for code, name in pairs)


def office() -> OfficeInfo:
    """A ward office of thirteen desks with long names."""
    return OfficeInfo(
        id="hoa-binh",
        name="Trung tâm Phục vụ hành chính công phường Hòa Bình",
        unit="UBND phường Hòa Bình",
        zone="Asia/Ho_Chi_Minh",
        hotline="0258 3 000 000",
        slogan="Vì nhân dân phục vụ",
        hours=("07:30–11:30", "13:30–17:00"),
        status_url="",
        promise_min=15,
        alert_min=30,
        recall_limit=2,
        fields=(),
        services=tuple(_service(*each) for each in SERVICES),
        counters=tuple(_counter(at, *each) for at, each in enumerate(DESKS)),
        clerks=tuple(ClerkInfo(id=i, name=n, title=t) for i, n, t in CLERKS),
        priorities=(
            PriorityInfo(code="P1", name="Người khuyết tật nặng, đặc biệt nặng"),
            PriorityInfo(code="P3", name="Người cao tuổi"),
        ),
        pause_reasons=codes(
            ("nghi_ngan", "nghỉ ngắn"),
            ("hop", "họp đột xuất"),
            ("phan_mem", "phần mềm dịch vụ công gặp lỗi"),
            ("ban_giao", "bàn giao hồ sơ"),
        ),
        call_reasons=codes(("em_be", "Trẻ nhỏ")),
        transfer_reasons=codes(
            ("sai_quay", "Lấy nhầm số"),
            ("buoc_tiep", "Bước tiếp theo của hồ sơ"),
            ("tham_quyen", "Không thuộc thẩm quyền của quầy"),
        ),
        hold_reasons=codes(
            ("bo_sung", "Bổ sung giấy tờ"),
            ("photo", "Đi sao chụp"),
            ("nop_le_phi", "Nộp lệ phí"),
            ("viec_rieng", "Việc riêng"),
        ),
        outcomes=codes(
            ("tiep_nhan", "Tiếp nhận hồ sơ"),
            ("bo_sung", "Yêu cầu bổ sung, hoàn thiện"),
            ("tu_choi", "Từ chối tiếp nhận"),
            ("xin_loi", "Xin lỗi và hẹn lại ngày trả"),
            ("tra_ket_qua", "Trả kết quả"),
            ("huong_dan", "Hướng dẫn"),
            ("khong_tham_quyen", "Không thuộc thẩm quyền"),
        ),
        frequent=(),
        notices=(),
        phrases={
            "hold": "Số {label} của ông/bà được giữ trong {minutes} phút để hoàn thiện giấy tờ. "
            "Xin mời trở lại {counter}, không phải lấy số mới."
        },
        procedures=PROCEDURES,
        supervisors=("khanh",),
        helpers=("lan", "an"),
        tags=codes(
            ("mat_mang", "Mất mạng"),
            ("phan_mem", "Phần mềm dịch vụ công lỗi"),
            ("tham_quyen", "Chưa rõ thẩm quyền"),
            ("bieu_mau", "Thiếu biểu mẫu"),
        ),
        courtesy={
            "pack": ("4 xin, 5 biết", "Xin chào", "Biết lắng nghe ý kiến của người dân"),
            "greeting": ("Xin chào ông/bà, tôi có thể giúp gì?",),
        },
    )


def _service(service: str, name: str, prefix: str, usual_min: float) -> ServiceInfo:
    counters = tuple(f"q{at}" for at, (_, served) in enumerate(DESKS) if service in served)
    return ServiceInfo(
        id=service,
        name=name,
        field="",
        prefix=prefix,
        area="Khu A",
        usual_min=usual_min,
        counters=counters,
    )


def _counter(number: int, name: str, services: tuple[str, ...]) -> CounterInfo:
    return CounterInfo(
        id=f"q{number}", number=number, name=name, area="Khu A", services=services, clip=""
    )


def next_up(
    label: str = "6 028",
    minutes: int = 9,
    *,
    service: str = "khai_sinh",
    priority: str = "",
    why: Why | None = None,
) -> NextUp:
    """Somebody who has waited for ``minutes``."""
    return NextUp(
        ticket=f"t-{label.replace(' ', '')}",
        label=label,
        service=service,
        priority=priority,
        issued_at=NOW - timedelta(minutes=minutes),
        why=why or Why(code="oldest"),
    )


ELDERLY = Why(code="credit", params={"priority": "P3", "credit_min": 20})
CAPPED = Why(code="cap", params={"waited_min": 47, "cap_min": 45})
LINE = (
    next_up("6 029", 7, priority="P3", why=ELDERLY),
    next_up("5 014", 21, service="ho_tich"),
    next_up("6 030", 6),
    next_up("6 031", 4),
    next_up("5 015", 0, service="ho_tich"),
)


def ticket(
    status: TicketStatus = TicketStatus.CALLED,
    *,
    label: str = "6 027",
    service: str = "khai_sinh",
    priority: str = "",
    why: Why | None = None,
    minutes: int = 0,
    waited: int = 12,
    recalls: int = 0,
    transfers: int = 0,
) -> TicketView:
    """The ticket in hand, in its ``status`` since ``minutes``, called after ``waited``."""
    since = NOW - timedelta(minutes=minutes, seconds=20)
    serving = status is TicketStatus.SERVING
    called_at = since - timedelta(minutes=1) if serving else since
    return TicketView(
        id=f"t-{label.replace(' ', '')}",
        label=label,
        service=service,
        priority=priority,
        status=status,
        issued_at=called_at - timedelta(minutes=waited),
        called_at=called_at,
        started_at=since if serving else None,
        recall_count=recalls,
        transfer_count=transfers,
        why=why or Why(code="oldest"),
    )


def held(label: str = "6 019", until: int = 14) -> TicketView:
    """A ticket whose place is kept until ``until`` minutes from now."""
    return ticket(TicketStatus.ON_HOLD, label=label, minutes=10).model_copy(
        update={"held_until": NOW + timedelta(minutes=until)}
    )


def missed(label: str = "5 011") -> TicketView:
    """A ticket nobody came for."""
    return ticket(TicketStatus.NO_SHOW, label=label, service="ho_tich", minutes=10)


def moves_of(hand: TicketView | None, status: CounterStatus, waiting: int) -> tuple[Move, ...]:
    """What the server would light."""
    if hand is not None:
        return SERVING_MOVES if hand.status is TicketStatus.SERVING else CALLED_MOVES
    if status is CounterStatus.PAUSED:
        return PAUSED_MOVES
    return IDLE_MOVES if waiting else EMPTY_MOVES


def desk(
    hand: TicketView | None = None,
    *,
    clerk: str = "an",
    counter: str = "q9",
    status: CounterStatus = CounterStatus.OPEN,
    line: Iterable[NextUp] = LINE,
    following: NextUp | None = None,
    waiting: int = 6,
    set_aside: Iterable[TicketView] = (),
    moves: tuple[Move, ...] | None = None,
) -> DeskView:
    """Desk 9 with Mrs An, six people waiting unless told otherwise."""
    return DeskView(
        counter=counter,
        status=status,
        clerk=clerk,
        ticket=hand,
        moves=moves_of(hand, status, waiting) if moves is None else moves,
        next=(following or next_up()) if waiting else None,
        line=tuple(line) if waiting else (),
        set_aside=tuple(set_aside),
        waiting=waiting,
        served=12,
        mean_service_s=512.0,
    )


def empty_desk(**changes: object) -> DeskView:
    """A desk for which nobody waits."""
    return desk(waiting=0).model_copy(update=changes)


def paused_desk() -> DeskView:
    """A desk that rests."""
    return desk(status=CounterStatus.PAUSED)


def counters(own: DeskView | None) -> tuple[CounterState, ...]:
    """Every desk of the office; the own one as the view of it says."""
    states = []
    for at in range(len(DESKS)):
        counter = f"q{at}"
        if own is not None and own.counter == counter:
            states.append(_own_state(own))
        else:
            states.append(_other_state(at, counter))
    return tuple(states)


def _own_state(own: DeskView) -> CounterState:
    paused = own.status is CounterStatus.PAUSED
    return CounterState(
        counter=own.counter,
        status=own.status,
        clerk=own.clerk,
        label=own.ticket.label if own.ticket else "",
        ticket_status=own.ticket.status if own.ticket else None,
        since_at=NOW,
        pause_reason="nghi_ngan" if paused else "",
        back_at=NOW + timedelta(minutes=5) if paused else None,
    )


def _other_state(at: int, counter: str) -> CounterState:
    """Desk 2 serves, 3 calls, 4 rests, 6 and 8 are ready; the others are closed."""
    session = {2: "binh", 3: "chau", 4: "dung", 6: "giang", 8: "hai"}
    label = {2: "1 044", 3: "1 045"}.get(at, "")
    status = CounterStatus.CLOSED
    if at in session:
        status = CounterStatus.PAUSED if at == 4 else CounterStatus.OPEN
    doing = {2: TicketStatus.SERVING, 3: TicketStatus.CALLED}.get(at)
    return CounterState(
        counter=counter,
        status=status,
        clerk=session.get(at, ""),
        label=label,
        ticket_status=doing,
        since_at=NOW,
        pause_reason="hop" if at == 4 else "",
        back_at=NOW + timedelta(minutes=18) if at == 4 else None,
    )


KIOSKS = (
    DeviceState(device="K1", role="kiosk", connected=True),
    DeviceState(device="K2", role="kiosk", connected=False),
    DeviceState(device="K3", role="kiosk", connected=True, faults={"printer": "paper_out"}),
)


def view(
    own: DeskView | None = None, version: int = 40, kiosks: tuple[DeviceState, ...] = KIOSKS
) -> CounterView:
    """The whole picture of a counter app."""
    opened = {"dat_dai", "xay_dung", "chung_thuc", "khai_sinh", "ho_tich"}
    return CounterView(
        version=version,
        at=NOW,
        day="2026-11-23",
        desk=own,
        counters=counters(own),
        services=tuple(
            ServiceLoad(
                service=service,
                waiting=3 if service in opened else 0,
                open_counters=1 if service in opened else 0,
                wait=WaitRange(low_min=10, high_min=20) if service in opened else None,
            )
            for service, *_ in SERVICES
        ),
        kiosks=kiosks,
    )


def welcome(shown: CounterView) -> Welcome:
    """The server's greeting with this view."""
    return Welcome(
        protocol=1,
        server="test",
        at=NOW,
        clock_rate=1.0,
        office=office(),
        view=shown,
        last_notice="2026-11-23/0",
    )


class FakeLink(QObject):
    """A server link without a server: remembers what was sent, says what the test wants said."""

    welcomed = Signal(object)
    viewed = Signal(object)
    noticed = Signal(object)
    answered = Signal(str, object)
    told = Signal(str, object)
    signedIn = Signal(str, object)  # noqa: N815 -- the link's own name for it
    connectionChanged = Signal(str)  # noqa: N815 -- the link's own name for it

    def __init__(self) -> None:
        """Not connected yet."""
        super().__init__()
        self.sent: list[AnyCommand] = []
        self.asked: list[AnyQuery] = []
        self.watched: list[str] = []
        self.started = self.stopped = 0
        self.signs: list[tuple[str, str, str]] = []
        self.time = NOW
        self.is_stale = False

    def send(self, command: AnyCommand) -> str:
        """Remember the command; ids are c1, c2 and so on."""
        self.sent.append(command)
        return f"c{len(self.sent)}"

    def ask(self, query: AnyQuery) -> str:
        """Remember the question."""
        self.asked.append(query)
        return f"q{len(self.asked)}"

    def start(self) -> None:
        """Connect."""
        self.started += 1

    def stop(self) -> None:
        """Close for good."""
        self.stopped += 1

    def watch(self, scope: str) -> None:
        """Remember what was asked for."""
        self.watched.append(scope)

    def sign_in(self, clerk: str, pin: str, new_pin: str = "") -> str:
        """Remember who tried; ids are s1, s2 and so on."""
        self.signs.append((clerk, pin, new_pin))
        return f"s{len(self.signs)}"

    def sign_out(self) -> str:
        """Remember that somebody left, as a sign-in of nobody."""
        return self.sign_in("", "")

    def now(self) -> datetime:
        """The test's own time."""
        return self.time

    def done(self, version: int = 41) -> None:
        """The server carried out the last command."""
        command = f"c{len(self.sent)}"
        self.answered.emit(command, Result(id=command, version=version))
