#!/usr/bin/env python3
"""Links of an independent signer (botocore), served by independent stores that check each signature: Swift's S3 half
(query signatures of version 4) and s3rver (of version 2). Our program sends by one PUT and in parts, through kills and
links that end, and fetches by ranges, killed in the middle as well; each end has the same bytes then.
    s3servers.py BIN-FOLDER PATH-OF-s3parts S3RVER-FOLDER"""
import hashlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

try:
    import botocore.session
    from botocore.config import Config
    from botocore.exceptions import ClientError
except ImportError:
    print("SKIP   : python3-botocore is missing: the whole program")
    sys.exit(0)

BINARIES, PARTS, S3RVER = sys.argv[1:4]
DEBIAN_PYTHON = "/usr/bin/python3"  # has Debian's modules, whatever python3 is
MIB = 1024 * 1024
LAUNCHER = """
import logging
import sys
import swift.common.utils as utils
utils.ThreadSafeSysLogHandler = lambda *address, **facility: logging.FileHandler(sys.argv[2] + '.log')
utils.HASH_PATH_PREFIX, utils.HASH_PATH_SUFFIX = b'', b'longshore'
utils.SWIFT_CONF_FILE = sys.argv[2]
class NoCache:
    def get(self, *key, **options): return None
    set = delete = incr = get
utils.cache_from_env = lambda *env, **options: NoCache()
from swift.common.wsgi import run_wsgi
sys.exit(run_wsgi(sys.argv[2], sys.argv[1] + '-server', default_port=0))
"""
RING_MAKER = """
import sys
from swift.common.ring import RingBuilder
for name, port in zip(('account', 'container', 'object'), sys.argv[2:]):
    builder = RingBuilder(2, 1, 0)
    builder.add_dev({'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': int(port), 'replication_ip': '127.0.0.1',
                     'replication_port': int(port), 'device': 'd1', 'weight': 1, 'meta': ''})
    builder.rebalance()
    builder.get_ring().save(sys.argv[1] + '/' + name + '.ring.gz')
"""


class NotHere(Exception):
    """The store cannot be had on this machine, which says nothing about our program."""


def fail(message):
    sys.exit(f"FAIL: {message}")


def expect(what, wanted, got):
    if wanted != got:
        fail(f"{what}: expected {wanted}, got {got}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Server:
    """Programs that run until the end; the port of the last one is the store's."""

    def __init__(self, work):
        self.work, self.running = work, []

    def run(self, command, port):
        with open(f"{self.work}/log", "a", encoding="utf8") as log:
            self.running.append(subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True))
        for _ in range(300):
            if listens(port):
                return
            if self.running[-1].poll() is not None:
                break
            time.sleep(0.1)
        with open(f"{self.work}/log", encoding="utf8") as log:
            raise NotHere(f"it did not start: {command[-2]}\n{log.read()[-2000:]}")

    def stop(self):
        for program in self.running:
            os.killpg(program.pid, signal.SIGTERM)
            program.wait()


class Swift(Server):
    name, signature = "Swift", "s3v4"
    key, secret = "test:tester", "testing"

    @staticmethod
    def lacks():
        probe = subprocess.run([DEBIAN_PYTHON, "-c", "import swift.common.middleware.s3api.s3api"], check=False,
                               capture_output=True)
        return "python3-swift is missing" if probe.returncode else ""

    def start(self):
        ports = [free_port() for _ in range(4)]
        subprocess.run([DEBIAN_PYTHON, "-c", RING_MAKER, self.work, *map(str, ports[:3])], check=True)
        os.makedirs(f"{self.work}/devices/d1")
        user = subprocess.check_output(["id", "-un"], text=True).strip()
        common = (f"[DEFAULT]\nbind_ip = 127.0.0.1\nuser = {user}\nswift_dir = {self.work}\nworkers = 0\n"
                  f"devices = {self.work}/devices\nmount_check = false\nlog_level = ERROR\n")
        for name, port in zip(("account", "container", "object"), ports):
            self.configure(name, f"{common}bind_port = {port}\n[pipeline:main]\npipeline = {name}-server\n"
                                 f"[app:{name}-server]\nuse = egg:swift#{name}\n", port)
        filters = ("catch_errors", "gatekeeper", "s3api", "tempauth", "copy", "slo", "dlo", "versioned_writes")
        settings = {"s3api": "location = us-east-1\nmin_segment_size = 1\n",
                    "tempauth": f"user_test_tester = testing .admin http://127.0.0.1:{ports[3]}/v1/AUTH_test\n"}
        text = (f"{common}bind_port = {ports[3]}\n[pipeline:main]\npipeline = {' '.join(filters)} proxy-server\n"
                "[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\n")
        for name in filters:
            text += f"[filter:{name}]\nuse = egg:swift#{name}\n{settings.get(name, '')}"
        self.configure("proxy", text, ports[3])
        return f"http://127.0.0.1:{ports[3]}"

    def configure(self, name, text, port):
        path = f"{self.work}/{name}.conf"
        with open(path, "w", encoding="utf8") as file:
            file.write(text)
        self.run([DEBIAN_PYTHON, "-c", LAUNCHER, name, path], port)


