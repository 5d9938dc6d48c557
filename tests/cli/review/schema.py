#!/usr/bin/env python3
"""Holds every answer of the JSON API of `cotejo review` to its schema, over the sample reports.

usage: schema.py PROJECT_FOLDER PROGRAM
"""
import json
import re
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

import jsonschema

ROOT, PROGRAM = Path(sys.argv[1]), sys.argv[2]
SCHEMA = json.loads((ROOT / "cli/review/api/schema.json").read_text())
SAMPLES = ["informe-empalme-2023.pdf", "informe-pqrs-2022.pdf", "ejecucion-gastos-2020.pdf",
           "seguimiento-plan-anticorrupcion-2021.pdf"]


class Page:
    """A browser with a session, which checks what it is answered."""

    def __init__(self, address):
        self.origin = re.match(r"http://[^/]+", address)[0]
        with urllib.request.urlopen(address) as answer:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.seen = set()

    def ask(self, method, path, body=None, kind=None):
        headers = {"Cookie": self.cookie, "Origin": self.origin, "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.origin}/api/{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                given = json.load(answer)
                self.check_headers(method, path, answer.headers)
        except urllib.error.HTTPError as fault:
            given = json.load(fault)
            jsonschema.validate(given, {**SCHEMA["definitions"]["error"]})
            return given
        kind = f"{method} {kind or re.sub('[?].*', '', path)}"
        self.seen.add(kind)
        jsonschema.validate(given, {**SCHEMA["answers"][kind], "definitions": SCHEMA["definitions"]})
        return given

    def check_headers(self, method, path, headers):
        """As api.md tells them: every answer to GET has a tag, by which it is not sent twice; the session has none."""
        if method != "GET":
            return
        if path == "session":
            assert headers["ETag"] is None and headers["Cache-Control"] == "no-store", headers
            return
        assert headers["ETag"], path
        # Asked at once, before anything changes it.
        again = urllib.request.Request(f"{self.origin}/api/{path}", headers={"Cookie": self.cookie, "If-None-Match": headers["ETag"]})
        try:
            urllib.request.urlopen(again)
            assert path.startswith("jobs/"), f"{path} was sent again"
        except urllib.error.HTTPError as unchanged:
            assert unchanged.code == 304, unchanged

    def status(self, method, path, body=None, cookie=True, kind="application/json"):
        """What is not followed, or has nothing to say: its status and the code of its error."""
        headers = {"Origin": self.origin, "Content-Type": kind, **({"Cookie": self.cookie} if cookie else {})}
        request = urllib.request.Request(f"{self.origin}/{path}", body, headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, None
        except urllib.error.HTTPError as fault:
            given = json.load(fault)
            jsonschema.validate(given, {**SCHEMA["definitions"]["error"]})
            return fault.code, given["error"]["code"]

    def get(self, path, kind=None):
        return self.ask("GET", path, kind=kind)

    def job(self, begun):
        while (job := self.get(f"jobs/{begun['job']}?wait=20", "jobs/{}"))["state"] == "running":
            pass
        assert job["state"] == "done", job


def walk(page):
    page.get("session")
    page.get("state")
    findings = page.get("findings?limit=500")["items"]
    assert findings
    page.get("findings/facets")
    page.get("findings/ids")
    for it in findings:
        page.get(f"findings/{it['id']}", "findings/{}")
    seen = [{"id": it["id"], "version": it["version"]} for it in findings[:2]]
    done = page.ask("POST", "decisions", {"findings": seen, "state": "aceptado", "note": "visto"})
    assert "error" in page.ask("POST", "decisions", {"findings": seen, "state": "descartado"})
    page.ask("POST", "decisions/undo", {"findings": [{"id": it["id"], "version": it["version"]} for it in done["items"]]})
    page.get("readings")
    documents = page.get("documents")["items"]
    for it in documents:
        document = page.get(f"documents/{it['id']}", "documents/{}")
        for number in range(1, it["pages"] + 1):
            page.get(f"documents/{it['id']}/pages/{number}/layers", "documents/{}/pages/{}/layers")
        for table in document["tables"]:
            page.get(f"tables/{table['id']}", "tables/{}")
    told = page.ask("POST", f"documents/{documents[0]['id']}", {"version": 0, "title": "Otro título"}, "documents/{}")
    page.job(told)
    meaning = page.get("meanings")["items"][0]["meaning"]
    page.job(page.ask("POST", "taught", {"word": "Palabra rara", "meaning": meaning}))
    page.get("taught")
    page.job(page.ask("POST", "taught/remove", {"word": "Palabra rara"}))
    page.get("figures/options")
    for figures in ("budget", "pqrs", "commitments"):
        assert page.get(f"figures/{figures}")["items"], figures
    page.get("exports")
    for facet in page.get("findings/facets")["rule"]["items"]:
        assert facet["label"] == facet["value"], facet
    refuse(page)
    page.ask("PUT", "session", {"name": "Luis Ríos"})


def refuse(page):
    """The errors of api.md, and the end of a session."""
    for wanted, asked in (
            ((401, "no_session"), page.status("GET", "api/findings", cookie=False)),
            ((404, "not_found"), page.status("GET", "api/nada")),
            ((404, "not_found"), page.status("GET", "api/findings/999999")),
            ((400, "usage"), page.status("GET", "api/findings?limit=uno")),
            ((400, "usage"), page.status("POST", "api/decisions", b"{}")),
            ((415, "type"), page.status("POST", "api/decisions", b"{}", kind="text/plain")),
            ((413, "too_large"), page.status("POST", "api/decisions", b" " * (5 << 20))),
            ((204, None), page.status("DELETE", "api/session", cookie=False))):
        assert asked == wanted, (asked, wanted)



def main():
    for name, schema in {**SCHEMA["definitions"], **SCHEMA["answers"]}.items():
        jsonschema.Draft7Validator.check_schema(schema)
    with tempfile.TemporaryDirectory() as folder:
        base = f"{folder}/a.db"
        read = subprocess.run([PROGRAM, "ingest", *(str(ROOT / "samples" / name) for name in SAMPLES), "--db", base],
                              stdout=subprocess.DEVNULL)
        assert read.returncode == 1, read.returncode
        with subprocess.Popen([PROGRAM, "review", "--db", base, "--no-browser"], stdout=subprocess.PIPE, text=True) as server:
            try:
                address = next(line.strip() for line in server.stdout if line.startswith("http"))
                page = Page(address)
                walk(page)
                assert page.status("DELETE", "api/session") == (204, None)
                assert page.status("GET", "api/findings") == (401, "no_session")
            finally:
                server.send_signal(signal.SIGINT)
    # A scan, which none of the samples leaves doubtful, is left to readings_test.cpp.
    missing = {kind for kind in SCHEMA["answers"] if not kind.startswith("POST readings")} - page.seen
    assert not missing, missing
    print(f"{len(page.seen)} kinds of answers are as the schema says")


if __name__ == "__main__":
    main()
