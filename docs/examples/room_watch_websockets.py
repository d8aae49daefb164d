#!/usr/bin/env python3
"""Prints what changes on campus, with the package websockets (10 or newer: pip install websockets, apt install python3-websockets).

    python3 room_watch_websockets.py http://localhost:5080
"""

import asyncio
import random
import sys

import websockets

from room_state import RoomState

SILENCE = 70  # seconds: a heartbeat is due every 60


async def follow(url, state, heard):
    # Campuses are large: a status of all rooms has 400 bytes a room.
    async with websockets.connect(url, max_size=None, open_timeout=10) as web_socket:
        while True:
            text = await asyncio.wait_for(web_socket.recv(), SILENCE)
            heard()
            changed, ask = state.apply(text)
            for room in changed:
                print(f"{room['room_name']}: {room['occupancy_status']}", flush=True)
            if ask:
                await web_socket.send('{"type":"status.request"}')


async def main():
    server = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:5080"
    url = "ws" + server.rstrip("/").removeprefix("http") + "/ws/rooms/overview/?heartbeat=light"
    state, failures = RoomState(), 0

    def heard():
        nonlocal failures
        failures = 0

    while True:
        try:
            await follow(url, state, heard)
        except (OSError, asyncio.TimeoutError, websockets.exceptions.WebSocketException) as error:
            status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
            if status in (403, 404):
                sys.exit(f"The server refuses: HTTP {status}")
            print(error, file=sys.stderr)
        pause = min(30, 2**failures) * random.uniform(0.5, 1)
        failures = min(failures + 1, 5)
        print(f"connection lost, next try in {pause:.1f} s", flush=True)
        await asyncio.sleep(pause)


if __name__ == "__main__":
    asyncio.run(main())
