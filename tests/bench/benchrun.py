"""What every case of the bench needs: a folder in memory, the far end, measured runs, and tables."""

import hashlib
import json
import mmap
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.request
import ssl

ROOT = pathlib.Path(__file__).resolve().parents[2]
MIB = 1 << 20
GIB = 1 << 30


class Trouble(Exception):
    """The case cannot go on; says why."""


class Running:
    """A program that ends with the case."""

    def __init__(self, bench, command, **more):
        self.process = subprocess.Popen([str(part) for part in command], **more)
        bench.servers.append(self)

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Server(Running):
    """One benchserver. `link` gives a URL as a client gets it from the service."""

    def __init__(self, bench, options=(), tls=False):
        command = [bench.program("benchserver"), *map(str, options)]
        if tls:
            command += ["--cert", bench.folder / "cert.pem", "--key", bench.folder / "key.pem"]
        super().__init__(bench, command, stdout=subprocess.PIPE, text=True)
        self.context = ssl.create_default_context(cafile=bench.folder / "cert.pem") if tls else None
        self.url = json.loads(self.process.stdout.readline())["url"]

    def open(self, path, method="GET"):
        request = urllib.request.Request(self.url + path, method=method)
        return urllib.request.urlopen(request, context=self.context, timeout=60)

    def stats(self):
        with self.open("/__stats") as answer:
            return json.load(answer)

    def set(self, **settings):
        query = "&".join(f"{name}={value}" for name, value in settings.items())
        self.open("/__set?" + query).close()

    def reset(self):
        self.open("/__reset").close()

    def size_of(self, path):
        with self.open(path, "HEAD") as answer:
            return int(answer.headers["Content-Length"])

    def sha256_of(self, path):
        with self.open(path) as answer:
            return hashlib.file_digest(answer, "sha256").hexdigest()


class Bench:
    """A folder in memory for one case, and the servers of the case. Everything goes at the end."""

    def __init__(self, options):
        self.options = options
        self.servers = []
        self.others = []

    def __enter__(self):
        memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="longshore-bench.", dir=memory))
        for name in ("served", "home", "peers"):
            (self.folder / name).mkdir()
        return self

    def __exit__(self, *_):
        for server in self.servers:
            server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def program(self, name):
        path = pathlib.Path(self.options.bin) / name
        if not path.exists():
            raise Trouble(f"{path} is not built")
        return path

    def need(self, mib):
        """Files and what the server keeps live in memory: say so before anything is slow or killed."""
        free = shutil.disk_usage(self.folder).free
        with open("/proc/meminfo", encoding="ascii") as file:
            available = next(int(line.split()[1]) for line in file if line.startswith("MemAvailable")) * 1024
        room = min(free, available)
        if room < (mib + 512) * MIB:
            raise Trouble(f"needs {mib + 512} MiB of memory in {self.folder.parent}, and {room // MIB} are free")

    def make_file(self, path, mib):
        """Bytes that no two blocks share and nothing compresses."""
        block = bytearray(os.urandom(MIB))
        with open(path, "wb") as file:
            for index in range(mib):
                block[:8] = index.to_bytes(8, "little")
                file.write(block)
        return path

    def certificate(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                        "-keyout", self.folder / "key.pem", "-out", self.folder / "cert.pem"],
                       check=True, stderr=subprocess.DEVNULL)

    def run(self, client, job, limit=900):
        """Runs a client once. Returns wall s, CPU s, peak MiB, and what other programs took meanwhile in cores."""
        client.prepare(self, job)
        if not job.upload:
            touch(min(job.size, 2 * GIB))
        reading, writing = os.pipe()
        command = [self.program("benchmeasure"), str(writing), *map(str, client.command(self, job))]
        server_before, before = job.server.stats()["cpu_seconds"], busy_seconds()
        with open(self.folder / "output", "wb") as output:
            process = subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL,
                                       env={**os.environ, **client.environment(self, job)}, start_new_session=True,
                                       pass_fds=[writing])
            os.close(writing)
            try:
                process.wait(limit)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        busy = busy_seconds() - before
        with os.fdopen(reading) as report:
            text = report.read()
        run = json.loads(text) if text else {"wall": float(limit), "cpu": 0.0, "peak": 0, "code": -1}
        run["server_cpu"] = job.server.stats()["cpu_seconds"] - server_before
        run["peak"] /= 1024
        run["others"] = max(0.0, busy - run["cpu"] - run["server_cpu"]) / run["wall"]
        return run

    def quiet_run(self, client, job):
        """As run, again while others disturb it; the least disturbed counts."""
        runs = []
        for _ in range(1 + self.options.patience):
            if job.upload:
                job.server.reset()
            runs.append(self.run(client, job))
            if runs[-1]["code"] != 0:
                raise Trouble(f"{client.name} failed: {self.last_words()}")
            if runs[-1]["others"] <= 0.3:
                break
        return min(runs, key=lambda run: run["others"])

    def last_words(self):
        text = (self.folder / "output").read_text(errors="replace").strip()
        return text.splitlines()[-1][:200] if text else "without a word"


def busy_seconds():
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, irq, softirq, *_ = map(int, file.readline().split()[1:])
    return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")


def touch(size):
    """A virtual machine gets fresh memory from its host page by page: take it before the clock runs."""
    chunk = bytes(16 * MIB)
    with mmap.mmap(-1, size) as memory:
        while memory.tell() < size:
            memory.write(chunk[:size - memory.tell()])


def sha256_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def spread(values, digits=2):
    median = statistics.median(values)
    if len(values) == 1:
        return f"{median:.{digits}f}"
    return f"{median:.{digits}f} [{min(values):.{digits}f}-{max(values):.{digits}f}]"


def print_table(header, rows):
    table = [header, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(header))]
    for row in table:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells))


def half_way(server, size, key, process, limit=300):
    """Waits until half of the file has moved. False when the client ended before."""
    end = time.monotonic() + limit
    while time.monotonic() < end and process.poll() is None:
        if server.stats()[key] >= size / 2:
            return True
        time.sleep(0.005)
    return False
