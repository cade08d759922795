# A client of the DXP deployment API made of curl and openssl only, for tests and benchmarks: it shares no code with the
# program. Source it after setting DXP_BASE, DXP_PROJECT, DXP_KEY, DXP_SECRET (or call dxp_from_practice FILE).

# Reads what longshore-practice printed.
dxp_from_practice() { # FILE
    local all ours
    all=$(cat "$1")
    ours=$(sed 's/.*"optimizely":{\([^}]*\)}.*/\1/' <<<"$all") # other services speak beside it
    DXP_BASE=$(json_field baseUrl "$ours")
    DXP_PROJECT=$(json_field projectId "$ours")
    DXP_KEY=$(json_field clientKey "$ours")
    DXP_SECRET=$(json_field clientSecret "$ours")
    DXP_CONTROL=$(json_field control "$all")
}

# The value of a text field; enough for the flat answers of this API.
json_field() { # NAME JSON
    sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" <<<"$2" | sed 's#\\/#/#g; s#\\u0026#\&#g' | head -n 1
}

# Signs and sends one call; prints the body, the status goes to DXP_STATUS_FILE.
dxp() { # METHOD PATH [BODY]
    local path="/api/v1.0/projects/$DXP_PROJECT/$2" body=${3-} stamp nonce digest key signature host
    stamp=$(date +%s%3N)
    nonce=$(openssl rand -hex 16)
    digest=$(printf '%s' "$body" | openssl dgst -md5 -binary | openssl base64 -A)
    key=$(printf '%s' "$DXP_SECRET" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
    signature=$(printf '%s' "$DXP_KEY$1$path$stamp$nonce$digest" |
        openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
    host=${DXP_BASE%%/api/*}
    curl -sS -X "$1" -w '%{stderr}%{http_code}' "$host$path" -H 'Content-Type: application/json' \
        -H "Authorization: epi-hmac $DXP_KEY:$stamp:$nonce:$signature" \
        ${body:+--data-raw "$body"} 2>"${DXP_STATUS_FILE:-/dev/null}"
}

# Exports a database, prints the download link.
dxp_export() { # ENVIRONMENT DATABASE HOURS
    local path="environments/$1/databases/$2/exports" answer id status turn
    answer=$(dxp POST "$path" "{\"retentionHours\":$3}")
    id=$(json_field id "$answer")
    [ -n "$id" ] || { echo "no id in: $answer" >&2; return 1; }
    for turn in $(seq 600); do
        answer=$(dxp GET "$path/$id")
        status=$(json_field status "$answer")
        case "$status" in
            Succeeded) json_field downloadLink "$answer"; return 0 ;;
            Started | InProgress) sleep 0.3 ;;
            *) echo "ended as $status: $answer" >&2; return 1 ;;
        esac
    done
    return 1
}
