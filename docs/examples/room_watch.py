#!/usr/bin/env python3
"""Prints what changes on campus, with nothing but Python's standard library (3.9 or newer).

    python3 room_watch.py http://localhost:5080
"""

import base64
import hashlib
import os
import random
import socket
import ssl
import struct
import sys
import time
from urllib.parse import urlsplit

from room_state import RoomState

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
SILENCE = 70  # seconds: a heartbeat is due every 60


class Refused(Exception):
    """The server answered, and it wasn't a socket."""


class WebSocket:
    """As much of RFC 6455 as a client needs."""

    def __init__(self, url):
        parts = urlsplit(url)
        is_secure = parts.scheme == "https"
        self._socket = socket.create_connection((parts.hostname, parts.port or (443 if is_secure else 80)), timeout=10)
        if is_secure:
            self._socket = ssl.create_default_context().wrap_socket(self._socket, server_hostname=parts.hostname)
        self._socket.settimeout(SILENCE)
        self._file = self._socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        path = parts.path + ("?" + parts.query if parts.query else "")
        self._socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        answer = self._file.readline().decode()
        headers = {}
        while (line := self._file.readline().decode().strip()) != "":
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()
        if " 101 " not in answer or headers.get("sec-websocket-accept") != accept:
            raise Refused(answer.strip())

    def send(self, payload, opcode=TEXT):
        mask = os.urandom(4)
        size = len(payload)
        head = struct.pack("!BB", 0x80 | opcode, 0x80 | size) if size < 126 else struct.pack("!BBH", 0x80 | opcode, 0xFE, size)
        self._socket.sendall(head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload)))

    def read(self):
        """The next text message; None when the server closes."""
        message = b""
        while True:
            first, second = self._exactly(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack("!H", self._exactly(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", self._exactly(8))
            payload = self._exactly(size)
            opcode = first & 0x0F
            if opcode == CLOSE:
                self.send(payload[:2], CLOSE)
                return None
            if opcode == PING:
                self.send(payload, PONG)
            elif opcode != PONG:
                message += payload
                if first & 0x80:
                    return message.decode()

    def close(self):
        self._file.close()
        self._socket.close()

    def _exactly(self, size):
        data = self._file.read(size)
        if len(data) < size:
            raise ConnectionError("The connection broke.")
        return data


def follow(url, state, heard):
    web_socket = WebSocket(url)
    try:
        while (text := web_socket.read()) is not None:
            heard()
            changed, ask = state.apply(text)
            for room in changed:
                print(f"{room['room_name']}: {room['occupancy_status']}", flush=True)
            if ask:
                web_socket.send(b'{"type":"status.request"}')
    finally:
        web_socket.close()


def main():
    server = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:5080"
    state, failures = RoomState(), 0

    def heard():
        nonlocal failures
        failures = 0

    while True:
        try:
            follow(server.rstrip("/") + "/ws/rooms/overview/?heartbeat=light", state, heard)
        except Refused as refusal:
            if " 404 " in str(refusal) or " 403 " in str(refusal):
                sys.exit(f"The server refuses: {refusal}")
        except OSError as error:
            print(error, file=sys.stderr)
        pause = min(30, 2**failures) * random.uniform(0.5, 1)
        failures = min(failures + 1, 5)
        print(f"connection lost, next try in {pause:.1f} s", flush=True)
        time.sleep(pause)


if __name__ == "__main__":
    main()
