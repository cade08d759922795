#!/usr/bin/env bash
# Kill -9 at random moments of an import, begun again each time: one deployment and one backup at the service, no block
# sent twice beyond those that were on their way when a kill struck, and the target holds the package in the end.
#   [KILLS=10] [SIZE=120] importkills.sh BIN-FOLDER [SEED]       SIZE in MB; 1000 for a large one
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/dxpclient.sh"
bin=$1 kills=${KILLS:-10} size=${SIZE:-120}
RANDOM=${2:-$$}
echo "# $kills kills, $size MB, seed ${2:-$$}"
for tool in curl openssl; do
    command -v "$tool" >/dev/null || { echo "SKIP   : $tool is missing: the whole program"; exit 0; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/longshore-importkills.XXXXXX")
export LONGSHORE_HOME=$work/home
"$bin/longshore-practice" --data "$work/data" --size-mb "$size" --time-scale 4 >"$work/practice.json" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 600); do [ -s "$work/practice.json" ] && break || sleep 0.1; done
dxp_from_practice "$work/practice.json"
export LONGSHORE_SECRET_LOCAL=$DXP_SECRET
# Nothing here takes a minute: what does not end says where.
ctl() {
    local code=0
    timeout 100 "$bin/longshorectl" --json "$@" || code=$?
    [ $code != 124 ] || echo "HANGS: $*" >&2
    return $code
}
counter() { curl -sS -m 60 "$DXP_CONTROL" | tr -d '\n ' | sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"; }
fail() { # MESSAGE
    echo "FAIL: $* (kill $killed)" >&2
    ctl jobs list >&2 || true
    tail -n 4 "$work/log.err" >&2 || true
    exit 1
}
killed=0
between() { echo $(($1 + (RANDOM * 32768 + RANDOM) % ($2 - $1 + 1))); }
path_of() { sed -n 's/.*"path":"\([^"]*\)".*/\1/p' | tail -n 1; }
# The import's row; its backup is a row of its own.
import_row() { ctl jobs list | grep '"kind":"import"' | tail -n 1 || true; }

ctl connections add optimizely --name Local --base-url "$DXP_BASE" --project-id "$DXP_PROJECT" \
    --client-key "$DXP_KEY" >/dev/null
export_of() { ctl export --environment "$1" --database epicms --to "$work/out" --wait 2>>"$work/log.err" | path_of; }
source=$(export_of Production)
[ -f "$source" ] || fail "there is no package to import"
exports_before=$(counter exportsStarted)

start_or_go_on() { # "timeout N" or ""
    # Killed before its row was written, an import was never filed: file it again.
    if [ -z "$(import_row)" ]; then
        exec $1 "$bin/longshorectl" --json import "$source" --to Local/Integration --confirm Local/Integration \
            --backup-folder "$work/undo" --accept-warnings --wait
    fi
    exec $1 "$bin/longshorectl" --json jobs watch --all
}
# What a person would do when the answer to the backup's own start was lost: there is no list of exports to look at.
adopt_backup() {
    local row id server
    row=$(ctl jobs list | grep '"backupFor"' | grep '"state":"unknown"' || true)
    [ -n "$row" ] || return 0
    id=$(json_field id "$row")
    if [ "$(counter exportsStarted)" = "$exports_before" ]; then
        fail "the backup's start never arrived; this seed cannot go on by itself"
    fi
    server=$(curl -sS "$DXP_CONTROL" | tr -d '\n ' | grep -o '"id":"[^"]*"' | cut -d '"' -f 4 |
        while read -r each; do ctl jobs list | grep -q "\"serverId\":\"$each\"" || echo "$each"; done | head -n 1)
    ctl jobs adopt "$id" "$server" >/dev/null
}

limited=0 uploading=0 came=0
while [ "$killed" -lt "$kills" ]; do
    ( start_or_go_on "" ) >>"$work/log.json" 2>>"$work/log.err" &
    command=$!
    if [ "$killed" -lt 2 ]; then pause=$(between 100 700); else pause=$(between 300 2600); fi
    sleep "$((pause / 1000)).$(printf %03d $((pause % 1000)))"
    kill -9 "$command" 2>/dev/null || true
    wait "$command" 2>/dev/null || true
    killed=$((killed + 1))
    row=$(import_row)
    [ -n "$row" ] || continue
    if [ "$limited" = 0 ]; then # so that kills fall into the upload
        ctl jobs limit "$(json_field id "$row")" "$((size / 6 + 1))" >/dev/null
        limited=1
    fi
    state=$(json_field state "$row")
    echo "$state" >>"$work/states"
    # By its bytes, too: the first of them are on their way before the row says so.
    before=$came came=$(counter blobBytesReceived)
    if [ "$state" = uploading ] || [ "$came" != "$before" ]; then uploading=$((uploading + 1)); fi
    [ "$state" != done ] || break
    adopt_backup
done
adopt_backup
( start_or_go_on "timeout 120" ) >>"$work/log.json" 2>>"$work/log.err" || fail "the end: exit $?"

state=$(json_field state "$(import_row)")
[ "$state" = done ] || fail "the import is $state"
[ "$(counter deploymentsStarted)" = 1 ] || fail "deployments: $(counter deploymentsStarted)"
[ "$(counter exportsStarted)" = "$((exports_before + 1))" ] || fail "backups: $(($(counter exportsStarted) - exports_before))"
again=$(counter blocksTakenAgain) beyond=$(($(counter blobBytesReceived) - $(stat -c %s "$source")))
# At most sixteen blocks of eight MiB are on their way at a time.
[ "$again" -le "$((16 * uploading))" ] || fail "$again blocks were sent twice in $uploading uploads that were killed"
[ "$beyond" -le "$((uploading * 16 * 8388608))" ] || fail "$beyond bytes beyond the package"
undo=$(find "$work/undo" -name '*.bacpac')
[ "$(wc -l <<<"$undo")" = 1 ] && [ -n "$undo" ] || fail "undo files: $undo"
cmp -s "$undo" "$source" && fail "the undo file is the package itself"
target=$(export_of Integration)
data_of() { unzip -v "$1" | awk '$NF ~ /^Data\// { print $1, $(NF - 1), $NF }' | sort; }
if command -v unzip >/dev/null; then
    [ "$(data_of "$target")" = "$(data_of "$source")" ] || fail "the target does not hold the package"
else
    [ "$(stat -c %s "$target")" = "$(stat -c %s "$source")" ] || fail "the target does not hold the package"
fi
echo "  states at the kills: $(sort "$work/states" | uniq -c | awk '{ printf "%s %s  ", $1, $2 }')"
echo "  $again blocks taken twice, $((beyond / 1000000)) MB beyond the package"
echo "PASS   : $killed kills"
