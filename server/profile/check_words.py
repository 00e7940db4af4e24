"""What people read: composed letters, polite words, sentences that can be filled in."""

import unicodedata
from collections.abc import Iterable, Iterator
from string import Formatter

from server.profile.catalogue import Procedure
from server.profile.draft import Draft
from server.profile.phrases import NEEDED, PLACEHOLDERS
from server.profile.problem import Problem


def word_problems(draft: Draft, procedures: Iterable[Procedure]) -> Iterator[Problem]:
    """Mistakes in the texts of ``draft``; ``procedures`` are those of the catalogue."""
    for key, text in draft.all_texts():
        if not unicodedata.is_normalized("NFC", text):
            yield draft.error(key, "is not NFC: write composed letters, or search and sorting fail")
    for key, text in _read_aloud(draft):
        plain = unicodedata.normalize("NFC", text).casefold()
        if "!" in text:
            yield draft.warning(key, "has an exclamation mark")
        if "khách hàng" in plain:
            yield draft.warning(key, 'says "khách hàng": citizens are "ông/bà"')
    yield from _placeholders(draft.table("phrases"))
    yield from _texts_of_nothing(draft, procedures)


def _read_aloud(draft: Draft) -> Iterator[tuple[str, str]]:
    for name in ("phrases", "courtesy"):
        for key, text in draft.table(name).all_texts():
            if key != text:
                yield f"{name}.{key}", text
    yield from draft.texts("notices")
    slogan = draft.table("office").text("slogan")
    if slogan is not None:
        yield "office.slogan", slogan


def _texts_of_nothing(draft: Draft, procedures: Iterable[Procedure]) -> Iterator[Problem]:
    """Translations of what stands nowhere: the Vietnamese was changed or misspelt."""
    others = {name: value for name, value in draft.data.items() if name != "texts"}
    there = {text for _, text in Draft(draft.file, "", others).all_texts()}
    there.update(text for procedure in procedures for text in procedure.texts())
    texts = draft.table("texts")
    for language in texts.data:
        for text in texts.table(language).data:
            if text not in there:
                reason = f'"{text}" stands neither in the file nor in the catalogue'
                yield draft.warning(f"texts.{language}", reason)


def _placeholders(phrases: Draft) -> Iterator[Problem]:
    for moment, allowed in PLACEHOLDERS.items():
        text = phrases.text(moment)
        if text is None:
            continue
        try:
            used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        except ValueError as error:
            yield phrases.error(moment, f"braces do not match: {error}")
            continue
        for name in sorted(used - allowed):
            known = ", ".join(f"{{{a}}}" for a in sorted(allowed)) or "nothing"
            yield phrases.error(moment, f"{{{name}}} cannot be filled in here, only {known}")
        for name in sorted(NEEDED.get(moment, frozenset()) - used):
            yield phrases.error(moment, f"{{{name}}} is missing: nobody would know who is meant")
