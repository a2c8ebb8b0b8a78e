"""How quick builds of the program are beside each other, as people meet them: pages of the demonstration, papers, `assess`.

    python3 benches/profiles.py target/release/dutyclock target/dist/dutyclock

Each round asks every build once, in turn, so that a slow moment of the machine meets all alike. Prints the median of each
in milliseconds, and its ratio to the last build named. Measures only; the bounds and what came out stand in
`src/README.md`. Standard library only.
"""

import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

CASE = """
zone = "Asia/Seoul"
now = "2026-11-22T09:00:00"
facts = { org-countries = ["kr"], org-information-service-provider = true, intrusion = true, personal-data-leaked = true }
candidate = [{ of = ["aware-incident", "aware-leak"], basis = "told", at = "2026-11-19T22:12:00" }]
"""
PERSON = {"email": "seoyeon.kim@hangang.example", "password": "quiet-lantern-river-47"}
PAGES = {"board": "/", "list": "/incidents", "rules": "/rules", "wizard": "/what-would-apply"}
ROUNDS = 25


class Build:
    """One build, with its demonstration running and somebody signed in."""

    def __init__(self, binary):
        self.binary, self.home = str(Path(binary).resolve(strict=True)), tempfile.TemporaryDirectory(prefix="profiles-")
        self.demo = subprocess.Popen([self.binary, "demo", "--listen", "127.0.0.1:0", "--data-dir", "demo"],
                                     cwd=self.home.name, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        told = ""
        while not (address := re.search(r"http://127[.]0[.]0[.]1:(\d+)", told)):
            told += self.demo.stdout.readline() or sys.exit(f"the demonstration did not start:\n{told}")
        self.port = int(address[1])
        self.cookies = {}
        token = re.search(r'name="csrf" value="([^"]*)"', self.ask("GET", "/sign-in"))
        self.ask("POST", "/sign-in", {"csrf": token[1] if token else "", **PERSON})
        incident = re.search(r'href="(/incidents/\w+)"', self.ask("GET", "/incidents"))[1]
        self.pages = {**PAGES, "incident": incident}
        self.papers = self.found(incident)

    def ask(self, method, address, fields=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if fields:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}"}
        connection.request(method, address, urllib.parse.urlencode(fields) if fields else None, headers)
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        body = answer.read()
        connection.close()
        if answer.status >= 400:
            sys.exit(f"{method} {address}: {answer.status}")
        return body.decode(errors="replace")

    def found(self, incident):
        """A form and a report as PDF."""
        links = set()
        for place in (incident, *re.findall(r'href="(/incidents/\w+)"', self.ask("GET", "/incidents"))):
            page = self.ask("GET", place)
            links |= set(re.findall(r'href="([^"]*pdf[^"]*)"', page))
            for filing in re.findall(r'href="(/incidents/\w+/filings/\w+)"', page):
                links |= set(re.findall(r'href="([^"]*pdf[^"]*)"', self.ask("GET", filing)))
        links = sorted(link.replace("&#38;", "&").replace("&amp;", "&") for link in links)
        form = next((link for link in links if "/filings/" in link), None)
        report = next((link for link in links if "/filings/" not in link), None)
        return {name: link for name, link in (("form PDF", form), ("report PDF", report)) if link}

    def times(self):
        """One round: milliseconds by what was asked."""
        found = {}
        for name, address in {**self.pages, **self.papers}.items():
            began = time.perf_counter()
            self.ask("GET", address)
            found[name] = (time.perf_counter() - began) * 1000
        began = time.perf_counter()
        subprocess.run([self.binary, "assess", "--json", "-"], input=CASE, text=True, cwd=self.home.name,
                       stdout=subprocess.DEVNULL, check=True)
        found["assess"] = (time.perf_counter() - began) * 1000
        return found


def main():
    builds = [Build(binary) for binary in sys.argv[1:]] or sys.exit(__doc__)
    try:
        rounds = [[build.times() for build in builds] for _ in range(ROUNDS)]
        for name in rounds[0][-1]:
            medians = [statistics.median(one[index][name] for one in rounds[2:]) for index in range(len(builds))]
            shown = "  ".join(f"{median:9.2f} ms ({median / medians[-1]:4.2f}×)" for median in medians)
            print(f"{name:22}{shown}")
    finally:
        for build in builds:
            build.demo.terminate()


main()
