#!/bin/sh
# Books a free room of the demo campus for the next ten minutes, and shows the reservation. Needs curl 7.82 and jq.
#   sh book.sh http://localhost:5080
set -eu
server="${1:-http://localhost:5080}"

token="$(curl -sS --fail "$server/api/auth/login/" --json '{"email":"staff@demo.local","password":"Demo-campus-1"}' | jq -r .access)"
# The campus may live at another time than this machine (Clock:StartAt).
now="$(curl -sS --fail "$server/api/rooms/1/schedule/" | jq -r .timestamp)"
body="$(curl -sS --fail "$server/api/rooms/status/?status=free" | jq --arg now "$now" '
  ($now[:16] + ":00Z") as $start | ($start | fromdate + 600 | todate) as $until |
  [.[] | select(.free_until == null or .free_until > $until)][0] |
  {room_id, start: $start, end: $until, purpose: "Trying it out", attendees: 1}')"
curl -sS --fail-with-body "$server/api/reservations/" -H "Authorization: Bearer $token" --json "$body"
echo