class S3rver(Server):
    name, signature = "s3rver", "s3"
    key, secret = "S3RVER", "S3RVER"

    @staticmethod
    def lacks():
        if not os.path.exists(f"{S3RVER}/node_modules/.bin/s3rver"):
            return f"no s3rver in {S3RVER} (./dev test fetches it with npm)"
        return "" if shutil.which("node") else "node is missing"

    def start(self):
        port = free_port()
        self.run([f"{S3RVER}/node_modules/.bin/s3rver", "-d", f"{self.work}/store", "-a", "127.0.0.1", "-p", str(port),
                  "-s"], port)
        return f"http://127.0.0.1:{port}"


class Store:
    bucket = "transfers"

    def __init__(self, server, address):
        self.s3 = self.client(server, address, "s3v4")
        self.signer = self.client(server, address, server.signature)
        try:
            self.s3.create_bucket(Bucket=self.bucket)
        except ClientError as error:
            raise NotHere(f"it makes no bucket: {error}") from error

    @staticmethod
    def client(server, address, version):
        return botocore.session.Session().create_client(
            "s3", endpoint_url=address, region_name="us-east-1", aws_access_key_id=server.key,
            aws_secret_access_key=server.secret,
            config=Config(signature_version=version, s3={"addressing_style": "path"}))

    def link(self, call, life=600, **parameters):
        return self.signer.generate_presigned_url(call, {"Bucket": self.bucket, **parameters}, life)

    def content(self, key):
        return self.s3.get_object(Bucket=self.bucket, Key=key)["Body"].read()


class Session:
    """What the platform does: begins the upload, signs links as often as it is asked, and completes it."""

    def __init__(self, store, work, key, size, count):
        self.store, self.key, self.size, self.count = store, key, size, count
        self.path = f"{work}/{key}.links"
        self.upload = store.s3.create_multipart_upload(Bucket=store.bucket, Key=key)["UploadId"]

    def sign(self, life=600):
        numbers = list(range(1, self.count + 1))
        random.shuffle(numbers)
        parts = [{"number": number, "url": self.store.link("upload_part", life, Key=self.key, UploadId=self.upload,
                                                           PartNumber=number)} for number in numbers]
        with open(self.path + ".new", "w", encoding="utf8") as file:
            json.dump({"session": self.key, "count": self.count, "parts": parts}, file)
        os.replace(self.path + ".new", self.path)

    def complete(self, parts):
        named = [{"PartNumber": part["number"], "ETag": part["etag"]} for part in parts]
        self.store.s3.complete_multipart_upload(Bucket=self.store.bucket, Key=self.key, UploadId=self.upload,
                                                MultipartUpload={"Parts": named})


