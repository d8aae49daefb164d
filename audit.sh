#!/usr/bin/env bash
# Asks the package feed for known vulnerabilities of every package, transitive ones too. Exit code 1: there are some.
# A feed that serves no advisories, or that can't be reached, looks like one on which all is well. So a package that is known to be vulnerable
# is asked about first: a feed that knows nothing of it can't tell, and this says so, with exit code 0.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# GHSA-5crp-9r3c-p9vr, high. It is in nothing of ours.
known_package=Newtonsoft.Json
known_version=12.0.3

probe="$(mktemp -d)"
trap 'rm -rf "$probe"' EXIT
# Outside our own rules for versions and lock files.
cat > "$probe/Probe.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="$known_package" Version="$known_version" /></ItemGroup>
</Project>
PROJECT

# One line for each advisory: package, version, severity, address.
advisories() {
  dotnet list "$1" package --vulnerable --include-transitive --format json 2>&1 |
    tr -d '\r' | awk -F'"' '
      $2 == "id" { id = $4 } $2 == "resolvedVersion" { version = $4 } $2 == "severity" { severity = $4 }
      $2 == "advisoryurl" { print id, version, severity, $4 }' | sort -u
}

if ! dotnet restore "$probe/Probe.csproj" -v quiet -p:NuGetAudit=false >/dev/null 2>&1 || [ -z "$(advisories "$probe/Probe.csproj")" ]; then
  echo "NOT AUDITED: the package feed tells nothing of $known_package $known_version, which is known to be vulnerable."
  echo "It serves no advisories, or can't be reached. Run ./audit.sh where nuget.org itself is the source."
  exit 0
fi

if ! dotnet restore RoomMonitor.sln -v quiet -p:NuGetAudit=false; then
  echo "The packages could not be restored." >&2
  exit 1
fi
found="$(advisories RoomMonitor.sln)"
if [ -n "$found" ]; then
  echo "Packages with known vulnerabilities:" >&2
  echo "$found" >&2
  exit 1
fi
echo "Audited: no package has a known vulnerability."
