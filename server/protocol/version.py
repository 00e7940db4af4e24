"""The version of the wire language and the oldest one this server still speaks."""

from typing import Final

PROTOCOL_VERSION: Final = 1
OLDEST_ACCEPTED: Final = 1
