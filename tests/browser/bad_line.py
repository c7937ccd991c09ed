"""What stands between a phone and the server? A line that loses, doubles and delays what is sent.

It passes everything on, save that one entry of the outbox meets the fault that was ordered.
"""

import http.client
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATIENCE = 30.0
OWN_OF_A_LINE = {"connection", "keep-alive", "transfer-encoding", "date", "server"}


@dataclass(frozen=True)
class Sent:
    """One request, whole, so that it can be sent again."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def to(self, port: int) -> tuple[int, list[tuple[str, str]], bytes]:
        """What the server answers; raises OSError or HTTPException when it does not."""
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            line.request(self.method, self.path, self.body, self.headers)
            answer = line.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            line.close()


@dataclass
class BadLine:
    """`server` is the port behind it, or None; `fault` meets the next entry, and is gone then.

    `met` counts a fault only once it has really struck: an answer lost after the server had given
    it, an entry that came twice to a server that was there.
    """

    server: int | None = None
    fault: str = ""
    met: Counter[str] = field(default_factory=Counter)
    late: list[tuple[int, Sent]] = field(default_factory=list)
    passed: int = 0
    """How many entries the server has answered."""
    lock: threading.Lock = field(default_factory=threading.Lock)
    port: int = 0

    def take(self, method: str) -> str:
        """The fault of this request."""
        if method != "PUT":
            return ""
        with self.lock:
            fault, self.fault = self.fault, ""
            return fault

    def deliver_late(self) -> None:
        """What was held up arrives now, after others that were sent later."""
        with self.lock:
            held, self.late = self.late, []
        for before, one in reversed(held):
            try:
                one.to(self.server or 0)
                self.met["arrived after later ones" if before < self.passed else "late"] += 1
            except (OSError, http.client.HTTPException):
                self.met["late, and nobody there"] += 1


@contextmanager
def bad_line() -> Iterator[BadLine]:
    """A line on a port of its own, until the block ends."""
    line = BadLine()

    class Passing(_Passing):
        bad = line

    server = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
    server.daemon_threads = True
    line.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Passing(BaseHTTPRequestHandler):
    bad: BadLine

    def _pass(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        known = {
            name: value for name, value in self.headers.items() if name.lower() != "connection"
        }
        sent = Sent(self.command, self.path, known, self.rfile.read(size))
        fault = self.bad.take(self.command)
        self.close_connection = True
        if fault == "held up":
            self.bad.met[fault] += 1
            self.bad.late.append((self.bad.passed, sent))
            return
        try:
            twin = self._twin(sent) if fault == "doubled" else None
            status, headers, body = sent.to(self.bad.server or 0)
            if twin is not None:
                twin.join()
        except (OSError, http.client.HTTPException):
            self.bad.met["no server"] += sent.method == "PUT"
            return
        self.bad.passed += sent.method == "PUT"
        if fault == "answer lost":
            self.bad.met[fault] += 1
            return
        try:
            self._answer(status, headers, body)
        except OSError:
            self.bad.met["nobody left to answer"] += 1

    def _twin(self, sent: Sent) -> threading.Thread:
        twin = threading.Thread(target=self._again, args=(sent,), daemon=True)
        twin.start()
        return twin

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in OWN_OF_A_LINE:
                self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def _again(self, sent: Sent) -> None:
        try:
            sent.to(self.bad.server or 0)
            self.bad.met["doubled"] += 1
        except (OSError, http.client.HTTPException):
            self.bad.met["twin lost"] += 1

    do_GET = do_POST = do_PUT = do_HEAD = _pass

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what it did is counted."""
