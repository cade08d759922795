#!/usr/bin/env bash
# Clients that know the real API, rebuilt from its documents with curl and openssl, work against the practice server:
# export and download, both ways of uploading a package (one Put Blob; blocks without x-ms headers and with unescaped
# ids), deployment, and the next export delivers what was imported.
#   foreignclient.sh PATH-OF-longshore-practice
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/dxpclient.sh"
for tool in curl openssl; do
    command -v "$tool" >/dev/null || { echo "SKIP   : $tool is missing: the whole program"; exit 0; }
done

work=$(mktemp -d)
export DXP_STATUS_FILE=$work/status
"$1" --data "$work/data" --time-scale 20 >"$work/practice.json" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 300); do [ -s "$work/practice.json" ] && break || sleep 0.1; done
dxp_from_practice "$work/practice.json"

fail() { echo "FAIL: $*" >&2; exit 1; }
expect() { [ "$2" = "$3" ] || fail "$1: expected $2, got $3"; }
status_of() { curl -sS -o /dev/null -w '%{http_code}' "$@"; }

echo "# signature"
dxp GET deployments >"$work/out"
expect "signed call" 200 "$(cat "$work/status")"
expect "success" true "$(sed -n 's/.*"success" *: *\([a-z]*\).*/\1/p' "$work/out")"
good=$DXP_SECRET
DXP_SECRET=$(openssl rand -base64 48 | tr -d '\n') dxp GET deployments >/dev/null
case "$(cat "$work/status")" in 401 | 403) ;; *) fail "a wrong secret got $(cat "$work/status")" ;; esac
DXP_SECRET=$good

echo "# export and download"
link=$(dxp_export Production epicms 24)
curl -sS -f -o "$work/production.bacpac" "$link"
expect "zip magic" "504b0304" "$(od -An -tx1 -N4 "$work/production.bacpac" | tr -d ' ')"
expect "range" 206 "$(status_of -r 0-99 "$link")"
expect "spoilt signature" 403 "$(status_of "${link/sig=/sig=A}")"

upload_location() { json_field location "$(dxp GET packages/location)"; }
deploy() { # PACKAGE: prints the last status
    local answer id
    answer=$(dxp POST deployments \
        "{\"TargetEnvironment\":\"integration\",\"Packages\":[\"$1\"],\"DirectDeploy\":true,\"MaintenancePage\":false}")
    id=$(json_field id "$answer")
    [ -n "$id" ] || fail "no deployment id in: $answer"
    for _ in $(seq 600); do
        answer=$(dxp GET "deployments/$id")
        case "$(json_field status "$answer")" in
            InProgress) sleep 0.3 ;;
            *) json_field status "$answer"; return ;;
        esac
    done
}

echo "# one Put Blob, then a deployment"
sas=$(upload_location)
expect "Put Blob" 201 "$(status_of -T "$work/production.bacpac" -H 'x-ms-blob-type: BlockBlob' \
    -H 'Content-Type: application/octet-stream' "${sas/\?//first.cms.sqldb.1.0.0.bacpac?}")"
expect "deployment" Succeeded "$(deploy first.cms.sqldb.1.0.0.bacpac)"
expect "a deployed name cannot be written again" 412 "$(status_of -T "$work/production.bacpac" \
    -H 'x-ms-blob-type: BlockBlob' "${sas/\?//first.cms.sqldb.1.0.0.bacpac?}")"
link=$(dxp_export Integration epicms 24)
curl -sS -f -o "$work/integration.bacpac" "$link"
cmp "$work/production.bacpac" "$work/integration.bacpac" || fail "the export does not hold what was imported"

echo "# blocks without x-ms headers, ids with + and / not escaped"
blob=${sas/\?//second.cms.sqldb.1.0.0.bacpac?}
size=$(stat -c %s "$work/production.bacpac")
list="<BlockList>"
part=$((size / 3 + 1))
for index in 0 1 2; do
    # 48 bytes whose first are the block's index; high indexes give ids that start with + and /
    id=$({ printf "\\x$(printf %x $((0xf8 + index * 3)))"; head -c 47 /dev/zero; } | openssl base64 -A)
    dd if="$work/production.bacpac" of="$work/part" bs="$part" skip="$index" count=1 status=none
    expect "Put Block $index" 201 "$(status_of -X PUT --data-binary "@$work/part" -H 'Content-Type:' \
        "$blob&comp=block&blockid=$id")"
    list+="<Latest>$id</Latest>"
done
expect "Put Block List" 201 "$(status_of -X PUT --data-raw "$list</BlockList>" -H 'Content-Type: application/xml' \
    "$blob&comp=blocklist")"
expect "deployment of blocks" Succeeded "$(deploy second.cms.sqldb.1.0.0.bacpac)"
link=$(dxp_export Integration epicms 24)
curl -sS -f -o "$work/integration.bacpac" "$link"
cmp "$work/production.bacpac" "$work/integration.bacpac" || fail "the blocks were put together wrongly"
echo "PASS   : foreign clients"
