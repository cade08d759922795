#!/usr/bin/env bash
# What the bench's server does is what its figures rest on: a few calls by curl.
#   tst_benchserver.sh FOLDER-OF-THE-PROGRAMS
set -euo pipefail
for program in curl openssl; do
    command -v "$program" >/dev/null || { echo "SKIP   : benchserver() $program is not installed"; exit 0; }
done
bin=$1
work=$(mktemp -d "${TMPDIR:-/tmp}/longshore-benchserver.XXXXXX")
servers=()
stop() { [ "${#servers[@]}" = 0 ] || kill "${servers[@]}" 2>/dev/null || true; rm -rf "$work"; }
trap stop EXIT
failures=0

start() { # NAME OPTIONS...: sets url
    mkfifo "$work/$1"
    "$bin/benchserver" "${@:2}" >"$work/$1" &
    servers+=($!)
    local line
    read -r line <"$work/$1"
    url=$(sed 's/.*"url":"\([^"]*\)".*/\1/' <<<"$line")
}
is() { # WHAT EXPECTED ACTUAL
    [ "$2" = "$3" ] || { echo "FAIL   : $1: expected '$2', got '$3'"; failures=$((failures + 1)); }
}
status() { curl -s -o "$work/body" -w '%{http_code}' "$@" || true; }
count() { curl -s "$url/__stats" | sed "s/.*\"$1\":\([0-9]*\).*/\1/"; }
field() { curl -sI "$1" | tr -d '\r' | sed -n "s/^$2: //Ip"; }

start stored --store --check-md5
blob="$url/account/box/blob?sig=one"
printf 'first ' >"$work/a" && printf 'second' >"$work/b"

is "a blob that is not there" 404 "$(status "$blob")"
is "Put Block" 201 "$(status -T "$work/b" "$blob&comp=block&blockid=QkJC")"
is "Put Block again" 201 "$(status -T "$work/a" "$blob&comp=block&blockid=QUFB")"
is "an id of another length" 400 "$(status -T "$work/a" "$blob&comp=block&blockid=QUFBQUFB")"
is "its reason" 1 "$(grep -c InvalidBlobOrBlock "$work/body")"
is "staged blocks are no blob yet" 404 "$(status "$blob")"
list='<BlockList><Latest>QUFB</Latest><Latest>Q0ND</Latest></BlockList>'
is "an unknown block" 400 "$(status -X PUT -d "$list" "$blob&comp=blocklist")"
status "$blob&comp=blocklist&blocklisttype=uncommitted" >/dev/null
is "what is staged stays after a refused list" 2 "$(grep -o '<Block>' "$work/body" | wc -l)"
list='<?xml version="1.0"?><BlockList><Latest>QUFB</Latest><Uncommitted>QkJC</Uncommitted></BlockList>'
is "Put Block List" 201 "$(status -X PUT -d "$list" "$blob&comp=blocklist")"
is "the blob in the order of the list" "200 first second" "$(status "$blob") $(cat "$work/body")"
is "nothing is staged any more" 0 "$(curl -s "$blob&comp=blocklist&blocklisttype=uncommitted" | grep -c '<Block>')"
is "If-None-Match: *" 409 "$(status -X PUT -H 'If-None-Match: *' -d "$list" "$blob&comp=blocklist")"
list='<BlockList><Committed>QkJC</Committed></BlockList>'
is "a committed block again" 201 "$(status -X PUT -d "$list" "$blob&comp=blocklist")"
is "and only that one" "second" "$(curl -s "$blob")"

is "a range" "206 eco" "$(status -r 1-3 "$blob") $(cat "$work/body")"
is "an x-ms-range" "206 ond" "$(status -H 'x-ms-range: bytes=3-' "$blob") $(cat "$work/body")"
is "the last bytes" "206 nd" "$(status -r -2 "$blob") $(cat "$work/body")"
is "a range behind the end" 416 "$(status -r 6- "$blob")"
is "the right If-Match" 206 "$(status -r 1-3 -H "If-Match: $(field "$blob" etag)" "$blob")"
is "another If-Match" 412 "$(status -r 1-3 -H 'If-Match: "0x0"' "$blob")"
is "HEAD says the length" 6 "$(field "$blob" content-length)"

