"""Runs a build of the program with a stopped clock, keeps everything it says, and compares two such runs.

Kept: `assess` in words and as JSON for every case beside the rulebooks; every page of the demonstration that links lead
to, for its administrator in three languages, and what the other roles are answered at the same addresses; what guests
see; every paper as PDF and as HTML; every message; the terminal's help and schemas; status and headers of every answer.
Not kept: what forms answer when they are sent.

Masked, because it is random or rests on something random, each by a placeholder that is numbered by first appearance in
its file, so that it is still compared where the same value returns:
  id      names and secrets of `app/fresh` (16 or 32 letters and digits): incidents, filings, sessions, form tokens
  hash    SHA-256 in hex (the ledger and a filing's content cover random ids; guests' form tokens are keyed), and the
          short form in which pages show the ledger's head
  mail    Message-ID, the calendar's UID and MIME boundaries
  assets  the version of style sheet and scripts in their addresses
  port    the port of this run
What `assess` says is not masked. A PDF is compared byte by byte; where bytes differ, its masked text without spacing,
and the pictures of those pages that show nothing masked.
"""

import argparse
import email
import email.policy
import gzip
import hashlib
import html
import http.client
import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
NOW = "2026-11-20 06:30:00"
PASSWORD = "quiet-lantern-river-47"
ADMINISTRATOR = "seoyeon.kim@hangang.example"
OTHERS = {"officer": "junho.lee@hangang.example", "approver": "jimin.park@hangang.example",
          "reader": "eunwoo.choi@hangang.example"}
LANGUAGES = ("en", "ko", "id")
COUNTRIES = "kr gb ch us ca br au sg jp in id cn th ph vn my tw hk ae sa za tr de fr ie".split()
TERMINAL = ("--help", "assess --help", "schema case", "schema assessment", "schema rulebook", "config",
            "rulebook new at.my-act", "rulebook new at.my-act --cases")
GUESTS = ("/sign-in", "/nowhere", "/language", "/invitation/spent", "/set-up/spent", "/incidents", "/health")
# Answers given to "What would apply?".
SUPPOSED = ("fact-org-countries=kr&fact-people-countries=kr&fact-personal-data-leaked=yes&fact-intrusion=yes",
            "fact-org-countries=de&fact-people-countries=de&fact-personal-data-breach=yes&known=2026-11-19+10:00",
            "fact-org-countries=us&fact-people-countries=us&fact-personal-data-breach=yes&known=2026-11-10+10:00",
            "&".join(f"fact-{who}-countries={country}" for who in ("org", "people") for country in COUNTRIES)
            + "&fact-personal-data-breach=yes&fact-cyber-incident=yes&known=2026-11-18+10:00&on=2027-10-01")
UNTOLD = ("date", "set-cookie", "content-length")
# The demonstration has fewer; more would be links that never end.
MOST_PAGES = 5_000

MASKS = {
    "hash": r"(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])|(?<=\d )[0-9a-f]{12}(?![0-9A-Za-z])",
    "mail": r"[0-9a-f]{32}\.[0-9a-f]{32}",
    "assets": r"(?<=\?v=)[0-9a-f]{12}",
    "port": r"(?<=127\.0\.0\.1:)\d+",
    "id": r"(?<![0-9A-Za-z])(?:[0-9a-hjkmnp-tv-z]{32}|[0-9a-hjkmnp-tv-z]{16})(?![0-9A-Za-z])",
}
MASK = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in MASKS.items()))


def masked(text, seen=None):
    """The text with every random value replaced; `seen` carries the numbers on to the next text."""
    seen = {} if seen is None else seen

    def placeholder(match):
        of_kind = seen.setdefault(match.lastgroup, {})
        return f"<{match.lastgroup} {of_kind.setdefault(match.group(), len(of_kind) + 1)}>"

    return MASK.sub(placeholder, text)


def pieces(path, name):
    """Every case of a file, as a file of its own: what stands before the first, and the case."""
    text = path.read_text()
    whole = tomllib.loads(text) if path.suffix == ".toml" else {}
    if "case" not in whole:
        return [(name, text)]
    head, *blocks = re.split(r"(?m)^(?=\[\[case\]\]\s*$)", text)
    found, names = [], set()
    for case, block in zip(whole["case"], blocks, strict=True):
        if tomllib.loads(head + block) != {**whole, "case": [case]}:
            sys.exit(f"{path}: the case {case.get('name')!r} cannot be cut out")
        plain = re.sub(r"\W+", "-", case.get("name", "")).strip("-")[:90] or "case"
        while plain in names:
            plain += "-again"
        names.add(plain)
        found.append((f"{name}/{plain}", head + block))
    return found


