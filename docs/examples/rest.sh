#!/bin/sh
# The same over REST, for a look now and then. Needs curl and jq.
#   sh rest.sh http://localhost:5080
set -eu
server="${1:-http://localhost:5080}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

echo "# The status of all rooms, and its ETag"
etag="$(curl -sS --fail --compressed -o "$folder/rooms.json" -w '%header{etag}' "$server/api/rooms/status/")"
jq length "$folder/rooms.json"

echo "# Again: 304 as long as nothing has changed, not even a minute"
curl -sS --compressed -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $etag" "$server/api/rooms/status/"

echo "# Only what is free now, with 30 seats or more"
curl -sS --fail "$server/api/rooms/status/?status=free&min_capacity=30" | jq -r '.[].room_name'

echo "# One room"
curl -sS --fail "$server/api/rooms/$(jq '.[0].room_id' "$folder/rooms.json")/status/" | jq .
