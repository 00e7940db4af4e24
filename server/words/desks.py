"""A desk in words: to citizens, to staff, and what it is for. Pure."""

from server.protocol.office import CounterInfo, OfficeInfo


def desk_name(counter: CounterInfo) -> str:
    """A desk in a sentence: "quầy 9"; without a number by its name, "quầy hướng dẫn"."""
    if counter.number > 0:
        return f"quầy {counter.number}"
    name = counter.name
    return name[:1].lower() + name[1:] if name.startswith("Quầy ") else f"quầy {name}"


def counter_name(office: OfficeInfo, counter: str) -> str:
    """What staff call the desk: ``Quầy 9``, ``Quầy 0``; the id when the office does not know it."""
    known = office.counter(counter)
    return f"Quầy {known.number}" if known else counter


def counter_work(office: OfficeInfo, counter: str) -> str:
    """What the desk is for: its own name, else its services; empty when it is not known."""
    known = office.counter(counter)
    if known is None:
        return ""
    return known.name or ", ".join(office.service_name(each) for each in known.services)