md5=$(openssl md5 -binary "$work/a" | base64)
is "the right MD5" 201 "$(status -T "$work/a" -H "Content-MD5: $md5" -H 'x-ms-blob-type: BlockBlob' "$blob")"
is "a wrong MD5" 400 "$(status -T "$work/b" -H "Content-MD5: $md5" -H 'x-ms-blob-type: BlockBlob' "$blob")"
is "and nothing changed" "first " "$(curl -s "$blob")"
is "a presigned PUT" 200 "$(status -T "$work/b" "$url/bucket/key")"
is "comes back" "second" "$(curl -s "$url/bucket/key")"
is "no length" 411 "$(status -X PUT -H 'Transfer-Encoding: chunked' -d x "$url/bucket/key")"
is "List Blobs" 1 "$(curl -s "$url/account/box?restype=container&comp=list" | grep -c '<Name>blob</Name>')"
is "DELETE" "202 404" "$(status -X DELETE "$blob") $(status "$blob")"
is "an expired SAS" 403 "$(status "$blob&se=2020-01-01T00%3A00%3A00Z")"
is "in Azure's words" 1 "$(grep -c AuthenticationFailed "$work/body")"
amazon="$url/bucket/key?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60&X-Amz-Signature=x"
is "an expired presigned link" 403 "$(status "$amazon")"
is "in S3's words" 1 "$(grep -c 'Request has expired' "$work/body")"

link="$url/pattern-1000000?sig="
curl -s "$url/__set?expire_after=3" >/dev/null
is "a link that expires at its third request" "200 200 403" "$(status "$link"a) $(status "$link"a) $(status "$link"a)"
is "a new one goes on" 200 "$(status "$link"b)"
curl -s "$url/__set?expire_after=0" >/dev/null
is "an unknown setting" 400 "$(status "$url/__set?no_such=1")"

row() { # which of forty requests fail, in what way
    curl -s "$url/__set?p503=0.1&p500=0.1&preset=0.1&retry_after=7&seed=$1" >/dev/null
    local codes
    codes=$(curl -s -o "$work/body" -w '%{http_code}:%{size_download} ' "$url/pattern-[1-40]" 2>/dev/null || true)
    curl -s "$url/__set?p503=0&p500=0&preset=0" >/dev/null
    echo "$codes"
}
first=$(row 7)
is "the same seed, the same faults" "$first" "$(row 7)"
is "another seed, others" 1 "$([ "$first" != "$(row 8)" ] && echo 1)"
is "all kinds of faults" 3 "$(for kind in f503 f500 resets; do [ "$(count $kind)" -gt 0 ] && echo; done | wc -l)"
curl -s "$url/__set?p503=1&retry_after=7" >/dev/null
is "Retry-After" 7 "$(field "$url/pattern-1" retry-after)"
curl -s "$url/__set?p503=0" >/dev/null && curl -s "$url/__reset" >/dev/null
is "counts start again" 0 "$(count requests)"

head -c 3000000 /dev/zero >"$work/zeros"
start thrown-away --root "$work"
is "a discarded body" 200 "$(status -T "$work/zeros" "$url/bucket/gone")"
is "its size is known" 3000000 "$(field "$url/bucket/gone" content-length)"
is "and counted" 3000000 "$(count bytes_in)"
is "a file of the folder" same "$(curl -s "$url/any/zeros" | cmp -s - "$work/zeros" && echo same)"
is "nothing outside it" 404 "$(status --path-as-is "$url/any/..")"

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
start tls --cert "$work/cert.pem" --key "$work/key.pem" --store
is "https, up" 200 "$(status --cacert "$work/cert.pem" -T "$work/zeros" "$url/bucket/key")"
is "https, down" same "$(curl -s --cacert "$work/cert.pem" "$url/bucket/key" | cmp -s - "$work/zeros" && echo same)"
"$bin/benchlimit" upload "$work/zeros" "$url/account/box/limit?sig=x" --block 1000000 --ca "$work/cert.pem"
"$bin/benchlimit" download "$url/account/box/limit?sig=x" "$work/back" --block 700000 --ca "$work/cert.pem"
is "the limit program moves the right bytes" same "$(cmp -s "$work/back" "$work/zeros" && echo same)"

[ "$failures" = 0 ] && echo "PASS   : benchserver()"
exit "$failures"
