#!/usr/bin/env bash
# Kill -9 at random moments of uploads and downloads, over links that end every few seconds, with the object at the store
# replaced during one of the downloads. Each transfer is begun again, with a new link when the old one has ended, until
# it is done: both ends hold the same bytes then, and never before is there a wrong file under a final name.
#   [KILLS=100] transferkills.sh BIN-FOLDER [SEED]
set -euo pipefail
bin=$1 kills=${KILLS:-12}
RANDOM=${2:-$$}
echo "# $kills kills, seed ${2:-$$}"
for tool in curl openssl; do
    command -v "$tool" >/dev/null || { echo "SKIP   : $tool is missing: the whole program"; exit 0; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/longshore-kills.XXXXXX")
export LONGSHORE_HOME=$work/home
pace=16000000
mkfifo "$work/server"
"$bin/benchserver" --store --check-md5 --line-rate "$pace" >"$work/server" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
read -r line <"$work/server"
url=$(sed 's/.*"url":"\([^"]*\)".*/\1/' <<<"$line")

killed=0 resumed=0 expired=0 refused=0 done_before=0 calls=0 uploads=0 downloads=0 changes=0 beyond_up=0 beyond_down=0
worst_up=0 worst_down=0
wanted_before=none change_now=0 kept_old=0 unseen=0
fail() { # MESSAGE
    echo "FAIL: $* (transfer $((uploads + downloads + 1)), kill $killed)" >&2
    tail -n 3 "$work/out" "$work/err" >&2 || true
    exit 1
}
between() { echo $(($1 + (RANDOM * 32768 + RANDOM) % ($2 - $1 + 1))); }
stat_of() { curl -sS "$url/__stats" | sed "s/.*\"$1\":\([0-9]*\).*/\1/"; }
hash_of() { sha256sum <"$1" | cut -d ' ' -f 1; }
# Our own calls need not take the time that the kills do.
unpaced() { # COMMAND...
    local status=0
    curl -sS "$url/__set?line_rate=0" >/dev/null
    "$@" || status=$?
    curl -sS "$url/__set?line_rate=$pace" >/dev/null
    return "$status"
}
# Whether the store has a blob there at all; if so it has to be the right one.
at_store() { # PATH
    unpaced curl -sS -f -o "$work/stored" "$url/$1?sig=check" 2>/dev/null || return 1
    cmp -s "$work/stored" "$source" || fail "wrong bytes at the store under the final name"
}
# The same for a file of ours. While the object changes either state of it will do.
in_folder() { # FILE
    [ -e "$1" ] || return 1
    case "$(hash_of "$1")" in "$wanted" | "$wanted_before") ;; *) fail "wrong bytes under the final name" ;; esac
}
new_link() { # azure|s3 PATH: ends in two to four seconds
    local life now
    life=$(between 2 4) now=$(date +%s)
    if [ "$1" = azure ]; then
        link="$url/$2?sv=2021-12-02&sr=b&sp=rcw&se=$(date -u -d "@$((now + life))" +%Y-%m-%dT%H%%3A%M%%3A%SZ)&sig=s$RANDOM"
    else
        link="$url/$2?X-Amz-Date=$(date -u -d "@$now" +%Y%m%dT%H%M%SZ)&X-Amz-Expires=$life&X-Amz-Signature=s$RANDOM"
    fi
}
new_source() { # [AT LEAST AT MOST]
    openssl enc -aes-128-ctr -K "$(printf %032x "$(between 1 99999999)")" -iv 0 -nosalt -in /dev/zero 2>/dev/null |
        head -c "$(between "${1:-15000000}" "${2:-25000000}")" >"$work/source" || true
    source=$work/source
    wanted=$(hash_of "$source")
}

