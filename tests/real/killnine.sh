#!/usr/bin/env bash
# Kill -9 at twenty random moments of an export with a 200 MB database, restarted each time: one export on the server,
# the right file at the end, nothing under a final name before.
#   killnine.sh BIN-FOLDER [KILLS] [SIZE-MB] [SEED]
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/dxpclient.sh"
bin=$1 kills=${2:-20} size_mb=${3:-200}
RANDOM=${4:-$$}
echo "# seed $RANDOM"

work=$(mktemp -d)
mkdir "$work/out"
export LONGSHORE_HOME=$work/home
"$bin/longshore-practice" --data "$work/data" --size-mb "$size_mb" --fault "slow=12000000" >"$work/practice.json" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 300); do [ -s "$work/practice.json" ] && break || sleep 0.1; done
dxp_from_practice "$work/practice.json"
fail() { echo "FAIL: $*" >&2; exit 1; }

export LONGSHORE_SECRET_LOCAL=$DXP_SECRET
"$bin/longshorectl" connections add optimizely --name Local --base-url "$DXP_BASE" --project-id "$DXP_PROJECT" \
    --client-key "$DXP_KEY" >/dev/null

round=0
start_or_go_on() {
    # Killed before its row was written, an export was never asked for: ask again.
    if [ -z "$("$bin/longshorectl" --json jobs list)" ]; then
        exec "$bin/longshorectl" --json export --connection Local --environment Production --database epicms \
            --keep 24h --to "$work/out" --wait
    fi
    exec "$bin/longshorectl" --json jobs watch --all
}
while [ "$round" -lt "$kills" ]; do
    ( start_or_go_on ) >>"$work/log.json" 2>>"$work/log.err" &
    command=$!
    # The first kills come early: around the row and the request. Later ones fall into the polls and the download.
    if [ "$round" -lt 3 ]; then pause=0.$((RANDOM % 30 + 5)); else pause=$((RANDOM % 2)).$((RANDOM % 900 + 100)); fi
    sleep "$pause"
    kill -9 "$command" 2>/dev/null || true
    wait "$command" 2>/dev/null || true
    finished=$(find "$work/out" -name '*.bacpac' | head -n 1)
    if [ -n "$finished" ] && ! "$bin/longshorectl" --json jobs list | grep -q '"state":"done"'; then
        # Killed between the rename and its row: the file must already be whole.
        unzip -tq "$finished" >/dev/null 2>&1 || [ ! -x "$(command -v unzip)" ] || fail "a partial file under a final name"
    fi
    round=$((round + 1))
    state=$("$bin/longshorectl" --json jobs list | tail -n 1)
    json_field state "${state:-{\"state\":\"none\"\}}" >>"$work/states"
    case "$state" in
        *'"state":"unknown"'*) # The kill fell between the request and its answer: what a person would do, adopt the id.
            id=$(json_field id "$state")
            adopted=$(json_field id "$(curl -sS "$DXP_CONTROL")")
            if [ -n "$adopted" ]; then
                "$bin/longshorectl" jobs adopt "$id" "$adopted" >/dev/null
            else
                fail "unknown, but the server has no export"
            fi
            ;;
    esac
done
( start_or_go_on ) >>"$work/log.json" 2>>"$work/log.err" || { tail -n 5 "$work/log.err"; fail "the end: exit $?"; }

finished=$(find "$work/out" -name '*.bacpac')
[ "$(wc -l <<<"$finished")" = 1 ] && [ -n "$finished" ] || fail "files at the end: $finished"
[ -z "$(find "$work/out" -name '*.part')" ] || fail "a part file stayed behind"
started=$(curl -sS "$DXP_CONTROL" | tr -d '\n '  | sed -n 's/.*"exportsStarted":\([0-9]*\).*/\1/p')
[ "$started" = 1 ] || fail "exports on the server: $started"
expected=$(find "$work/data" -name '*.bacpac' -size +"$((size_mb / 2))"M | xargs sha256sum | awk '{ print $1 }')
grep -q "$(sha256sum <"$finished" | awk '{ print $1 }')" <<<"$expected" || fail "the file differs from the server's"
echo "# killed at: $(sort "$work/states" | uniq -c | awk '{ printf "%s %s  ", $1, $2 }')"
echo "PASS   : one export, the right file after $kills kills"
