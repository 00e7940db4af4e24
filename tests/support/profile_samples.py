"""The demo offices' files, and the mistakes that can be planted in a copy of one."""

from dataclasses import dataclass
from pathlib import Path

import assets

WARD = assets.OFFICES / "ward-hoa-binh.toml"
PROVINCE = assets.OFFICES / "province-song-lam.toml"


@dataclass(frozen=True)
class Plant:
    """Text of the ward's file, what replaces it (first occurrence), and what must be reported."""

    name: str
    old: str
    new: str
    key: str
    reason: str
    warning: bool = False


def planted(into: Path, *plants: Plant) -> Path:
    """Write the ward's file with all ``plants`` to ``into`` and return its path."""
    text = WARD.read_text("utf-8")
    for plant in plants:
        assert plant.old in text, f"{plant.name}: the ward's file no longer has {plant.old!r}"
        text = text.replace(plant.old, plant.new, 1)
    path = into / "office.toml"
    path.write_text(text, "utf-8")
    return path


DECOMPOSED = "Tra\u0309 k\u00ea\u0301t qua\u0309"

# fmt: off
PLANTS = (
    Plant("unknown key", "[office]\n", '[office]\ncolour = "red"\n', "office.colour",
          "is not a known key"),
    Plant("missing key", 'unit = "Ủy ban nhân dân phường Hòa Bình"\n', "", "office.unit",
          "is missing"),
    Plant("number in quotes", "kiosk_lead_min = 30", 'kiosk_lead_min = "30"',
          "hours.kiosk_lead_min", "must be a whole number"),
    Plant("no such zone", "Asia/Ho_Chi_Minh", "Asia/Saigon_City", "office.zone", "no time zone"),
    Plant("blank text", 'hotline = "0200 000 000"', 'hotline = " "', "office.hotline",
          "must not be empty"),
    Plant("bad clock time", 'opens = "13:30"', 'opens = "1:30 PM"', "hours.sessions[1].opens",
          '"1:30 PM" is not a time'),
    Plant("sessions overlap", "[waiting]",
          '[[hours.sessions]]\ndays = ["wed"]\nopens = "11:00"\ncloses = "12:00"\n\n[waiting]',
          "hours.sessions[2].opens", "overlaps another session on wed"),
    Plant("alert before promise", "alert_min = 30", "alert_min = 10", "waiting.alert_min",
          "10 is below the promise of 15"),
    Plant("duplicate id", 'id = "cong_an"\nname = "Công an: cư trú, căn cước"',
          'id = "ho_tich"\nname = "Công an"', "fields[ho_tich].id", "stands 2 times"),
    Plant("unknown field", 'field = "thue"', 'field = "thuee"', "services[thue].field",
          'no field "thuee"'),
    Plant("duplicate prefix", 'prefix = "3"', 'prefix = "2"', "services[dat_dai_ubnd].prefix",
          "the prefix of services[dat_dai_vpdk]"),
    Plant("prefix in small letters", 'prefix = "4"', 'prefix = "x"', "services[xay_dung].prefix",
          "is not "),
    Plant("vulgar prefix", 'prefix = "5"', 'prefix = "K"', "services[van_xa].prefix",
          "provisional voice", warning=True),
    Plant("sound-alike prefixes", 'prefix = "7"', 'prefix = "B"', "services", "B, T sound alike",
          warning=True),
    Plant("sound-alike prefixes, the other", 'prefix = "0"', 'prefix = "T"', "services", "B, T",
          warning=True),
    Plant("long prefix", 'prefix = "A"', 'prefix = "AB"', "services[cong_an].prefix", "letter by",
          warning=True),
    Plant("volume step twice", 'at = "08:00", percent', 'at = "07:00", percent',
          "voice.volume[1].at", "07:00 stands twice"),
    Plant("volume steps out of order", 'at = "16:00", percent', 'at = "06:00", percent',
          "voice.volume", "not in order", warning=True),
    Plant("volume over the top", 'at = "07:00", percent = 80', 'at = "07:00", percent = 130',
          "voice.volume[0].percent", "less than or equal to 100"),
    Plant("a sentence the voice does not know", 'says = ["closing"]', 'says = ["lunch"]',
          "voice.says[0]", "closing"),
    Plant("numbers the wrong way round", "usual_min = 5.0",
          "usual_min = 5.0\nfirst_number = 500\nlast_number = 100",
          "services[chung_thuc].last_number", "100 is below the first number 500"),
    Plant("numbers too long", "usual_min = 20.0", "usual_min = 20.0\nlast_number = 4000",
          "services[dat_dai_vpdk].width", "4000 does not fit in 3 digits"),
    Plant("no usual time", "usual_min = 18.0", "usual_min = 0.0", "services[xay_dung].usual_min",
          "greater than 0"),
    Plant("service sessions overlap",
          'days = ["mon", "tue", "wed", "thu", "fri", "sat"]\nopens = "07:30"',
          'days = ["sat"]\nopens = "07:30"\ncloses = "08:00"\n\n'
          '[[services.sessions]]\ndays = ["sat"]\nopens = "07:00"',
          "services[cong_an].sessions[1].opens", "overlaps another session on sat"),
    Plant("unknown service at a counter", '["bao_tro"]', '["bao_tro", "bao_hiem"]',
          "counters[q7].services[1]", 'no service "bao_hiem"'),
    Plant("counter without service", '["kinh_doanh"]', "[]", "counters[q10].services",
          "serves nothing"),
    Plant("same desk twice", "number = 4\n", "number = 3\n", "counters[q4].number",
          "hangs over counters[q3]"),
    Plant("clip of another desk", 'clip = "desk_6"', 'clip = "desk_60"', "counters[q6].clip",
          "another desk than 6"),
    Plant("clip twice", 'clip = "desk_result"', 'clip = "desk_guide"', "counters[q12].clip",
          "counters[q0]"),
    Plant("clip that does not exist", 'clip = "desk_1"', 'clip = "desk_one"', "counters[q1].clip",
          "is not "),
    Plant("clip missing", 'clip = "desk_2"\n', "", "counters[q2].clip", "is missing"),
    Plant("nobody in charge", 'role = "supervisor"\n', "", "clerks", "nobody is a supervisor",
          warning=True),
    Plant("role unknown", 'role = "helper"', 'role = "chief"', "clerks[cb02].role", "'chief'"),
    Plant("credit above cap", "credit_min = 45", "credit_min = 60", "priorities[P1].credit_min",
          "60 is above the cap"),
    Plant("credit of nothing", "credit_min = 20", "credit_min = 0", "priorities[P3].credit_min",
          "does nothing", warning=True),
    Plant("duplicate code", 'code = "tu_choi"', 'code = "tiep_nhan"', "outcomes[tiep_nhan].code",
          "stands 2 times"),
    Plant("phrase that cannot be filled in", "đến {counter} (lần {n})", "đến {desk} (lần {n})",
          "phrases.recall", "{desk} cannot be filled in"),
    Plant("phrase without the number", "Số {label} tạm để lại", "Số tạm để lại", "phrases.no_show",
          "{label} is missing"),
    Plant("braces do not match", "Giờ làm việc: {hours}", "Giờ làm việc: {hours", "phrases.closed",
          "braces do not match"),
    Plant("unknown moment", "[phrases]\n", '[phrases]\ngoodbye = "Tạm biệt"\n', "phrases.goodbye",
          "not a known key"),
    Plant("exclamation mark", "Mong ông/bà thông cảm.", "Mong ông/bà thông cảm!",
          "phrases.priority_on", "exclamation mark", warning=True),
    Plant("khách hàng", "Hôm nay ông/bà cần", "Hôm nay khách hàng cần", "phrases.choose_service",
          "ông/bà", warning=True),
    Plant("not NFC", 'name = "Trả kết quả"\nnames = { en = "Results" }',
          'name = "' + DECOMPOSED + '"\nnames = { en = "Results" }', "services[tra_ket_qua].name",
          "is not NFC"),
    Plant("unknown frequent entry", '"2.000815", #', '"2.999815", #', "frequent[0]",
          "neither a service"),
    Plant("unknown procedure", '"1.001193", "1.000689"', '"1.001193", "1.999689"',
          "procedures.khai_sinh[1]", 'no procedure "1.999689"'),
    Plant("procedure linked twice", '"2.000693", "2.000821"', '"2.000693", "2.000815"',
          "procedures.chung_thuc[0]", 'linked to "thue" already'),
    Plant("arrivals do not add up", 'closes = "09:00", share = 0.35',
          'closes = "09:00", share = 0.45', "simulation.arrivals", "add up to 1.1"),
    Plant("arrivals at lunch", '{ opens = "15:00", closes = "17:00"',
          '{ opens = "12:00", closes = "13:00"', "simulation.arrivals[4].opens", "not within any"),
    Plant("unknown service in the simulation", "xay_dung = { share = 0.04",
          "xay_cat = { share = 0.04", "simulation.services.xay_cat", 'no service "xay_cat"'),
    Plant("everybody leaves", "no_show_rate = 0.04", "no_show_rate = 1.0",
          "simulation.no_show_rate", "less than 1"),
    Plant("cut-off outside the hours", 'cutoff = "15:00"', 'cutoff = "12:00"',
          "services[khai_sinh].cutoff", "12:00 is outside its hours", warning=True),
    Plant("no such discipline", 'kind = "credit"', 'kind = "lottery"', "discipline.kind",
          "'lottery'"),
    Plant("turns of nobody", "preferred_first = false",
          "preferred_first = false\nordinary_turns = 0", "discipline.ordinary_turns",
          "greater than or equal to 1"),
    Plant("limit below nothing", "undo_s = 60", "undo_s = -1", "limits.undo_s", "greater than"),
    Plant("unknown limit", "transfers = 2", "transfers = 2\npatience = 3", "limits.patience",
          "is not a known key"),
    Plant("special day of no service", '["chung_thuc", "khai_sinh", "ket_hon"]', '["chung_thu"]',
          "special_days[fri].services[0]", 'no service "chung_thu"'),
    Plant("locked for no reason", '["hop", "di_co_so"]', '["hop", "ngu"]',
          "special_days[fri].locked_pause_reasons[1]", 'no pause reason "ngu"'),
    Plant("skill in nothing", 'title = "Công chức hướng dẫn"',
          'title = "Công chức hướng dẫn"\nskills = ["thuee"]', "clerks[cb02].skills[0]",
          'no service "thuee"'),
    Plant("language in words", 'title = "Cán bộ thuế"',
          'title = "Cán bộ thuế"\nlanguages = ["Khmer"]', "clerks[cb03].languages[0]",
          "a language code"),
    Plant("call reason twice", 'code = "da_hen_gio"', 'code = "bo_sung_ngay"',
          "call_reasons[bo_sung_ngay].code", "stands 2 times"),
    Plant("rank of nothing", "rank = 2", "rank = 0", "priorities[P1].rank", "greater than"),
    Plant("waits that shrink", "rate_percent = 200", "rate_percent = 50",
          "priorities[P3].rate_percent", "greater than"),
    Plant("capacity below nothing", "usual_min = 12.0", "usual_min = 12.0\ndaily_capacity = -1",
          "services[bao_tro].daily_capacity", "greater than"),
    Plant("closing beyond words", "[hours]\n", '[hours]\nbeyond_closing = "shrug"\n',
          "hours.beyond_closing", "'shrug'"),
    Plant("no date", "[[special_days]]",
          '[[exceptions]]\ndate = "2027-02-30"\nname = "Tết"\n\n[[special_days]]',
          "exceptions[2027-02-30].date", "day is out of range"),
    Plant("date the other way round", "[[special_days]]",
          '[[exceptions]]\ndate = "30/04/2027"\nname = "Lễ"\n\n[[special_days]]',
          "exceptions[30/04/2027].date", "a date such as"),
    Plant("holiday twice", "[[special_days]]",
          '[[exceptions]]\ndate = "2027-01-01"\nname = "Tết Dương lịch"\n\n'
          '[[exceptions]]\ndate = "2027-01-01"\nname = "Nghỉ"\n\n[[special_days]]',
          "exceptions[2027-01-01].date", "is Tết Dương lịch already"),
    Plant("overtime overlaps", "[[special_days]]",
          '[[exceptions]]\ndate = "2027-01-02"\nname = "Làm thêm giờ"\nsessions = [\n'
          '  { opens = "07:30", closes = "11:30" },\n  { opens = "11:00", closes = "12:00" },\n]'
          "\n\n[[special_days]]",
          "exceptions[2027-01-02].sessions[1].opens", "overlaps another session of that date"),
    Plant("a name for the same weekday", "[waiting]",
          '[[special_days]]\nweekday = "fri"\nname = "Thứ sáu"\n\n[waiting]',
          "special_days[fri].weekday", "fri has a name already"),
    Plant("unknown weekday", "fri = 1.1", "friday = 1.1", "simulation.weekday_factors.friday",
          "'friday'"),
)