# Runs the command once and kills it after a random while; sets `exit`, 137 when the kill struck.
one_call() { # COMMAND...
    : >"$work/out"
    local command pause
    calls=$((calls + 1))
    pause=$(between 50 1700)
    [ "$killed" -lt "$kills" ] || pause=20000
    timeout -s KILL "$((pause / 1000)).$(printf %03d $((pause % 1000)))" \
        "$bin/longshorectl" --json "$@" >"$work/out" 2>"$work/err" &
    command=$!
    if [ "$change_now" = 1 ]; then
        sleep 0.3 && change_object && change_now=0
    fi
    exit=0
    wait "$command" 2>/dev/null || exit=$?
    kill -0 "$server" 2>/dev/null || fail "benchserver has gone"
    [ "$exit" != 137 ] || killed=$((killed + 1))
}
says() { grep -q "\"code\":\"$1\"" "$work/out"; }
# The last call's outcome; true when the transfer has ended.
judged() { # azure|s3 PATH FINISHED-CHECK
    case "$exit" in
        0)
            "$3" || fail "done, but nothing is there"
            case "$(sed -n 's/.*"sha256":"\([0-9a-f]*\)".*/\1/p' "$work/out")" in
                "$wanted") ;;
                "$wanted_before") kept_old=$((kept_old + 1)) ;;
                *) fail "done, with another hash than the other end's" ;;
            esac
            return 0 ;;
        137) resumed=$((resumed + 1)); "$3" || true ;;
        2)
            says LinkExpired || fail "exit 2 without LinkExpired"
            # A kill fell between the last step and its answer: only a new link can tell.
            ! "$3" || unseen=$((unseen + 1))
            expired=$((expired + 1))
            new_link "$1" "$2" ;;
        7)
            says ObjectChanged || fail "exit 7 without ObjectChanged"
            [ "$changes" -gt 0 ] || fail "nothing had changed"
            "$3" && fail "refused, but something has the final name"
            refused=$((refused + 1)) ;;
        8) # A kill fell between the last step and its answer: what has the name now is the whole.
            says FileExists || fail "exit 8 without FileExists"
            "$3" || fail "it is said to exist, but does not"
            done_before=$((done_before + 1))
            return 0 ;;
        *) fail "exit $exit" ;;
    esac
    return 1
}
larger() { [ "$1" -gt "$2" ] && echo "$1" || echo "$2"; }

upload() {
    local name=box/up-$uploads.data before beyond round=0
    wanted_before=none
    new_source
    new_link azure "account/$name"
    before=$(stat_of bytes_in)
    stored() { at_store "account/$name"; }
    until
        one_call upload "$source" "$link" --part-size 512K
        judged azure "account/$name" stored
    do
        round=$((round + 1))
        [ "$round" -lt 200 ] || fail "no end"
    done
    at_store "account/$name" || fail "nothing at the store"
    beyond=$(($(stat_of bytes_in) - before - $(stat -c %s "$source")))
    beyond_up=$((beyond_up + beyond)) worst_up=$(larger "$beyond" "$worst_up") uploads=$((uploads + 1))
    curl -sS -X DELETE "$url/account/$name?sig=check" >/dev/null
}

put_object() { curl -sS -f -o "$work/answer" -T "$source" -H 'x-ms-blob-type: BlockBlob' "$url/$object?sig=check"; }
change_object() {
    wanted_before=$wanted
    new_source
    put_object
    changes=$((changes + 1))
}
download() { # [CHANGED]
    local kind=azure part before beyond round=0
    [ "$((downloads % 2))" = 0 ] || kind=s3
    object=account/box/down-$downloads.data
    target=$work/in/down.data
    rm -rf "$work/in" && mkdir "$work/in"
    part=$(between 1 3)
    wanted_before=none
    change_now=${1:-0}
    if [ "$change_now" = 1 ]; then new_source 60000000 70000000; else new_source; fi
    unpaced put_object
    new_link "$kind" "$object"
    before=$(stat_of bytes_out)
    here() { in_folder "$target"; }
    until
        one_call download "$link" "$target" --part-size "$((part * part * part * 256))K"
        judged "$kind" "$object" here
    do
        round=$((round + 1))
        [ "$round" -lt 200 ] || fail "no end"
    done
    in_folder "$target" || fail "there is no file"
    [ "$(ls "$work/in" | grep -vc 'lock$')" = 1 ] || fail "something is left beside the file: $(ls "$work/in")"
    if [ "$wanted_before" = none ]; then
        beyond=$(($(stat_of bytes_out) - before - $(stat -c %s "$source")))
        beyond_down=$((beyond_down + beyond)) worst_down=$(larger "$beyond" "$worst_down")
    fi
    downloads=$((downloads + 1))
    curl -sS -X DELETE "$url/$object?sig=check" >/dev/null
}

while [ "$killed" -lt "$kills" ]; do
    upload
    download "$((changes == 0 && killed * 2 >= kills))"
done
[ "$changes" = 1 ] || download 1

mb() { echo "$(($1 / 1000000)).$(printf %02d $(($1 / 10000 % 100))) MB"; }
echo "  $uploads uploads and $downloads downloads, $calls calls"
echo "  $killed kills, each begun again; $expired links ended; $changes object replaced, $refused refusals for it,"
echo "  the file is the $([ "$kept_old" = 0 ] && echo new || echo old) one, whole"
echo "  $done_before found finished by the killed call, $unseen of them behind a link that had ended"
echo "  beyond the files: uploads $(mb $beyond_up) (one at most $(mb $worst_up)), downloads $(mb $beyond_down) (at most $(mb $worst_down))"
echo "PASS   : $killed kills"
