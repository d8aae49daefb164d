#!/bin/sh
# Books a free room of the demo campus for the next ten minutes, and shows the reservation. Needs curl 7.82 and jq.
#   sh book.sh http://localhost:5080
set -eu
server="${1:-http://localhost:5080}"

token="$(curl -sS --fail "$server/api/auth/login/" --json '{"email":"staff@demo.local","password":"Demo-campus-1"}' | jq -r .access)"
body="$(curl -sS --fail "$server/api/rooms/status/?status=free" | jq '
  (now / 60 | floor * 60) as $start | ($start + 600 | todate) as $until |
  [.[] | select(.free_until == null or .free_until > $until)][0] |
  {room_id, start: ($start | todate), end: $until, purpose: "Trying it out", attendees: 1}')"
curl -sS --fail-with-body "$server/api/reservations/" -H "Authorization: Bearer $token" --json "$body" | jq .
