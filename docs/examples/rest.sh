#!/bin/sh
# The same over REST, for a look now and then. Needs curl.
#   sh rest.sh http://localhost:5080
set -eu
server="${1:-http://localhost:5080}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

echo "# The status of all rooms, and its ETag"
curl -sS --fail --compressed -D "$folder/headers" -o "$folder/rooms.json" "$server/api/rooms/status/"
etag="$(tr -d '\r' < "$folder/headers" | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')"
wc -c < "$folder/rooms.json"

echo "# Again: 304 as long as nothing has changed, not even a minute"
curl -sS --compressed -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $etag" "$server/api/rooms/status/"

echo "# Only what is free now, with 30 seats or more"
curl -sS --fail "$server/api/rooms/status/?status=free&min_capacity=30" | tr '{' '\n' | sed -n 's/.*"room_name":"\([^"]*\)".*/\1/p'
echo

echo "# One room"
id="$(tr '{' '\n' < "$folder/rooms.json" | sed -n 's/^"room_id":\([0-9]*\).*/\1/p' | head -n 1)"
curl -sS --fail "$server/api/rooms/$id/status/"
echo
