#!/bin/sh
# A complaint from its registration to its write-off. Needs a running stack ('./bihuan up') and curl.
# Other addresses: INTAKE=http://host:port DISPATCH=... INSPECTION=... docs/first-complaint.sh
# Tokens of another issuer: BIHUAN=command; it is called as 'command token --role ROLE [--unit CODE] [--channel CODE]'.
set -eu
cd "$(dirname "$0")/.."

INTAKE=${INTAKE:-http://localhost:8081}
DISPATCH=${DISPATCH:-http://localhost:8082}
INSPECTION=${INSPECTION:-http://localhost:8083}
BIHUAN=${BIHUAN:-./bihuan}

# get TOKEN URL and post TOKEN URL JSON: one call, its answer printed; fails when it is refused.
get() { curl -fsS -H "Authorization: Bearer $1" "$2"; }
post() { curl -fsS -H "Authorization: Bearer $1" -H 'Content-Type: application/json' -d "$3" "$2"; }

# field NAME JSON: the text of a field that the answer holds once.
field() { printf '%s\n' "$2" | sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p'; }

# await TEXT TOKEN URL: what happens in one service reaches the others as an event, usually within a second. Asks until
# the answer holds TEXT, at most 60 times, and prints it.
await() {
  for try in $(seq 60); do
    answer=$(get "$2" "$3")
    case $answer in *"$1"*) printf '%s\n' "$answer"; return 0 ;; esac
    sleep 1
  done
  echo "still no $1 in $answer" >&2
  return 1
}

CLERK=$($BIHUAN token --role CHANNEL_CLERK --channel HOTLINE_12319)
TEAM=$($BIHUAN token --role SPECIAL_TEAM)
INSPECTOR=$($BIHUAN token --role INSPECTOR --unit SPECIAL_TEAM)

# 1. The hotline takes a complaint. Its text says what it is about, so it becomes a problem at once.
COMPLAINT=$(post "$CLERK" "$INTAKE/api/v1/complaints" '{
  "channel": "HOTLINE_12319",
  "text": "台东街道示例路 12 号 3 单元楼顶漏雨, 已一周无人处理",
  "location": {"address": "示例路 12 号", "subdistrictCode": "370203021"},
  "reporter": {"name": "李某", "phone": "19900000123", "wantsCallback": true}}')
PROBLEM=$(field problemId "$COMPLAINT")
TRACKING=$(field trackingCode "$COMPLAINT")

# 2. A routing rule puts it on an order; the clock of the lead unit runs.
ITEM=$(await '"status":"ISSUED"' "$TEAM" "$DISPATCH/api/v1/order-items?problemId=$PROBLEM")
ITEM_ID=$(field id "$ITEM")
LEAD_UNIT=$(field 'leadUnit":{"code' "$ITEM")
UNIT=$($BIHUAN token --role UNIT_HANDLER --unit "$LEAD_UNIT")

# 3. The unit confirms receipt, does the work and says that it is done.
post "$UNIT" "$DISPATCH/api/v1/order-items/$ITEM_ID/acknowledgement" '{"responsiblePerson": "维修科值班员"}' >/dev/null
REPLY=$(post "$UNIT" "$DISPATCH/api/v1/order-items/$ITEM_ID/replies" '{
  "kind": "FINAL",
  "cause": "屋面防水层老化开裂",
  "measures": "铲除旧防水层, 重做两道防水, 清理落水口",
  "resultSummary": "闭水试验 24 小时无渗漏"}')
REPLY_ID=$(field id "$REPLY")

# 4. The special team accepts the reply. That does not end it: now somebody must go and look.
post "$TEAM" "$DISPATCH/api/v1/order-items/$ITEM_ID/replies/$REPLY_ID/review" '{"decision": "ACCEPTED"}' >/dev/null

# 5. An inspector, never one of the unit, re-checks on the spot. Only PASSED writes the problem off.
RECHECK=$(await '"status":"PLANNED"' "$INSPECTOR" "$INSPECTION/api/v1/rechecks?problemId=$PROBLEM")
RECHECK_ID=$(field id "$RECHECK")
post "$INSPECTOR" "$INSPECTION/api/v1/rechecks/$RECHECK_ID/outcome" \
  '{"outcome": "PASSED", "note": "现场查看, 顶层住户证实不再漏雨"}' >/dev/null

# 6. Everyone agrees, and can prove it.
await '"status":"WRITTEN_OFF"' "$TEAM" "$DISPATCH/api/v1/order-items?problemId=$PROBLEM" >/dev/null
await '"status":"WRITTEN_OFF"' "$TEAM" "$INTAKE/api/v1/problems/$PROBLEM" >/dev/null
await '"complete":true' "$TEAM" "$INTAKE/api/v1/problems/$PROBLEM/certificate" >/dev/null
await '"valid":true' "$TEAM" "$INTAKE/api/v1/ledger/verification"
curl -fsS "$INTAKE/api/v1/public/complaints/$TRACKING"
echo
