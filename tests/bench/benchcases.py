"""The cases of the bench: which clients move what, against which far end, and what ours is to reach."""

import copy
import os
import pathlib
import shutil
import statistics
import subprocess
from dataclasses import dataclass, field

from benchclients import Aria2, Azcopy, Client, Curl, Job, Limit, Ours, Rclone
import benchsight
from benchrun import GIB, MIB, Server, Trouble, half_way, print_table, sha256_of, spread

WAN = ["--latency", 40, "--conn-rate", 12_500_000, "--line-rate", 125_000_000]
FAULTS = {"p503": 0.05, "p500": 0.02, "preset": 0.02}
OURS = "longshore"
PLAIN = "longshore --no-md5"


@dataclass
class Case:
    """One table. Goals are (client, peer, least ratio of throughputs); CPU goals are seconds for each GiB."""
    title: str
    mib: int
    clients: list
    upload: bool
    s3: bool = False
    tls: bool = False
    wan: bool = False
    goals: list = field(default_factory=list)
    cpu_goals: list = field(default_factory=list)


def start(bench, case, *options):
    return Server(bench, [*(WAN if case.wan else []), *options], case.tls)


def job_for(bench, case, server):
    size = (bench.options.mib or case.mib) * MIB
    source = bench.folder / "served/object.bin"
    if not source.exists():
        # The file, and once more: kept by the server, or written by the client.
        bench.need(2 * size // MIB)
        bench.make_file(source, size // MIB)
    return Job(server, source if case.upload else bench.folder / "fetched.bin", size, case.upload, case.s3, case.tls,
               case.wan)


def chosen(bench, case, job):
    for client in case.clients:
        if bench.options.only and not any(client.name.startswith(name) for name in bench.options.only):
            continue
        if client.there(bench, job):
            yield client
        else:
            print(f"({client.name} is missing here or cannot do this: its row is left out)")


def verify(bench, job, want):
    """The unmeasured first turn has to have moved the right bytes."""
    got = job.server.sha256_of(job.path) if job.upload else sha256_of(job.file)
    return None if got == want else "other bytes arrived than were sent"


def warmed_up(bench, case):
    """One turn without a clock or a slow line, whose bytes are compared. A peer that fails it is left out."""
    root = bench.folder / "served"
    keeper = Server(bench, ["--store"] if case.upload else ["--root", root], case.tls)
    job = job_for(bench, case, keeper)
    want = sha256_of(bench.folder / "served/object.bin")
    good = []
    for client in chosen(bench, case, job):
        run = bench.run(client, job)
        problem = bench.last_words() if run["code"] != 0 else verify(bench, job, want)
        keeper.reset()
        if not problem:
            good.append(client)
        elif client.name.startswith(OURS):
            raise Trouble(f"{client.name}: {problem}")
        else:
            print(f"({client.name} failed and its row is left out: {problem})")
    if not job.upload:
        job.file.unlink(missing_ok=True)
    keeper.stop()
    bench.servers.remove(keeper)
    return good


def measure(bench, case):
    """Every client in turn, so that a slow minute of the machine meets all of them."""
    print(f"\n{case.title}: {bench.options.mib or case.mib} MiB, {bench.options.turns} turns, "
          "medians [min-max], after one unmeasured turn whose bytes were compared")
    if case.tls:
        bench.certificate()
    clients = warmed_up(bench, case)
    server = start(bench, case, *([] if case.upload else ["--root", bench.folder / "served"]))
    job = job_for(bench, case, server)
    runs = {client.name: [] for client in clients}
    for _ in range(bench.options.turns):
        for client in clients:
            runs[client.name].append(bench.quiet_run(client, job))
            moved = server.size_of(job.path) if case.upload else job.file.stat().st_size
            if moved != job.size:
                raise Trouble(f"{client.name} moved {moved} bytes of {job.size}")
    report(case, job.size, runs)
    return {"bytes": job.size, "runs": runs}


def ratios(runs, client, peer):
    return [theirs["wall"] / ours["wall"] for ours, theirs in zip(runs[client], runs[peer])]


def report(case, size, runs):
    columns = ["wall", "cpu", "peak", "server_cpu", "others"]
    rows = []
    for name, all_runs in runs.items():
        wall, cpu, peak, server_cpu, others = ([run[column] for run in all_runs] for column in columns)
        rows.append([name, spread(wall), f"{size / MIB / statistics.median(wall):.0f}",
                     spread([value / size * GIB for value in cpu]), f"{max(peak):.0f}",
                     spread(ratios(runs, name, "limit")) if "limit" in runs else "-",
                     f"{statistics.median(server_cpu) / size * GIB:.2f}",
                     f"{statistics.median(others):.1f}" + (" (!)" if max(others) > 0.3 else "")])
    print_table(["client", "wall s", "MiB/s", "CPU s/GiB", "peak MiB", "x limit", "server CPU s/GiB", "others"], rows)
    if any("(!)" in row[-1] for row in rows):
        print("(!) other programs took more than 0.3 core during at least one of these runs")
    for ours in (name for name in runs if name.startswith(OURS)):
        print(f"{ours}: " + ", ".join(f"{spread(ratios(runs, ours, peer))} x {peer}" for peer in runs if peer != ours))
    for client, peer, least in case.goals:
        if client in runs and peer in runs:
            reached = statistics.median(ratios(runs, client, peer))
            goal(f"{client} >= {least} x {peer}", reached >= least, reached)
    for client, most in case.cpu_goals:
        if client in runs:
            reached, least = (statistics.median(run["cpu"] for run in runs[name]) / size * GIB if name in runs else 0
                              for name in (client, "limit"))
            # Seconds are the machine's: what bare sockets take says how far the goal is from what it allows.
            goal(f"{client} <= {most} CPU s/GiB (limit itself {least:.2f})", reached <= most, reached)


def goal(what, met, reached):
    print(f"goal {what}: {'met' if met else 'MISSED'} ({reached:.2f})")


UPLOADERS = [Ours(PLAIN, "--no-md5"), Ours(OURS), Azcopy(), Rclone(), Curl(), Limit()]
DOWNLOADERS = [Ours(OURS), Azcopy(), Aria2(), Rclone(), Curl(), Limit()]
WAN_UPLOADERS = [Ours(PLAIN, "--no-md5"), Ours(OURS), Azcopy(), Rclone(), Limit()]
WAN_DOWNLOADERS = [Ours(OURS), Azcopy(), Aria2(), Limit()]

TABLES = {
    "upload": Case("Upload, http", 4096, UPLOADERS, upload=True,
                   goals=[(PLAIN, "azcopy", 2.5), (PLAIN, "limit", 0.55), (OURS, "azcopy", 1.5)],
                   cpu_goals=[(PLAIN, 0.45)]),
    "upload-tls": Case("Upload, https", 1024, UPLOADERS, upload=True, tls=True,
                       goals=[(PLAIN, "azcopy", 2.2), (PLAIN, "limit", 0.75), (OURS, "azcopy", 1.4)],
                       cpu_goals=[(PLAIN, 0.9)]),
    "upload-s3": Case("Upload, one presigned PUT, http", 1024, [Ours(PLAIN, "--no-md5"), Curl(), Limit()], upload=True,
                      s3=True, goals=[(PLAIN, "curl", 0.95)]),
    "download": Case("Download with SHA-256, http", 1024, DOWNLOADERS, upload=False,
                     goals=[(OURS, "azcopy", 2.2), (OURS, "aria2c", 1.2)]),
    "download-tls": Case("Download with SHA-256, https", 1024, DOWNLOADERS, upload=False, tls=True,
                         goals=[(OURS, "azcopy", 1.7)]),
    "wan-upload": Case("Upload, WAN (40 ms, 12.5 MB/s a connection, 125 MB/s the line)", 320, WAN_UPLOADERS,
                       upload=True, wan=True, goals=[(OURS, "azcopy", 1.2), (OURS, "limit", 0.95)],
                       cpu_goals=[(PLAIN, 0.6)]),
    "wan-download": Case("Download, WAN", 320, WAN_DOWNLOADERS, upload=False, wan=True,
                         goals=[(OURS, "aria2c", 0.95), (OURS, "limit", 0.95)]),
}


def going_on(client, command):
    """The client by this command, on what it left."""
    again = copy.copy(client)
    again.prepare = lambda *_: None
    again.command = lambda *_: command
    return again


def kill_and_resume(bench, client, job):
    """Kills the client when half has moved and starts it again. Returns MiB moved beyond the file and the seconds."""
    client.prepare(bench, job)
    job.server.reset()
    environment = {**os.environ, **client.environment(bench, job)}
    key = "bytes_in" if job.upload else "bytes_out"
    with open(bench.folder / "output", "wb") as output:
        process = subprocess.Popen([str(part) for part in client.command(bench, job)], env=environment, stdout=output,
                                   stderr=output, stdin=subprocess.DEVNULL)
        reached = half_way(job.server, job.size, key, process)
        process.kill()
        process.wait()
    if not reached:
        raise Trouble(f"{client.name} ended before half: {bench.last_words()}")
    run = bench.run(going_on(client, client.resume(bench, job)), job)
    return run, (job.server.stats()[key] - job.size) / MIB


def resume(bench):
    """Killed at half over the WAN and started again: what moved beyond the file."""
    found = {}
    rows = []
    for upload, clients in ((True, [Ours(OURS), Azcopy(), Rclone()]),
                            (False, [Ours(OURS), Azcopy(), Aria2(), Curl()])):
        case = Case("", 320, clients, upload=upload, wan=True)
        server = start(bench, case, *(["--store"] if upload else ["--root", bench.folder / "served"]))
        job = job_for(bench, case, server)
        want = sha256_of(bench.folder / "served/object.bin")
        for client in chosen(bench, case, job):
            name = f"{client.name} {'upload' if upload else 'download'}"
            turns = [kill_and_resume(bench, client, job) for _ in range(bench.options.turns)]
            server.set(latency=0, conn_rate=0, line_rate=0)
            right = turns[-1][0]["code"] == 0 and not verify(bench, job, want)
            server.set(latency=40, conn_rate=12_500_000, line_rate=125_000_000)
            found[name] = {"excess_mib": [excess for _, excess in turns], "runs": [run for run, _ in turns],
                           "right": right}
            rows.append([name, spread(found[name]["excess_mib"], 1), spread([run["wall"] for run, _ in turns], 1),
                         "yes" if right else "NO"])
    print(f"\nKilled at half over the WAN and started again, {bench.options.mib or 320} MiB, "
          f"{bench.options.turns} turns")
    print_table(["client", "MiB beyond the file", "second run s", "right bytes"], rows)
    for what, most in (("upload", 128), ("download", 4)):
        if ours := found.get(f"{OURS} {what}"):
            worst = max(ours["excess_mib"])
            goal(f"{OURS} {what} right, <= {most} MiB beyond the file", ours["right"] and worst <= most, worst)
    return found


def faults(bench):
    """5 % 503, 2 % 500, 2 % reset in mid-body over the WAN, held against the clean line."""
    found = {}
    rows = []
    for upload, clients in ((True, [Ours(OURS), Azcopy(), Rclone()]), (False, [Ours(OURS), Azcopy(), Aria2()])):
        case = Case("", 320, clients, upload=upload, wan=True)
        server = start(bench, case, *([] if upload else ["--root", bench.folder / "served"]))
        job = job_for(bench, case, server)
        for client in chosen(bench, case, job):
            name = f"{client.name} {'upload' if upload else 'download'}"
            turns = [faulty_turn(bench, client, job, seed) for seed in range(7, 7 + bench.options.turns)]
            found[name] = turns
            rows.append([name, spread([turn["wall"] for turn in turns], 1), spread([turn["clean"] for turn in turns], 1),
                         spread([turn["wall"] / turn["clean"] for turn in turns]),
                         spread([turn["bytes"] / job.size for turn in turns]),
                         str(sum(turn["faults"] for turn in turns)),
                         f"{sum(turn['done'] for turn in turns)} of {len(turns)}"])
    print(f"\n5 % 503, 2 % 500, 2 % reset in mid-body over the WAN, {bench.options.mib or 320} MiB, "
          f"{bench.options.turns} seeds")
    print_table(["client", "wall s", "clean s", "x clean", "bytes / size", "faults", "done"], rows)
    for what in ("upload", "download"):
        if turns := found.get(f"{OURS} {what}"):
            slower = statistics.median(turn["wall"] / turn["clean"] for turn in turns)
            more = statistics.median(turn["bytes"] for turn in turns) / (bench.options.mib or 320) / MIB
            done = all(turn["done"] for turn in turns)
            goal(f"{OURS} {what} done, <= 1.6 x the clean time", done and slower <= 1.6, slower)
            goal(f"{OURS} {what} done, <= 1.12 x the bytes", done and more <= 1.12, more)
    return found


def faulty_turn(bench, client, job, seed):
    job.server.set(p503=0, p500=0, preset=0, seed=seed)
    job.server.reset()
    clean = bench.run(client, job)
    job.server.set(**FAULTS, seed=seed)
    job.server.reset()
    turn = bench.run(client, job, limit=180)
    # Not another request before the faults are off: the next could meet one.
    job.server.set(p503=0, p500=0, preset=0)
    seen = job.server.stats()
    size = job.file.stat().st_size if not job.upload and job.file.exists() else 0
    done = turn["code"] == 0 and (job.server.size_of(job.path) if job.upload else size) == job.size
    return {"wall": turn["wall"], "clean": clean["wall"], "done": done,
            "bytes": seen["bytes_in" if job.upload else "bytes_out"],
            "faults": seen["f503"] + seen["f500"] + seen["resets"]}


def link(bench):
    """The link ends at half and a new one is given by hand: who goes on, and what moves beyond the file."""
    found = {}
    rows = []
    for upload in (True, False):
        case = Case("", 320, [Ours(OURS), Azcopy()], upload=upload)
        server = start(bench, case, "--expire-after", 24, *(["--store"] if upload else ["--root", bench.folder / "served"]))
        job = job_for(bench, case, server)
        want = sha256_of(bench.folder / "served/object.bin")
        for client in chosen(bench, case, job):
            job.server.reset()
            job.given += 1  # a link that nobody used
            first = bench.run(client, job, limit=120)
            fresh = copy.copy(job)
            fresh.given = job.given = job.given + 1
            server.set(expire_after=0)
            again = going_on(client, client.command(bench, fresh))
            second = bench.run(again, fresh, limit=120) if first["code"] != 0 else first
            moved = server.stats()["bytes_in" if upload else "bytes_out"]
            right = second["code"] == 0 and not verify(bench, fresh, want)
            server.set(expire_after=24)
            name = f"{client.name} {'upload' if upload else 'download'}"
            found[name] = {"first": first, "second": second, "excess_mib": (moved - job.size) / MIB, "right": right}
            rows.append([name, f"{first['wall']:.1f}", str(first["code"]), f"{second['wall']:.1f}", str(second["code"]),
                         f"{(moved - job.size) / MIB:.1f}", "yes" if right else "NO"])
    print("\nThe link ends at half, 320 MiB, and the same command is given with a new one")
    print_table(["client", "first s", "exit", "second s", "exit", "MiB beyond the file", "right bytes"], rows)
    for name, run in found.items():
        if name.startswith(OURS):
            goal(f"{name} right, <= 128 MiB beyond the file", run["right"] and run["excess_mib"] <= 128, run["excess_mib"])
    return found


def window(bench):
    """What the window costs a download."""
    runs = benchsight.downloads(bench)
    size = runs["hidden"][0]["bytes"]
    rows = [[sight, spread([run["wall"] for run in own]), spread([size / MIB / run["wall"] for run in own], 0),
             spread([run["cpu"] / size * GIB for run in own]), spread(ratios(runs, sight, "hidden"))]
            for sight, own in runs.items()]
    print(f"\nA download of {size // MIB} MiB by the window, {bench.options.turns} turns, medians [min-max]")
    print_table(["window", "wall s", "MiB/s", "CPU s/GiB", "x hidden"], rows)
    for sight in ("shown", "minimised"):
        reached = statistics.median(ratios(runs, sight, "hidden"))
        goal(f"{sight} >= 0.97 x hidden", reached >= 0.97, reached)
    return runs


class Idle(Client):
    name = "longshorectl --version"

    def command(self, bench, job):
        return [bench.program("longshorectl"), "--version"]


def memory(bench):
    """Peak memory of ours above the program that does nothing."""
    found = {}
    rows = []
    for upload in (True, False):
        case = Case("", 1024, [Ours(OURS)], upload=upload)
        server = start(bench, case, *([] if upload else ["--root", bench.folder / "served"]))
        job = job_for(bench, case, server)
        jobs = [job, *huge_job(bench, server, upload)]
        for client in chosen(bench, case, job):
            for each in jobs:
                idle = bench.run(Idle(), Job(server, each.file, MIB, True))["peak"]
                run = bench.run(client, each, limit=3600)
                name = f"{'upload' if upload else 'download'} {each.size // MIB} MiB"
                found[name] = {"idle": idle, **run}
                rows.append([name, f"{run['wall']:.1f}", f"{idle:.0f}", f"{run['peak']:.0f}",
                             f"{run['peak'] - idle:.0f}", "yes" if run["code"] == 0 else "NO"])
                if each is not job:
                    each.file.unlink(missing_ok=True)
    print("\nMemory of longshorectl")
    print_table(["what", "wall s", "idle MiB", "peak MiB", "above idle MiB", "done"], rows)
    for name, run in found.items():
        above = run["peak"] - run["idle"]
        goal(f"{name} <= 32 MiB above idle, <= 64 MiB in all", above <= 32 and run["peak"] <= 64, above)
    return found


def huge_job(bench, server, upload):
    """60 GiB, where they are wanted: a file of nothing goes up; the server's pattern, real bytes, comes down."""
    if not bench.options.huge:
        return []
    folder = pathlib.Path(bench.options.huge).absolute()
    size = 60 * GIB
    # The pattern is there already, so nothing can be uploaded under its name.
    job = Job(server, folder / "longshore-bench.huge", size, upload, name="huge" if upload else f"pattern-{size}")
    if upload:
        with open(job.file, "wb") as file:
            file.truncate(size)
    elif shutil.disk_usage(folder).free < size + GIB:
        print(f"(60 GiB down need {size // GIB + 1} GiB in {folder}: left out)")
        return []
    return [job]


CASES = {**{name: (lambda bench, case=case: measure(bench, case)) for name, case in TABLES.items()},
         "resume": resume, "faults": faults, "link": link, "memory": memory, "window": window}
