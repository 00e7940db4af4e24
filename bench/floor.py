"""What the machine itself costs: one durable commit, one bare websocket hop, one bare broadcast.

Run as a program (``python -m bench.floor``) it is the bare server: it echoes, and a message
that begins with ``all:`` goes to everybody by ``websockets.broadcast``.
"""

import asyncio
import sqlite3
from pathlib import Path

from websockets.asyncio.server import ServerConnection, broadcast, serve

from bench.measure import Sample


def commits(folder: Path, count: int) -> Sample:
    """Durable commits of one row of an event's size, one after another, in SQLite as we use it."""
    connection = sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE event (version INTEGER PRIMARY KEY, body TEXT)")
    sample = Sample()
    for _ in range(count):
        with sample.timed():
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO event (body) VALUES (?)", ("x" * 600,))
            connection.execute("COMMIT")
    connection.close()
    return sample


async def _bare(connection: ServerConnection) -> None:
    async for message in connection:
        if message[:4] == "all:":
            broadcast(connection.server.connections, message)
        else:
            await connection.send(message)


async def _main() -> None:
    async with serve(_bare, "127.0.0.1", 0, compression=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        print(f'{{"ws": "ws://127.0.0.1:{port}"}}', flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_main())