APART = (
    Plant("service without counter", '["kinh_doanh"]\nclip', '["thue"]\nclip',
          "services[kinh_doanh].id", "no counter serves"),
    Plant("session ends before it begins", 'closes = "11:30"', 'closes = "07:00"',
          "hours.sessions[0].closes", "07:00 is not after 07:30"),
    Plant("weekday twice", '"thu", "fri"]', '"thu", "thu"]', "hours.sessions[0].days",
          "a weekday stands twice"),
    Plant("service twice at a counter", '["thue"]', '["thue", "thue"]', "counters[q1].services[1]",
          "stands twice"),
    Plant("procedures of no service", "kinh_doanh = [", "kinh_danh = [", "procedures.kinh_danh",
          'no service "kinh_danh"'),
    Plant("frequent twice", '"2.000884", #', '"2.000815", #', "frequent[1]", "stands twice"),
    Plant("words for nothing", "huong_dan = [\"không biết\"", "huong_dann = [\"không biết\"",
          "keywords.huong_dann", "neither a service nor a linked procedure"),
    Plant("open before the day turns", "kiosk_lead_min = 30",
          'kiosk_lead_min = 30\nday_turns = "08:00"', "hours.sessions[0].opens",
          "is before the day turns at 08:00"),
    Plant("open after the day has turned", 'closes = "17:00"', 'closes = "26:00"',
          "hours.sessions[1].closes", "is after the day has turned at 00:00"),
    Plant("turns in the afternoon", "kiosk_lead_min = 30",
          'kiosk_lead_min = 30\nday_turns = "13:00"', "hours.day_turns", "no hour of the night"),
    Plant("field closes before it opens", 'names = { en = "Civil status" }',
          'names = { en = "Civil status" }\n\n[[fields.sessions]]\ndays = ["mon"]\n'
          'opens = "15:00"\n'
          'closes = "14:00"', "fields[ho_tich].sessions[0].closes", "14:00 is not after 15:00"),
    Plant("skill twice", 'role = "supervisor"',
          'role = "supervisor"\nskills = ["thue", "thue"]', "clerks[cb01].skills[1]",
          "stands twice"),
    Plant("two clerks of one name", "Võ Ngọc Khánh", "Đặng Quốc Bảo", "clerks[cb02].name",
          "2 clerks are called", warning=True),
    Plant("prefix that begins another", 'prefix = "0"', 'prefix = "11"', "services[thue].prefix",
          '"1" is how "11" begins', warning=True),
    Plant("four digits", "usual_min = 8.0", "usual_min = 8.0\nwidth = 4", "services[thue].width",
          "three digits best", warning=True),
    Plant("unknown priority in the simulation", "P4 = 0.02 }", "P9 = 0.02 }",
          "simulation.priorities.P9", 'no priority "P9"'),
    Plant("more than everybody has priority", "P3 = 0.10", "P3 = 0.99", "simulation.priorities",
          "above 1"),
    Plant("window ends before it begins", 'closes = "10:30"', 'closes = "08:30"',
          "simulation.arrivals[1].closes", "08:30 is not after 09:00"),
    Plant("windows overlap", '{ opens = "09:00"', '{ opens = "08:00"',
          "simulation.arrivals[1].opens", "overlaps another window"),
    Plant("nobody comes", "thue = { share = 0.05, cv = 0.6 }\n", "", "simulation.services",
          'nobody comes for "thue"', warning=True),
    Plant("service shares do not add up", "thue = { share = 0.05", "thue = { share = 0.25",
          "simulation.services", "add up to 1.2"),
    Plant("bare date", 'hotline = "0200 000 000"', "hotline = 2026-01-01", "office.hotline",
          "must be text in quotes"),
    Plant("shouting notice", "được số hóa", "được số hóa!", "notices[3]", "exclamation",
          warning=True),
    Plant("shouting slogan", "Vì nhân dân phục vụ", "Vì nhân dân phục vụ!", "office.slogan",
          "exclamation", warning=True),
)
# fmt: on
"""``PLANTS`` are one mistake each and fit into one file together; ``APART`` need one each."""
