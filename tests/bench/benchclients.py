"""The programs that are compared, and the command lines that were found to work for them."""

import pathlib
import platform
import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import Any

from benchrun import MIB, ROOT

SAS = "sv=2021-12-02&sr=c&sp=racwdl&se=2099-01-01T00%3A00%3A00Z&sig=c2lnbmF0dXJl"
CONTAINER = "/benchaccount/container"


def presigned():
    return ("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=bench&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            f"&X-Amz-Date={time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())}&X-Amz-Signature=0badc0de")


@dataclass
class Job:
    """One file to be moved: from `file` to `path` on the server, or the other way round."""
    server: Any
    file: pathlib.Path
    size: int
    upload: bool
    s3: bool = False
    tls: bool = False
    wan: bool = False
    name: str = "object.bin"
    given: int = 0  # links before this one

    @property
    def path(self):
        return f"{CONTAINER}/{self.name}"

    @property
    def link(self):
        return f"{self.server.url}{self.path}?{presigned() if self.s3 else SAS}{self.given or ''}"


class Client:
    """A program; `there` is false when it is not on this machine or cannot do this kind of job."""
    name = ""
    program = ""

    def there(self, bench, job):
        return shutil.which(self.program) is not None

    def prepare(self, bench, job):
        if not job.upload:
            job.file.unlink(missing_ok=True)

    def environment(self, bench, job):
        return {"SSL_CERT_FILE": str(bench.folder / "cert.pem")} if job.tls else {}

    def command(self, bench, job):
        raise NotImplementedError

    def resume(self, bench, job):
        """The command after a kill; nothing when the program can only start over."""
        return self.command(bench, job)


class Ours(Client):
    """longshorectl. Its state folder stays between runs, as a user's does."""

    def __init__(self, name, *switches):
        self.name = name
        self.switches = switches

    def there(self, bench, job):
        text = subprocess.run([bench.program("longshorectl"), "--help"], capture_output=True, text=True, check=False)
        return f"\n  {'upload' if job.upload else 'download'} " in text.stdout

    def environment(self, bench, job):
        return {"LONGSHORE_HOME": str(bench.folder / "home")}

    def command(self, bench, job):
        ours = [bench.program("longshorectl"), "--json"]
        if job.upload:
            ours += ["upload", job.file, job.link, "--as", "s3" if job.s3 else "azure"]
        else:
            ours += ["download", job.link, job.file]
        return [*ours, *self.switches, *bench.options.ours.split(), *(["--ca", bench.folder / "cert.pem"] if job.tls else [])]


class Azcopy(Client):
    name = "azcopy"
    folder = ROOT / "build/peers/node_modules/@azure-tools/azcopy-linux/dist/bin"

    def binary(self):
        return self.folder / f"azcopy_linux_{'arm64' if platform.machine() == 'aarch64' else 'amd64'}"

    def there(self, bench, job):
        return self.binary().exists() and not job.s3

    def environment(self, bench, job):
        peers = str(bench.folder / "peers")
        return {**super().environment(bench, job), "AZCOPY_LOG_LOCATION": peers, "AZCOPY_JOB_PLAN_LOCATION": peers,
                "AZCOPY_DISABLE_SYSLOG": "true"}

    def command(self, bench, job):
        # It cannot tell the service from an IP address.
        ends = [job.file, job.link, "--from-to=LocalBlob"] if job.upload else [job.link, job.file, "--from-to=BlobLocal"]
        return [self.binary(), "copy", *ends, "--skip-version-check"]

    def resume(self, bench, job):
        words = (bench.folder / "output").read_text(errors="replace").split()
        number = words[words.index("Job") + 1]
        return [self.binary(), "jobs", "resume", number,
                f"--{'destination' if job.upload else 'source'}-sas={SAS}"]


class Rclone(Client):
    name = "rclone"
    program = "rclone"

    def there(self, bench, job):
        return super().there(bench, job) and not job.s3

    def environment(self, bench, job):
        return {**super().environment(bench, job), "RCLONE_CONFIG": "/dev/null"}

    def command(self, bench, job):
        remote = f":azureblob,sas_url='{job.server.url}{CONTAINER}?{SAS}':container/{job.name}"
        return ["rclone", "-I", "copyto", *((job.file, remote) if job.upload else (remote, job.file))]


class Curl(Client):
    name = "curl"
    program = "curl"

    def command(self, bench, job):
        curl = ["curl", "-sSf", *(["--cacert", bench.folder / "cert.pem"] if job.tls else [])]
        if not job.upload:
            return [*curl, "-o", job.file, job.link]
        return [*curl, *([] if job.s3 else ["-H", "x-ms-blob-type: BlockBlob"]), "-T", job.file, job.link]

    def resume(self, bench, job):
        return [*self.command(bench, job), "-C", "-"]


class Aria2(Client):
    name = "aria2c"
    program = "aria2c"

    def there(self, bench, job):
        return super().there(bench, job) and not job.upload

    def prepare(self, bench, job):
        super().prepare(bench, job)
        job.file.with_name(job.file.name + ".aria2").unlink(missing_ok=True)

    def command(self, bench, job):
        return ["aria2c", "-q", "-x16", "-s16", "-k1M", "--file-allocation=none", "--auto-save-interval=1",
                *([f"--ca-certificate={bench.folder / 'cert.pem'}"] if job.tls else []),
                "-d", job.file.parent, "-o", job.file.name, job.link]

    def resume(self, bench, job):
        return [*self.command(bench, job), "-c"]


class Limit(Client):
    """Bare sockets: what machine and line give at most."""
    name = "limit"

    def there(self, bench, job):
        return True

    def command(self, bench, job):
        limit = [bench.program("benchlimit")]
        limit += ["upload", job.file, job.link] if job.upload else ["download", job.link, job.file]
        limit += ["--connections", 16 if job.wan else 8, "--block", 8 * MIB]
        return [*limit, *(["--single", 1] if job.s3 else []),
                *(["--ca", bench.folder / "cert.pem"] if job.tls else [])]
