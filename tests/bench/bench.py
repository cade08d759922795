#!/usr/bin/env python3
"""Speed of longshorectl as ratios against its peers on the same work, in turn (A B C A B C ...), with the physical limit
in the same table. Called by ./dev bench, which sets up what is needed."""

import argparse
import json
import os
import signal
import subprocess
import sys

import benchcases
from benchrun import Bench, Trouble, ROOT


def arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("what", nargs="*", metavar="WHAT",
                        help="one or more of: " + ", ".join([*benchcases.CASES, "check"]) + " (default: all)")
    parser.add_argument("--turns", type=int, default=5, help="measured turns of each client (5)")
    parser.add_argument("--only", action="append", default=[], metavar="CLIENT",
                        help="only clients whose name begins so; may be repeated")
    parser.add_argument("--ours", default="", metavar="SWITCHES", help="more switches for longshorectl, in one word")
    parser.add_argument("--mib", type=int, help="another size than the case's own")
    parser.add_argument("--patience", type=int, default=2, metavar="N",
                        help="repeat a run up to N times while other programs take more than 0.3 core (2)")
    parser.add_argument("--huge", metavar="DIR", help="memory: also 60 GiB both ways; DIR has room for them")
    parser.add_argument("--json", metavar="FILE", help="write every run there, too")
    parser.add_argument("--bin", default=str(ROOT / "build/release/bin"), help="folder of the programs")
    return parser.parse_args()


def main():
    options = arguments()
    wanted = options.what or [*benchcases.CASES, "check"]
    unknown = [what for what in wanted if what not in benchcases.CASES and what != "check"]
    if unknown:
        print("bench: unknown:", ", ".join(unknown), "- see --help", file=sys.stderr)
        return 2
    results = {}
    status = 0
    for what in wanted:
        if what == "check":
            status |= subprocess.run([ROOT / "tests/bench/archive.sh"], check=False).returncode
            continue
        try:
            with Bench(options) as bench:
                results[what] = benchcases.CASES[what](bench)
        except Trouble as trouble:
            print(f"bench: {what}: {trouble}", file=sys.stderr)
            status = 1
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)
    return status


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    os.umask(0o077)
    sys.exit(main())
