#!/usr/bin/env bash
# Makes the standby of PostgreSQL the primary after the primary was lost: docs/operations.md, "A standby".
#
#   operations/postgres/promote.sh "host=db2.example port=5432 user=postgres" "host=db1.example port=5432 user=postgres"
#
# First the standby, then the primary that was lost, both as connection strings of libpq, to a superuser; PGPASSWORD or
# ~/.pgpass has the passwords. Two servers that both take writes are worse than none: before you call this, make sure that
# the old one cannot come back by itself (switch it off, or take its network away). This script refuses while it answers.
set -euo pipefail

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

[[ $# == 2 ]] || fail "Usage: promote.sh STANDBY PRIMARY (connection strings of libpq)"
command -v psql >/dev/null || fail "There is no psql: install PostgreSQL's client programs."
export PGCONNECT_TIMEOUT=5
# What pg_isready ends with when nobody answers.
SILENT=2

# ask WHOM STATEMENT
ask() {
  psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$1 dbname=postgres" --command "$2"
}

# Also one that is just starting, or does not let us in.
answer=0
pg_isready --quiet --timeout "$PGCONNECT_TIMEOUT" --dbname "$2 dbname=postgres" || answer=$?
[[ "$answer" == "$SILENT" ]] || fail "The primary still answers, or is not named rightly: stop it first." "$2"
standby="$(ask "$1" "select pg_is_in_recovery()")" || fail "The standby does not answer." "$1"
[[ "$standby" == t ]] || fail "This is no standby, but a primary already." "$1"

echo "Received up to $(ask "$1" "select pg_last_wal_receive_lsn()"), last commit applied: $(ask "$1" "select coalesce(pg_last_xact_replay_timestamp()::text, 'none since its start')")"
# It will be alone: nothing that it commits could wait for another server. Before the promotion, so that this script can be called again.
ask "$1" "alter system set synchronous_standby_names = ''"
ask "$1" "select pg_reload_conf()" >/dev/null
[[ "$(ask "$1" "select pg_promote(true, 60)")" == t ]] || fail "It was not promoted within 60 s; look at its log."
echo "It is the primary now. The services find it by themselves within some seconds."
echo "Next, make the old one a standby: docs/operations.md, 'A standby'. Until then one server has everything."
