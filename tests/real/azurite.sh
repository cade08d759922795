#!/usr/bin/env bash
# longshorectl against Azurite, the store that Azure's makers give to developers: blocks, ranges, signed links of
# containers and blobs, leases, and kill -9 in the middle.
#   azurite.sh BIN-FOLDER AZURITE-FOLDER
set -euo pipefail
bin=$1 azurite=$2/node_modules/.bin/azurite-blob
for tool in curl openssl node; do
    command -v "$tool" >/dev/null || { echo "SKIP   : $tool is missing: the whole program"; exit 0; }
done
[ -x "$azurite" ] || { echo "SKIP   : no azurite in $2 (./dev test fetches it with npm): the whole program"; exit 0; }

work=$(mktemp -d)
export LONGSHORE_HOME=$work/home
"$azurite" --silent --skipApiVersionCheck --disableTelemetry --inMemoryPersistence --blobHost 127.0.0.1 --blobPort 0 \
    >"$work/azurite.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
fail() { echo "FAIL: $*" >&2; exit 1; }
base=
for _ in $(seq 300); do
    base=$(sed -n 's|.*listen[a-z]* [a-z]* \(http://127.0.0.1:[0-9]*\).*|\1|p' "$work/azurite.log" | head -n 1)
    [ -z "$base" ] && sleep 0.1 || break
done
[ -n "$base" ] || { cat "$work/azurite.log"; fail "azurite did not start"; }

# --- signed links ----------------------------------------------------------------------------------------------------

account=devstoreaccount1 version=2021-12-02
# Documented by its makers, the same for every installation.
key=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==
hex_key=$(printf %s "$key" | openssl base64 -d -A | od -An -tx1 | tr -d ' \n')
sign() { openssl dgst -sha256 -mac HMAC -macopt "hexkey:$hex_key" -binary | openssl base64 -A | sed 's|+|%2B|g; s|/|%2F|g; s|=|%3D|g'; }
moment() { date -u -d "$1" +%Y-%m-%dT%H:%M:%SZ; }
later=$(moment '+1 hour')
link() { # RIGHTS KIND(c|b) PATH [END]: a service SAS of a container or a blob
    local end=${4:-$later} signature
    signature=$(printf '%s\n\n%s\n/blob/%s/%s\n\n\n\n%s\n%s\n\n\n\n\n\n\n' "$1" "$end" "$account" "$3" "$version" "$2" | sign)
    echo "$base/$account/$3?sv=$version&se=${end//:/%3A}&sr=$2&sp=$1&sig=$signature"
}
owner() { # PATH: an account SAS that may do everything
    local signature
    signature=$(printf '%s\n%s\nb\nsco\n\n%s\n\n\n%s\n\n' "$account" rwdlac "$later" "$version" | sign)
    echo "$base/$account/$1?sv=$version&ss=b&srt=sco&sp=rwdlac&se=${later//:/%3A}&sig=$signature"
}

curl -sS -f -X PUT -H 'Content-Length: 0' "$(owner packages)&restype=container" || fail "no container"

# --- what is shown ---------------------------------------------------------------------------------------------------

ctl() { "$bin/longshorectl" --json "$@"; }
expect() { # EXIT CODE-NAME COMMAND...
    local exit=$1 name=$2 got=0
    shift 2
    "$@" >"$work/out" 2>"$work/err" || got=$?
    [ "$got" = "$exit" ] || { cat "$work/err" "$work/out"; fail "exit $got, expected $exit: $3"; }
    [ -z "$name" ] || grep -q "\"code\":\"$name\"" "$work/out" || { cat "$work/out"; fail "expected $name"; }
}
same() { # FILE BLOB
    curl -sS -f "$(owner "packages/$2")" | cmp -s - "$1" || fail "$2 differs from $1"
}
committed() { curl -sS -f "$(owner "packages/$1")&comp=blocklist&blocklisttype=committed" | grep -o '<Name>' | wc -l; }

echo "# blocks into a container, ranges back"
head -c 41234567 /dev/urandom >"$work/a.bacpac.data"
container=$(link cw c packages)
expect 0 '' ctl upload "$work/a.bacpac.data" "$container" --name 'cms 1.0.data'
same "$work/a.bacpac.data" cms%201.0.data
[ "$(committed cms%201.0.data)" -ge 5 ] || fail "it was not sent in blocks"
grep -q '"verified":"store"' "$work/out" || fail "Azurite compares Content-MD5"
expect 0 '' ctl download "$(link r b 'packages/cms 1.0.data' | sed 's|cms 1|cms%201|')" "$work/back.data" --part-size 2M
cmp "$work/a.bacpac.data" "$work/back.data" || fail "the download differs"

echo "# nothing is overwritten unless it is said"
head -c 3000000 /dev/urandom >"$work/b.data"
expect 8 FileExists ctl upload "$work/b.data" "$container" --name 'cms 1.0.data'
same "$work/a.bacpac.data" cms%201.0.data
expect 0 '' ctl upload "$work/b.data" "$container" --name 'cms 1.0.data' --replace
same "$work/b.data" cms%201.0.data

echo "# an empty file, and one block"
: >"$work/empty.data"
expect 0 '' ctl upload "$work/empty.data" "$container"
same "$work/empty.data" empty.data
head -c 1000 /dev/urandom >"$work/small.data"
expect 0 '' ctl upload "$work/small.data" "$container"
same "$work/small.data" small.data

echo "# links that do not do"
expect 2 LinkExpired ctl upload "$work/b.data" "$(link cw c packages "$(moment '-1 minute')")" --name x
expect 2 LinkRefused ctl upload "$work/b.data" "$(link r c packages)" --name x
expect 2 LinkRefused ctl upload "$work/b.data" "${container/sig=/sig=AA}" --name x
expect 3 NotFound ctl upload "$work/b.data" "$(link cw c nowhere)" --name x

echo "# a lease"
curl -sS -f -X PUT -H 'Content-Length: 0' -H 'x-ms-lease-action: acquire' -H 'x-ms-lease-duration: -1' \
    "$(owner packages/small.data)&comp=lease" || fail "no lease"
expect 6 LeaseHeld ctl upload "$work/b.data" "$container" --name small.data --replace
same "$work/small.data" small.data

echo "# killed in the middle, with a link that may only write and one that may read"
for rights in cw rcw; do
    name=killed-$rights.data
    target=$(link "$rights" c packages)
    "$bin/longshorectl" --json upload "$work/a.bacpac.data" "$target" --name "$name" --part-size 1M --limit 12 \
        >"$work/first.json" 2>&1 &
    command=$!
    for _ in $(seq 200); do
        grep -q '"done":[1-9][0-9]\{6,\}' "$work/first.json" && break || sleep 0.1
    done
    kill -9 "$command" && ! wait "$command" 2>/dev/null || fail "it was done before the kill"
    expect 0 '' ctl upload "$work/a.bacpac.data" "$target" --name "$name" --part-size 1M
    same "$work/a.bacpac.data" "$name"
    first=$(sed -n 's/.*"done":\([0-9]*\),.*/\1/p' "$work/first.json" | tail -n 1)
    # 0 until the store has told what it has
    again=$(sed -n 's/.*"done":\([1-9][0-9]*\),.*/\1/p' "$work/out" | head -n 1)
    [ "${again:-0}" -ge "$first" ] && [ "$again" -le 35000000 ] || fail "$rights: went on at $again bytes, had $first"
    echo "  $rights: $first bytes at the kill, $again when it went on"
done
echo "PASS   : Azurite"
