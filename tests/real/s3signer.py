#!/usr/bin/env python3
"""Links made by the storage vendor's own signer (botocore) work against the practice server's object store, and only as
they were signed: PUT, parts of a multipart upload that the Vector API completes, whole and ranged GET.
    s3signer.py PATH-OF-longshore-practice"""
import hashlib
import json
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

try:
    import botocore.session
    from botocore.config import Config
except ImportError:
    print("SKIP   : python3-botocore is missing: the whole program")
    sys.exit(0)


def expect(what, wanted, got):
    if wanted != got:
        sys.exit(f"FAIL: {what}: expected {wanted}, got {got}")


def send(method, url, body=None, headers=None):
    request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers


class Practice:
    def __init__(self, access):
        self.access = access
        store = access["store"]
        self.bucket = store["bucket"]
        self.s3 = botocore.session.get_session().create_client(
            "s3", endpoint_url=access["baseUrl"], region_name=store["region"],
            aws_access_key_id=store["accessKeyId"], aws_secret_access_key=store["secretAccessKey"],
            config=Config(signature_version="s3v4", s3={"addressing_style": "path"}))

    def link(self, call, life=600, **parameters):
        return self.s3.generate_presigned_url(call, {"Bucket": self.bucket, **parameters}, life)

    def api(self, method, path, body=None):
        status, answer, _ = send(method, f"{self.access['baseUrl']}/api/v1/vector/{path}",
                                 json.dumps(body).encode() if body else None,
                                 {"Authorization": "Bearer " + self.access["token"], "Content-Type": "application/json"})
        return json.loads(answer)["data"]


def single(practice):
    print("# one PUT, whole and ranged GET")
    body = "INSERT INTO t VALUES ('å 🥐');\n".encode() * 1000
    key = "foreign/a file +~ö.sql"
    put = practice.link("put_object", Key=key, ContentType="application/sql")
    status, _, headers = send("PUT", put, body, {"Content-Type": "application/sql"})
    expect("PUT", 200, status)
    expect("ETag", f'"{hashlib.md5(body).hexdigest()}"', headers["ETag"])
    expect("another type", 403, send("PUT", put, body, {"Content-Type": "text/plain"})[0])
    get = practice.link("get_object", Key=key)
    expect("GET", body, send("GET", get)[1])
    status, piece, headers = send("GET", get, headers={"Range": "bytes=10-19", "If-Match": headers["ETag"]})
    expect("range", (206, body[10:20]), (status, piece))
    expect("Content-Range", f"bytes 10-19/{len(body)}", headers["Content-Range"])
    expect("another object", 412, send("GET", get, headers={"Range": "bytes=10-", "If-Match": '"0"'})[0])
    expect("HEAD", 403, send("HEAD", get)[0])
    named = practice.link("get_object", Key=key, ResponseContentDisposition='attachment; filename="a b.sql"')
    expect("disposition", 'attachment; filename="a b.sql"', send("GET", named)[2]["Content-Disposition"])
    expect("spoilt signature", 403, send("GET", get[:-1] + ("0" if get[-1] != "0" else "1"))[0])
    short = practice.link("get_object", 1, Key=key)
    time.sleep(2.1)
    status, error, _ = send("GET", short)
    expect("expired", (403, True), (status, b"Request has expired" in error))


def multipart(practice):
    print("# parts, completed by the API")
    dump = b"CREATE TABLE t (a int);\n" + b"INSERT INTO t VALUES (1);\n" * 40000
    site = practice.access["sites"][0]["id"]
    session = practice.api("POST", f"sites/{site}/imports", {"scope": "database", "content_length": len(dump)})
    expect("is_multipart", True, session["is_multipart"])
    parsed = urllib.parse.urlparse(session["upload_parts"][0]["url"])
    key = urllib.parse.unquote(parsed.path).split("/", 2)[2]
    size = len(dump) // session["part_count"]
    parts = []
    for number in range(1, session["part_count"] + 1):
        end = None if number == session["part_count"] else number * size
        url = practice.link("upload_part", Key=key, UploadId=session["upload_id"], PartNumber=number)
        status, _, headers = send("PUT", url, dump[(number - 1) * size:end], {"Content-Type": ""})
        expect("part", 200, status)
        parts.append({"part_number": number, "etag": headers["ETag"]})
    practice.api("POST", f"sites/{site}/imports/{session['id']}/run", {"parts": parts})
    while (state := practice.api("GET", f"sites/{site}/imports/{session['id']}"))["status"] not in ("completed", "failed"):
        time.sleep(0.2)
    expect("import", ("completed", None), (state["status"], state["error_message"]))
    expect("whole", dump, send("GET", practice.link("get_object", Key=key))[1])


def main():
    with tempfile.TemporaryDirectory() as folder:
        arguments = [sys.argv[1], "--data", folder + "/data", "--time-scale", "20", "--vector-database", "embedded",
                     "--fault", "multipart-threshold=300000", "--fault", "part-size=300000"]
        server = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
        try:
            practice = Practice(json.loads(server.stdout.readline())["vector"])
            single(practice)
            multipart(practice)
        finally:
            server.terminate()
            server.wait()
    print("PASS")


main()