def lines_of(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{") and line.endswith("}")]


def killed_at(command, least):
    """Runs it until that many bytes are done; true when the kill struck."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        for line in program.stdout:
            done = json.loads(line).get("done", 0) if line.startswith("{") else 0
            if least <= done:
                program.kill()
                break
        return program.wait() != 0


def ctl(*arguments, exits=0):
    done = subprocess.run([f"{BINARIES}/longshorectl", "--json", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != exits:
        fail(f"exit {done.returncode}, expected {exits}: {done.stdout[-600:]} {done.stderr[-300:]}")
    return lines_of(done.stdout)


def one_put(store, source):
    print("# one PUT")
    with open(source, "rb") as file:
        body = file.read()
    key = "a file +~ö.sql"
    # Only signatures of version 4 tell which type they cover.
    typed = {"ContentType": "application/sql"} if store.signer.meta.config.signature_version == "s3v4" else {}
    ctl("upload", source, store.link("put_object", Key=key, **typed), "--as", "s3")
    expect("content", True, store.content(key) == body)
    if typed:
        expect("type", "application/sql", store.s3.head_object(Bucket=store.bucket, Key=key)["ContentType"])
    ctl("upload", source, store.link("put_object", Key="untyped.sql"), "--as", "s3")
    expect("content", True, store.content("untyped.sql") == body)
    short = store.link("put_object", 1, Key="never.sql")
    time.sleep(2.1)
    expect("ended", "LinkExpired", ctl("upload", source, short, "--as", "s3", exits=2)[-1]["code"])
    spoilt = store.link("get_object", Key="never.sql")  # of another method
    expect("refused", "LinkRefused", ctl("upload", source, spoilt, "--as", "s3", exits=2)[-1]["code"])
    try:
        store.content("never.sql")
        fail("something was stored by a link that ended")
    except ClientError as error:
        expect("nothing there", "NoSuchKey", error.response["Error"]["Code"])


def in_parts(store, work, source):
    print("# parts, killed three times, over links that end")
    size = os.path.getsize(source)
    session = Session(store, work, "parts.sql", size, 9)
    state = f"{work}/state"
    os.makedirs(state)
    command = [PARTS, source, state, session.path]
    for kill in range(3):
        session.sign()
        if not killed_at([*command, str(6 * MIB)], size * (kill + 1) // 5):
            fail("it was done before the kill")
    session.sign(1)
    time.sleep(2.1)  # all of them have ended when it begins; meanwhile the platform signs others
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    expect("ended", "LinkExpired", lines_of(refused.stdout)[-1]["error"])
    session.sign()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = lines_of(done.stdout)
    if done.returncode != 0:
        fail(f"{lines[-1:]}")
    expect("went on", True, lines[0]["done"] > size // 3)
    expect("the hashes of the parts", True, lines[-1]["verified"])
    session.complete(lines[-1]["parts"])
    whole = store.content("parts.sql")
    expect("content", lines[-1]["sha256"], hashlib.sha256(whole).hexdigest())
    with open(source, "rb") as file:
        expect("content", True, whole == file.read())
    print(f"  {lines[0]['done']} of {size} bytes were there when it went on")


def by_ranges(store, work, source):
    print("# a download by ranges, killed in the middle")
    target = f"{work}/back.sql"
    size = os.path.getsize(source)
    link = store.link("get_object", Key="parts.sql")
    options = ["--part-size", "1M"]
    command = [f"{BINARIES}/longshorectl", "--json", "download", link, target, *options]
    if not killed_at([*command, "--limit", "8"], size // 3):
        fail("it was done before the kill")
    if os.path.exists(target):
        fail("it has its final name already")
    lines = ctl("download", store.link("get_object", Key="parts.sql"), target, *options)
    first = next(line["done"] for line in lines if "done" in line)
    expect("went on", True, first > size // 4)
    with open(target, "rb") as got, open(source, "rb") as sent:
        expect("content", True, got.read() == sent.read())
    expect("gone", "NotFound", ctl("download", store.link("get_object", Key="none"), f"{work}/none",
                                   exits=3)[-1]["code"])
    print(f"  {first} of {size} bytes were there when it went on")


def against(kind):
    print(f"# {kind.name}")
    with tempfile.TemporaryDirectory() as work:
        os.environ["LONGSHORE_HOME"] = f"{work}/home"
        source = f"{work}/source.sql"
        with open(source, "wb") as file:
            file.write(os.urandom(20 * MIB + 12345))
        server = kind(work)
        try:
            store = Store(server, server.start())
            one_put(store, source)
            in_parts(store, work, source)
            by_ranges(store, work, source)
        finally:
            server.stop()


def main():
    tried = 0
    for kind in (Swift, S3rver):
        if lack := kind.lacks():
            print(f"# {kind.name}: {lack}")
            continue
        try:
            against(kind)
            tried += 1
        except NotHere as reason:
            print(f"# {kind.name}: {reason}")
    print(f"PASS   : {tried} stores" if tried else "SKIP   : no store is here: the whole program")


main()
