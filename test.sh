#!/usr/bin/env bash
# Runs the tests. Nothing is needed beforehand but the .NET SDK.
#   ./test.sh           the fast tier: needs nothing outside the repository but packages and Chromium
#   ./test.sh --shared  the tests on the shared data too ($ROOMMONITOR_SHARED, else ../shared)
#   ./test.sh --all     the long tier too, and the tests on the shared data where that is there: else they are skipped, and counted so
# Further arguments go to dotnet test, such as --filter FullyQualifiedName~Browser.
set -euo pipefail
cd "$(dirname "$0")"

filter="Category!=Long&Category!=Shared"
if [ "${1:-}" = "--all" ] || [ "${1:-}" = "--shared" ]; then
  filter=""
  [ "$1" = "--all" ] || filter="Category!=Long"
  shared="${ROOMMONITOR_SHARED:-../shared}"
  if [ -d "$shared/data" ]; then
    ROOMMONITOR_SHARED="$(cd "$shared" && pwd)"
    export ROOMMONITOR_SHARED
  elif [ "$1" = "--shared" ]; then
    echo "test.sh $1 needs the shared data: $shared/data is missing. Set ROOMMONITOR_SHARED to the folder that holds data/." >&2
    exit 1
  fi
  shift
fi

shell=/usr/bin/chromium-headless-shell
if [ ! -x "${ROOMMONITOR_CHROMIUM:-$shell}" ]; then
  echo "Installing Chromium for the browser tests ..."
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo"
  if command -v apt-get >/dev/null; then
    # Debian's shell is the engine alone; where there is none, the whole browser does.
    $sudo apt-get update -qq || true
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium-headless-shell >/dev/null ||
      DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium >/dev/null || true
  fi
  if [ ! -x "${ROOMMONITOR_CHROMIUM:-$shell}" ] && [ ! -x /usr/bin/chromium ]; then
    echo "No Chromium at $shell or /usr/bin/chromium, and no apt-get to install it: install it, or set ROOMMONITOR_CHROMIUM to a browser." >&2
    exit 1
  fi
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Servers that tests start live for seconds: what the runtime does for later (profiles of what is hot) and a hardening that doubles each page
# of compiled code take a fifth of their time. Programs in the field keep both.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0
dotnet build RoomMonitor.sln -v quiet
arguments=(--no-build --logger "trx;LogFileName=results.trx" --results-directory artifacts/tests)
[ -n "$filter" ] && arguments+=(--filter "$filter")
rm -rf artifacts/tests
dotnet test RoomMonitor.sln "${arguments[@]}" "$@"
