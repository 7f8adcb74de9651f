#!/usr/bin/env bash
# Installs what the tests need, runs both test programs on both databases, ends with «N passed, N failed».
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
out=$root/artifacts/test
mkdir -p "$out"

for word in "$@"; do
  case $word in
    --accept) export VEKHA_ACCEPT=1 ;;
    --faults) export VEKHA_FAULTS=1 ;;
    *) echo "./run test [--accept] [--faults]" >&2; exit 2 ;;
  esac
done

missing() {
  command -v chromium >/dev/null || echo chromium
  command -v pdftotext >/dev/null || echo poppler-utils
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || echo postgresql
  [[ $(ldconfig -p) == *libsqlite3.so.0* ]] || echo libsqlite3-0
  command -v soffice >/dev/null || printf '%s\n' libreoffice-writer-nogui libreoffice-calc-nogui
}

# A package of the list may have another name in this system: the others are installed all the same.
install() {
  local wanted=("$@")
  apt-get update -q >"$out/apt.log" 2>&1 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${wanted[@]}" >>"$out/apt.log" 2>&1 && return
  for package in "${wanted[@]}"; do
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$package" >>"$out/apt.log" 2>&1 && continue
    case $package in
      libreoffice-*-nogui) DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${package%-nogui}" >>"$out/apt.log" 2>&1 || echo "Not installed: $package" >&2 ;;
      *) echo "Not installed: $package" >&2 ;;
    esac
  done
}

mapfile -t wanted < <(missing)
if [[ ${#wanted[@]} -gt 0 ]]; then
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing: ${wanted[*]}"
    install "${wanted[@]}"
  else
    echo "Please install: ${wanted[*]}" >&2
  fi
fi

echo "Building…"
dotnet build Vekha.slnx -c Release -v quiet --nologo

started=$(scripts/postgres.sh start)
folder=${started##* }
trap 'scripts/postgres.sh stop "$folder"' EXIT
eval "$started"

passed=0
failed=0
run() {
  local name=$1 program=tests/$1/bin/Release/net10.0/$1 log=$out/$1.log result=$out/$1.xml code=0
  echo "Running $name…"
  rm -f "$result"
  (cd "$root" && "$program" -noColor -xml "$result" </dev/null) >"$log" 2>&1 || code=$?
  local total fails errors skipped
  read -r total fails errors skipped < <(numbers "$result")
  # A program that died without a result has failed, whatever it managed before.
  if [[ $total == 0 ]]; then
    tail -40 "$log"
    failed=$((failed + 1))
    return
  fi
  passed=$((passed + total - fails - skipped))
  failed=$((failed + fails + errors))
  if [[ $code != 0 && $((fails + errors)) == 0 ]]; then failed=$((failed + 1)); tail -40 "$log"; fi
  grep -A12 -E '\[FAIL\]|\[Test .* Failure\]|Cleanup Failure' "$log" || true
  echo "$name: $total tests, $((fails + errors)) failed, $skipped skipped"
}

numbers() {
  [[ -f $1 ]] || { echo "0 0 0 0"; return; }
  grep -o '<assembly [^>]*>' "$1" | head -1 | awk '
    function get(k,  m) { return match($0, " " k "=\"[0-9]+\"") ? substr($0, RSTART + length(k) + 3, RLENGTH - length(k) - 4) : 0 }
    { print get("total"), get("failed"), get("errors"), get("skipped") }'
}

run Vekha.Tests
run Vekha.Web.Tests
echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
