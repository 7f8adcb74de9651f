#!/usr/bin/env bash
# A private PostgreSQL in a temporary folder, for tests only: no password, no disk sync, this machine only.
#   postgres.sh start      prints the address to stdout; VEKHA_POSTGRES_OPTIONS may change its settings («-c synchronous_commit=on»)
#   postgres.sh restart DIR  breaks every connection and starts it again
#   postgres.sh stop DIR   stops it and removes the folder
set -euo pipefail

bin() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -V | tail -1)
  [[ -n $found ]] || { command -v initdb >/dev/null && found=$(dirname "$(command -v initdb)"); }
  [[ -n $found ]] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 1; }
  echo "$found"
}

# The server refuses to run as root.
as_server() { if [[ $(id -u) == 0 ]]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); else "$@"; fi; }

free_port() {
  local port
  for port in $(shuf -i 20000-40000 -n 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

start() {
  local dir port
  dir=$(mktemp -d /tmp/vekha-postgres.XXXXXX)
  if [[ $(id -u) == 0 ]]; then chown postgres "$dir"; fi
  port=$(free_port)
  as_server "$(bin)/initdb" -D "$dir/data" -U vekha --auth=trust --no-sync --encoding=UTF8 --locale=C.UTF-8 >"$dir.log" 2>&1 || { cat "$dir.log" >&2; exit 1; }
  as_server "$(bin)/pg_ctl" -D "$dir/data" -w -l "$dir/log" start \
    -o "-p $port -k $dir -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB ${VEKHA_POSTGRES_OPTIONS:-}" >>"$dir.log" 2>&1 || { cat "$dir.log" "$dir/log" >&2; exit 1; }
  rm -f "$dir.log"
  echo "export VEKHA_TEST_POSTGRES='Host=127.0.0.1;Port=$port;Username=vekha;Database=postgres'  # stop: scripts/postgres.sh stop $dir"
}

stop() {
  as_server "$(bin)/pg_ctl" -D "$1/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$1"
}

# The server keeps its port and options.
restart() { as_server "$(bin)/pg_ctl" -D "$1/data" -w -m immediate -l "$1/log" restart >/dev/null; }

case "${1:-}" in
  start) start ;;
  restart) restart "$2" ;;
  stop) stop "$2" ;;
  *) echo "postgres.sh start | restart DIR | stop DIR" >&2; exit 2 ;;
esac
