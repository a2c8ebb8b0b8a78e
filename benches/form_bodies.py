"""How long a running program takes to refuse what strangers send instead of forms, and whether others wait meanwhile.

    python3 benches/form_bodies.py http://127.0.0.1:8080

Sends forms of more and more fields, packed and plain, to addresses that anybody may call, while another connection asks
`/health` again and again. Prints milliseconds and bytes. The bounds: a refusal within 50 ms, `/health` below 50 ms.
Exit code 1 when one is broken. Standard library only.
"""

import gzip
import http.client
import sys
import threading
import time
import urllib.parse

FIELDS = (1, 1_000, 16_000, 64_000, 128_000, 1_000_000)
PATHS = ("/set-up/x", "/invitation/x", "/sign-in", "/incidents/new")
BOUND = 50.0


def ask(base, method, path, body=None, headers=None):
    """Status, milliseconds and bytes of one answer, on a connection of its own."""
    line = http.client.HTTPConnection(base.hostname, base.port, timeout=60)
    line.connect()
    began = time.perf_counter()
    try:
        line.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})})
    except (BrokenPipeError, ConnectionResetError):
        pass  # refused before all of it was sent; the answer is there to be read
    answer = line.getresponse()
    size = len(answer.read())
    took = (time.perf_counter() - began) * 1000
    line.close()
    return answer.status, took, size


def main():
    base = urllib.parse.urlsplit(sys.argv[1])
    asked, stop, broken = [], threading.Event(), False

    def health():
        while not stop.is_set():
            asked.append(ask(base, "GET", "/health")[1])
            time.sleep(0.01)

    watching = threading.Thread(target=health)
    watching.start()
    print(f"{'fields':>9}  {'sent':>9}  {'how':<6} {'to':<16} {'answer':>6} {'ms':>8} {'bytes':>8}")
    for fields in FIELDS:
        plain = b"&".join([b"a=b"] * fields)
        for how, body, headers in (("plain", plain, {}), ("gzip", gzip.compress(plain), {"Content-Encoding": "gzip"})):
            for path in PATHS:
                status, took, size = ask(base, "POST", path, body, headers)
                broken |= took > BOUND
                print(f"{fields:>9}  {len(body):>9}  {how:<6} {path:<16} {status:>6} {took:>8.1f} {size:>8}")
    stop.set()
    watching.join()
    asked.sort()
    print(f"/health meanwhile: {len(asked)} times, median {asked[len(asked) // 2]:.1f} ms, longest {asked[-1]:.1f} ms")
    sys.exit(broken or asked[-1] > BOUND)


main()
