"""One process beside the server that tries out the rest of the day.

Run as ``python -m server.office.advice_process``.

The loop never waits for it: questions and answers are pickles on its standard input and output, one
after another. It is started at the first question, gives way to everything else on the machine,
ends when the server does, however that ends, and is started anew if it has died.
"""

import asyncio
import os
import pickle
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, Final

import structlog

from server.simulator.advice_search import Comparison, advise, what_if
from server.simulator.rest_of_day import Outlook, StaffingStep

ANSWER_TIMEOUT_S: Final = 20.0
"""Seconds. A search ends by itself after two; a busy machine may start it late."""
LENGTH_BYTES: Final = 4
NICENESS: Final = 10

log = structlog.get_logger("advice")


@dataclass(frozen=True, slots=True)
class AdviceQuestion:
    """The question what ``step`` would do to a service or, without a step, what should be done."""

    outlook: Outlook
    step: StaffingStep | None = None
    service: str = ""


class AdviceWorker:
    """Asks the process, one question at a time. Used on one event loop."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    @property
    def is_busy(self) -> bool:
        """Whether a question is being answered."""
        return self._turn.locked()

    async def ask(self, question: AdviceQuestion) -> Comparison | None:
        """The answer; ``None`` when nothing helps, and when the process failed to answer."""
        async with self._turn:
            try:
                async with asyncio.timeout(ANSWER_TIMEOUT_S):
                    return await self._answer(question)
            except (OSError, EOFError, TimeoutError) as error:
                log.warning("no_advice", error=repr(error))
                await self._kill()
                return None
            except asyncio.CancelledError:
                # Its late answer would be taken for that of the next question.
                await self._kill()
                raise

    async def stop(self) -> None:
        """Kill the process, whatever it is doing."""
        await self._kill()

    async def _answer(self, question: AdviceQuestion) -> Comparison | None:
        process = self._process
        if process is None or process.returncode is not None:
            process = self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "server.office.advice_process"),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
        if process.stdin is None or process.stdout is None:
            raise EOFError("no pipes")
        process.stdin.write(_framed(question))
        await process.stdin.drain()
        length = int.from_bytes(await process.stdout.readexactly(LENGTH_BYTES), "big")
        answer = pickle.loads(await process.stdout.readexactly(length))  # noqa: S301 -- of our own process
        return answer if isinstance(answer, Comparison) else None

    async def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        # Reads what is left, so that the pipes are closed when it returns.
        await process.communicate()


def _framed(what: object) -> bytes:
    body = pickle.dumps(what)
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


def serve(asked: BinaryIO, answered: BinaryIO) -> None:
    """Answer questions until there are no more."""
    while length := int.from_bytes(asked.read(LENGTH_BYTES), "big"):
        answer = answered_one(pickle.loads(asked.read(length)))  # noqa: S301 -- of our own server
        answered.write(_framed(answer))
        answered.flush()


def answered_one(question: AdviceQuestion) -> Comparison | None:
    """The answer to one question, computed in the process."""
    if question.step is None:
        return advise(question.outlook)
    return what_if(question.outlook, question.step, question.service)


def main() -> None:
    """The entry point of the process."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # The terminal's interrupt is for the server, which ends this process in its own time.
    with suppress(KeyboardInterrupt):
        serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
