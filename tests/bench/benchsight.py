"""What the window costs a transfer: hidden, shown and minimised, in turn."""

import json
import os
import shutil
import subprocess

from benchrun import Running, Trouble

SIGHTS = ["hidden", "shown", "minimised"]
QUIET = {"QT_LOGGING_RULES": "longshore.*=false"}


def display(bench):
    """A screen in memory; without the program for it, Qt's own picture without a screen."""
    if not shutil.which("Xvfb"):
        print("(no Xvfb: the window is drawn without a screen)")
        return {"QT_QPA_PLATFORM": "offscreen"}
    reading, writing = os.pipe()
    Running(bench, ["Xvfb", "-displayfd", writing, "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as report:
        return {"DISPLAY": ":" + report.readline().strip(), "QT_QPA_PLATFORM": "xcb"}


def practice(bench, mib):
    """A practice server with databases of that size; says how to reach it."""
    server = Running(bench, [bench.program("longshore-practice"), "--data", bench.folder / "practice", "--size-mb", mib,
                             "--vector-size-mb", 1, "--vector-database", "embedded", "--time-scale", 500],
                     stdout=subprocess.PIPE, text=True)
    return json.loads(server.process.stdout.readline())["optimizely"]


def downloads(bench):
    """The runs of each sight."""
    mib = bench.options.mib or 800
    bench.need(4 * mib)
    reach = practice(bench, mib)
    turns = bench.options.turns + 1  # the first warms up
    command = [bench.program("benchwindow"), reach["baseUrl"], reach["projectId"], reach["clientKey"],
               reach["clientSecret"], "Integration", bench.folder / "window", turns]
    (bench.folder / "window/home").mkdir(parents=True)
    done = subprocess.run([str(part) for part in command], env={**os.environ, **display(bench), **QUIET},
                          stdout=subprocess.PIPE, text=True, timeout=3600, check=False)
    runs = [json.loads(line) for line in done.stdout.splitlines()][len(SIGHTS):]
    if done.returncode != 0 or len(runs) != len(SIGHTS) * bench.options.turns:
        raise Trouble(f"benchwindow ended with {done.returncode} after {len(runs)} downloads")
    return {sight: [run for run in runs if run["sight"] == sight] for sight in SIGHTS}