def cases(extra):
    """The cases of this checkout, called by their path below `rulebooks`, and those from elsewhere."""
    found = []
    for path in sorted((TREE / "src/law").rglob("*.cases.toml")):
        name = path.as_posix().rpartition("/rulebooks/")[2].removesuffix(".cases.toml")
        found += pieces(path, name)
    for place in map(Path, extra):
        files = sorted(place.rglob("*.*")) if place.is_dir() else [place]
        for path in (path for path in files if path.suffix in (".toml", ".json")):
            found += pieces(path, f"elsewhere/{path.relative_to(place) if place.is_dir() else path.name}")
    return found


LINK = re.compile(r'<(?:a|iframe)\s[^>]*?(?:href|src)="(/(?!/|static/)[^"]*)"')
TOKEN = re.compile(r'name="csrf" value="([^"]*)"')


def links(page):
    """The addresses of this program that a page leads to."""
    return [html.unescape(address).partition("#")[0] for address in LINK.findall(page)]


class Visitor:
    """Somebody with a browser that keeps cookies and follows nothing by itself."""

    def __init__(self, port, language):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        self.language, self.cookies = language, {}

    def ask(self, method, address, fields=None):
        headers = {"Accept-Language": self.language, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, address, urllib.parse.urlencode(fields) if fields else None, headers)
        answer = self.connection.getresponse()
        for cookie in answer.headers.get_all("set-cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer, answer.read()

    def get(self, address):
        return self.ask("GET", address)

    def submit(self, page, action, **fields):
        token = TOKEN.search(self.get(page)[1].decode()).group(1)
        answer, body = self.ask("POST", action, {"csrf": token, **fields})
        if answer.status != 303:
            sys.exit(f"{action} was answered {answer.status}:\n{body.decode()}")

    def sign_in(self, who):
        self.submit("/sign-in", "/sign-in", email=who, password=PASSWORD)
        return self


class Run:
    """One run of one binary into one folder."""

    def __init__(self, binary, folder, faketime):
        self.folder, self.home = Path(folder), tempfile.TemporaryDirectory(prefix="same-")
        if self.folder.exists() and any(self.folder.iterdir()):
            sys.exit(f"{folder} holds something already; remove it first")
        # Help names the program as it was called.
        self.binary = Path(self.home.name) / "dutyclock"
        self.binary.symlink_to(Path(binary).resolve(strict=True))
        self.environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC", "LD_PRELOAD": faketime,
                            "FAKETIME": NOW, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
        # Addresses hold random ids: files are named by the order in which the ids were met.
        self.names, self.heads = {}, {}

    def keep(self, kind, name, content):
        target = self.folder / kind / name
        if len(target.name.encode()) > 200:
            digest = hashlib.sha256(target.name.encode()).hexdigest()[:12]
            target = target.with_name(target.name.encode()[:150].decode(errors="ignore") + "-" + digest)
        target.parent.mkdir(parents=True, exist_ok=True)
        content = content if isinstance(content, bytes) else content.encode()
        target.write_bytes(gzip.compress(content, 1, mtime=0) if target.suffix == ".gz" else content)

    def started(self, *arguments, folder=".", **settings):
        place = Path(self.home.name) / folder
        place.mkdir(exist_ok=True)
        return subprocess.Popen([self.binary, *arguments], cwd=place, env=self.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, **settings)

    def command(self, *arguments, given=""):
        running = self.started(*arguments, stdin=subprocess.PIPE)
        said = running.communicate(given.encode())[0].decode()
        return said + (f"[exit {running.returncode}]\n" if running.returncode else "")

    def case(self, case):
        name, text = case
        self.keep("cases", f"{name}.json.gz", self.command("assess", "--json", "-", given=text))
        self.keep("cases", f"{name}.txt", self.command("assess", "-", given=text))

    def everything(self, cases):
        with ThreadPoolExecutor(1) as other:
            demonstration = other.submit(self.demonstration)
            for words in TERMINAL:
                self.keep("terminal", words.replace(" ", "_") + ".txt", self.command(*words.split()))
            with ThreadPoolExecutor(os.cpu_count()) as workers:
                list(workers.map(self.case, cases))
            demonstration.result()

    def demonstration(self):
        """Looks at the demonstration once the watch met its running incidents in the order of their references. It goes
        by their random ids, so the first warnings have either order: begun anew until it is the usual one."""
        for attempt in itertools.count():
            folder = f"demo-{attempt}"
            running, said = self.started("demo", "--listen", "127.0.0.1:0", "--data-dir", "demo", folder=folder), ""
            try:
                while "http://" not in said:
                    line = running.stdout.readline().decode()
                    if not line:
                        sys.exit(f"the demonstration did not start:\n{said}")
                    said += line
                port = int(re.search(r"http://127[.]0[.]0[.]1:(\d+)", said).group(1))
                mail = self.messages(Path(self.home.name) / folder)
                administrator = Visitor(port, "en").sign_in(ADMINISTRATOR)
                listed = administrator.get("/incidents")[1].decode()
                running_now = re.findall(rf'href="/incidents/(\w+)">({NOW[:4]}-\d+)<', listed)
                if len(running_now) < 2:
                    sys.exit(f"the demonstration has fewer than two incidents of {NOW[:4]}")
                if sorted(running_now) == sorted(running_now, key=lambda incident: incident[1]):
                    self.keep("terminal", "demo.txt", masked(said))
                    self.visits(port, administrator)
                    for number, (name, text) in enumerate(mail, 1):
                        self.keep("mail", f"{number:02} {name}", text)
                    return
            finally:
                running.terminate()
                running.wait()

    def visits(self, port, administrator):
        for language in LANGUAGES:
            administrator.submit("/account", "/language", tag=language, back="/")
            seen = self.crawl(administrator, language)
            for number, answers in enumerate(SUPPOSED, 1):
                self.answer(administrator, f"/what-would-apply?{answers}", language, f"supposed-{number}.html")
            guest = Visitor(port, language)
            for address in GUESTS:
                self.answer(guest, address, f"guest-{language}")
        for role, who in OTHERS.items():
            visitor = Visitor(port, "en").sign_in(who)
            for address in seen:
                # What is long and the same for everybody is left out.
                if not re.match(r"/rules/[a-z]+[.]|/what-would-apply[?]|.*[.]pdf", address):
                    self.answer(visitor, address, role)
        for kind, lines in self.heads.items():
            self.keep("answers", f"{kind}.txt", "\n".join(lines) + "\n")

    def crawl(self, visitor, language):
        """Follows links from the board, breadth first; answers the addresses in the order in which they were met."""
        seen = ["/", "/account", "/nowhere"]
        known = set(seen)
        for address in seen:
            # A form that is asked for in a language is the same for every reader.
            if language != LANGUAGES[0] and re.search("[.]pdf[?].*lang=", address):
                continue
            for link in self.answer(visitor, address, language):
                if link not in known:
                    known.add(link)
                    seen.append(link)
            if len(seen) > MOST_PAGES:
                sys.exit(f"more than {MOST_PAGES} pages; the last is {seen[-1]}")
        return seen

    def answer(self, visitor, address, kind, name=None):
        """Asks, keeps what was answered, and says where it leads."""
        answer, body = visitor.get(address)
        media = answer.headers.get_content_type()
        if not name:
            name = re.sub(r"<(\w+) (\d+)>", r"\1-\2", masked(address.strip("/"), self.names)) or "board"
            suffix = {"text/html": ".html", "application/pdf": ".pdf"}.get(media, ".txt")
            name = name.removesuffix(suffix) + suffix
        heads = sorted(f"{k}: {v}" for k, v in answer.headers.items() if k not in UNTOLD)
        self.heads.setdefault(kind, []).append(masked(f"{name}: {answer.status} {' | '.join(heads)}"))
        if media == "application/pdf":
            self.keep("papers", f"{kind}/{name}", body)
            return []
        text = body.decode()
        is_paper = "sandbox" in answer.headers.get("content-security-policy", "")
        self.keep("papers" if is_paper else f"pages-{kind}", f"{kind}/{name}" if is_paper else name, masked(text))
        return links(text) if media == "text/html" and not is_paper else []

    def messages(self, folder):
        """Every message with its parts decoded, called by recipient and subject; once no further one comes."""
        files, since = [], time.monotonic()
        while not files or time.monotonic() - since < 1.5:
            now = list(folder.rglob("*.eml"))
            if len(now) != len(files):
                files, since = now, time.monotonic()
            if time.monotonic() - since > 60:
                sys.exit("the demonstration wrote no message")
            time.sleep(0.1)
        told = []
        for path in files:
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            parts = []
            for part in message.walk():
                heads = "".join(f"{name}: {value}\n" for name, value in part.items())
                heads = re.sub(r'boundary="[^"]*"', 'boundary="…"', heads)
                parts.append(f"{heads}\n" + ("" if part.is_multipart() else part.get_payload(decode=True).decode()))
            name = re.sub(r"[^\w@.]+", "-", f"{message['to']} {message['subject']}").strip("-")
            told.append((name, masked("\n".join(parts))))
        return sorted(told)


def told(path):
    """What a kept file says, masked; of a PDF each page without its spacing, which a masked value may shift."""
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode()
    if path.suffix == ".pdf":
        return masked(re.sub(r" +", " ", words(path)))
    return path.read_text()


def words(path):
    """The text of a PDF; pages end with a form feed."""
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()


def pictures(path):
    """The picture of every page of a PDF; none of those that show a masked value."""
    random = [masked(page) != page for page in words(path).split("\f")]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "50", "-png", path, f"{folder}/page"], check=True)
        pages = sorted(Path(folder).iterdir())
        return [None if masks else page.read_bytes() for page, masks in zip(pages, random)]


