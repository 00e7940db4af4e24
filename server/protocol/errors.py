"""Stable refusal codes: what crosses the wire instead of a sentence.

Its English and Vietnamese sentence is made at the client from ``server/words/refusals.py``;
``docs/protocol.md`` lists every code and a test keeps the three in step.
"""

from server.codes import ErrorCode

__all__ = ["ErrorCode"]
