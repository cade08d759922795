#!/usr/bin/env bash
# The check of an archive against a peer, in turn (A B A B …) in one run on this machine; medians over five turns.
# library verify (size, SHA-256, every CRC, the model's checksum) against unzip -tq and sha256sum
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
bin=$root/build/release/bin
. "$root/tests/real/dxpclient.sh"
turns=5
size_mb=1000

work=$(mktemp -d "${TMPDIR:-/tmp}/longshore-bench.XXXXXX")
export LONGSHORE_HOME=$work/home
"$bin/longshore-practice" --data "$work/data" --time-scale 50 --size-mb "$size_mb" >"$work/practice.json" &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 300); do [ -s "$work/practice.json" ] && break || sleep 0.1; done
dxp_from_practice "$work/practice.json"
export LONGSHORE_SECRET_BENCH=$DXP_SECRET
"$bin/longshorectl" connections add optimizely --name Bench --base-url "$DXP_BASE" --project-id "$DXP_PROJECT" \
    --client-key "$DXP_KEY" >/dev/null
"$bin/longshorectl" export --connection Bench --environment Production --database epicms --keep 24h --to "$work/files" \
    --wait >/dev/null 2>&1
package=$(find "$work/files" -name '*.bacpac')

seconds() { # COMMAND...: wall seconds
    local start end
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || { echo "bench: failed: $1 $2" >&2; exit 1; }
    end=$(date +%s%N)
    echo $(((end - start) / 1000000))
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
compare() { # NAME OURS-FUNCTION PEER-FUNCTION
    : >"$work/ours" && : >"$work/peer" && : >"$work/ratio"
    local turn a b
    for turn in $(seq "$turns"); do
        a=$(seconds "$2") b=$(seconds "$3")
        echo "$a" >>"$work/ours" && echo "$b" >>"$work/peer"
        awk "BEGIN { printf \"%.2f\n\", $b / $a }" >>"$work/ratio"
    done
    printf '%-10s ours %6d ms   peer %6d ms   speed ratio %s (%s to %s)\n' "$1" "$(median <"$work/ours")" \
        "$(median <"$work/peer")" "$(median <"$work/ratio")" "$(sort -n "$work/ratio" | head -n 1)" \
        "$(sort -n "$work/ratio" | tail -n 1)"
}

ours_check() { "$bin/longshorectl" library verify; }
unzip_check() { unzip -tq "$package" && sha256sum "$package"; }

compare check ours_check unzip_check