def difference(old, new):
    """Where two files differ first, in a line; nothing where they say the same."""
    if old.read_bytes() == new.read_bytes():
        return None
    before, after = told(old).split("\n"), told(new).split("\n")
    for number, (left, right) in enumerate(itertools.zip_longest(before, after, fillvalue="(nothing)"), 1):
        if left != right:
            at = max(0, len(os.path.commonprefix([left, right])) - 40)
            return f"line {number}\n    old: {left[at:at + 160]}\n    new: {right[at:at + 160]}"
    if old.suffix == ".pdf":
        return None if pictures(old) == pictures(new) else "the same text, but a page looks different"
    return "the same text, but other bytes"


def compare(old, new):
    """Prints what differs between two runs; answers whether anything does."""
    old, new, same = Path(old), Path(new), True
    kinds = sorted({kind.name for folder in (old, new) for kind in folder.iterdir() if kind.is_dir()})
    for kind in kinds:
        files = [{p.relative_to(folder) for p in (folder / kind).rglob("*") if p.is_file()} for folder in (old, new)]
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            both = sorted(files[0] & files[1])
            found = list(zip(both, workers.map(lambda name: difference(old / name, new / name), both)))
        found = [(name, where) for name, where in found if where]
        found += [(name, "only in the old run") for name in sorted(files[0] - files[1])]
        found += [(name, "only in the new run") for name in sorted(files[1] - files[0])]
        total = len(files[0] | files[1])
        print(f"{kind:<16}{total - len(found):>6} identical" + (f", {len(found)} DIFFER" if found else ""))
        for name, where in found:
            print(f"  {name}: {where}")
        same = same and not found
    return same and bool(kinds)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--faketime", required=True)
    options.add_argument("--cases", action="append", default=[])
    options.add_argument("--dump", action="store_true")
    options.add_argument("--compare", action="store_true")
    options.add_argument("what", nargs="+")
    given = options.parse_args()
    what = given.what
    if given.compare:
        sys.exit(0 if compare(*what) else 1)
    if given.dump:
        binaries, folder = {".": what[0]}, Path(what[1])
    else:
        folder = Path(what[2] if len(what) > 2 else TREE / "target/same")
        binaries = {"old": what[0], "new": what[1]}
    for name, binary in binaries.items():
        began = time.monotonic()
        run = Run(binary, folder / name, given.faketime)
        run.everything(cases(given.cases))
        print(f"{binary}: {time.monotonic() - began:.0f} s")
    if not given.dump:
        sys.exit(0 if compare(folder / "old", folder / "new") else 1)


main()
