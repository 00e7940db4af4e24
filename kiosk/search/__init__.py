"""The kiosk's search: without accents, with typing errors, in any order, by everyday words. Pure.

``khai sinh``, ``sinh kh``, ``khaisinh``, ``kahi sinh``, ``khai sinhh`` and ``dkks`` all find
*Đăng ký khai sinh*, and ``em bé mới sinh`` does. An :class:`Entry` is what can be found;
:func:`index` makes entries ready once, :func:`find` answers between two keys.
"""

from kiosk.search.find import find
from kiosk.search.index import Entry, SearchIndex, index
from kiosk.search.lexicon import Lexicon, shipped_lexicon
from kiosk.search.spelling import fold

__all__ = ["Entry", "Lexicon", "SearchIndex", "find", "fold", "index", "shipped_lexicon"]
