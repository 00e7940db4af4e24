"""How a server makes itself known on its network (mDNS, DNS-SD), for clients that look for one.

The text record of the service says ``office`` (the office's id), ``name`` (its unit, for people)
and ``path`` (of the websocket).
"""

from typing import Final

SERVICE_TYPE: Final = "_denluot._tcp.local."
OFFICE: Final = "office"
NAME: Final = "name"
PATH: Final = "path"
