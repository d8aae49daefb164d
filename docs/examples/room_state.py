"""The state of an overview, kept as docs/websocket-protocol.md says. For both Python clients."""

import json


class RoomState:
    """Applies messages, and tells when a status has to be asked for."""

    def __init__(self):
        self.rooms = {}
        self.epoch = None
        self.sequence = None

    def apply(self, text):
        """Returns (statuses that changed, whether to send status.request)."""
        message = json.loads(text)
        if "sequence" not in message:
            return [], False  # pong, error
        epoch, sequence = message["epoch"], message["sequence"]
        if "rooms" in message:  # rooms.status, heartbeat: the whole state
            changed = [room for room in message["rooms"] if self._differs(room)]
            self.rooms = {room["room_id"]: room for room in message["rooms"]}
            self.epoch, self.sequence = epoch, sequence
            return changed, False
        is_beat = message["type"] == "heartbeat"
        if epoch != self.epoch or sequence != self.sequence + (0 if is_beat else 1):
            return [], True
        if is_beat:
            return [], False
        room = message["status"]
        changed = [room] if self._differs(room) else []
        self.rooms[room["room_id"]] = room
        self.sequence = sequence
        return changed, False

    def _differs(self, room):
        known = self.rooms.get(room["room_id"])
        return known is None or known["occupancy_status"] != room["occupancy_status"]
