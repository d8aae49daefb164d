#!/usr/bin/env bash
# Makes a picture of each page, light and dark, 360 and 1280 wide, of the demo campus: ./screenshots.sh [FOLDER, as shipped artifacts/screenshots]
set -euo pipefail
folder="$(realpath -m "${1:-$(dirname "$0")/artifacts/screenshots}")"
cd "$(dirname "$0")"
mkdir -p "$folder"
ROOMMONITOR_SCREENSHOTS="$folder" ./test.sh --all --filter FullyQualifiedName~PageTourTests
echo "The pictures are in $folder"
