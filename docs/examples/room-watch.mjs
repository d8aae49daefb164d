// Prints what changes on campus. Node 22 or newer as it is; Node 20 with --experimental-websocket, or with the package ws beside it.
//
//     node room-watch.mjs http://localhost:5080

const Socket = globalThis.WebSocket ?? (await import('ws')).WebSocket;
const address = new URL('/ws/rooms/overview/?heartbeat=light', process.argv[2] ?? 'http://localhost:5080');
address.protocol = address.protocol.replace('http', 'ws');

const silence = 70_000; // A heartbeat is due every 60 s.
const rooms = new Map();
let epoch;
let sequence;
let failures = 0;

function take(room) {
  if (rooms.get(room.room_id)?.occupancy_status !== room.occupancy_status) {
    console.log(`${room.room_name}: ${room.occupancy_status}`);
  }

  rooms.set(room.room_id, room);
}

/** True where a status has to be asked for. */
function apply(message) {
  if (message.sequence === undefined) {
    return false; // pong, error
  }

  if (message.rooms) { // rooms.status, heartbeat: the whole state
    const there = new Set(message.rooms.map(room => room.room_id));
    [...rooms.keys()].filter(id => !there.has(id)).forEach(id => rooms.delete(id));
    message.rooms.forEach(take);
    ({ epoch, sequence } = message);
    return false;
  }

  const isBeat = message.type === 'heartbeat';
  if (message.epoch !== epoch || message.sequence !== sequence + (isBeat ? 0 : 1)) {
    return true;
  }

  if (!isBeat) {
    take(message.status);
    sequence = message.sequence;
  }

  return false;
}

/** Ends when the connection does. */
function follow() {
  return new Promise(resolve => {
    const socket = new Socket(address);
    let watchdog = setTimeout(end, 10_000);
    let isOver = false;

    function end() {
      if (isOver) {
        return; // close() below may tell of an error in its turn
      }

      isOver = true;
      clearTimeout(watchdog);
      socket.close();
      resolve();
    }

    socket.addEventListener('message', ({ data }) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(end, silence);
      failures = 0;
      if (apply(JSON.parse(data))) {
        socket.send(JSON.stringify({ type: 'status.request' }));
      }
    });
    socket.addEventListener('close', end);
    socket.addEventListener('error', end);
  });
}

while (true) {
  await follow();
  const pause = Math.min(30, 2 ** failures) * (0.5 + Math.random() / 2);
  failures++;
  console.log(`connection lost, next try in ${pause.toFixed(1)} s`);
  await new Promise(resolve => setTimeout(resolve, pause * 1_000));
}
