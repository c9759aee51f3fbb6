"""The web server of ``press serve``: the site as it will be, and a panel that tells of faults.

What belongs to the preview alone lies below ``/__press/`` and is put into pages as they are sent;
the site itself knows nothing of it. Its design is ``preview/`` below theme_overrides.
"""

import http.server
import json
import mimetypes
import threading
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from press.diagnostics import Diagnostic, Severity, count
from press.diagnostics.excerpts import sentence, visible
from press.diagnostics.text import WORDS
from press.pipeline.build import themes
from press.pipeline.preview import NotNowError, Preview
from press.pipeline.report import lines_of

_OWN = "/__press/"
_MOST = 100
"""So many faults are shown; nobody reads on."""

_BEAT = 10.0
"""Seconds after which a browser that has gone is noticed."""

_PATIENCE = 3.0
"""Seconds to wait for the edition that has a file that is being changed."""

_TYPES = {
    ".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".xml": "application/xml",
    ".json": "application/json", ".webmanifest": "application/manifest+json", ".webp": "image/webp",
    ".svg": "image/svg+xml", ".txt": "text/plain", ".vtt": "text/vtt", ".csv": "text/csv",
}  # fmt: skip
_WAITING = (
    '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>预览</title></head>'
    '<body><main class="press-preview-wait"><h1>这一页现在显示不出来</h1>'
    "<p>改好右下角“校对”里的错误并保存，这一页就会自己出现。没有看见“校对”的，请看终端里的报告。</p>"
    "</main></body></html>"
)
_DRAFT = (
    '<p class="press-preview-draft" role="note">草稿，还没有发布：定稿后把 status: draft 改成 '
    "status: published</p>"
)


class Server(http.server.ThreadingHTTPServer):
    """Listens on this machine alone. Raises OSError when the port cannot be had."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int, on_visit: Callable[[], None]) -> None:
        """``on_visit`` is called when a browser begins to follow a page."""
        self.preview = preview
        self.visitors = 0
        self._on_visit = on_visit
        self.closing = False
        self._counting = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)

    def visit(self, change: int) -> None:
        """Count who follows a page."""
        with self._counting:
            self.visitors += change
        if change > 0:
            self._on_visit()

    def close(self) -> None:
        """Stop, and let everybody go."""
        self.closing = True
        with self.preview.changed:
            self.preview.changed.notify_all()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet: a browser that has gone away is no fault, and pages tell of their own."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        # A page from elsewhere must not read drafts by giving its own name to this address.
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in ("127.0.0.1", "localhost"):
            self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", "只供本机预览".encode())
            return
        parts = urlsplit(self.path)
        if parts.path == f"{_OWN}events":
            self._events(parse_qs(parts.query).get("page", ["/"])[0])
        elif parts.path.startswith(_OWN):
            self._own(parts.path.removeprefix(_OWN))
        else:
            self._page(parts.path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _own(self, name: str) -> None:
        for theme in themes(self.server.preview.root):
            file = theme / "preview" / name
            if "/" not in name and file.is_file():
                self._send(HTTPStatus.OK, _type(name), file.read_bytes())
                return
        self._send(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _page(self, address: str) -> None:
        preview, path = self.server.preview, _file(address)
        files = preview.edition.files
        if f"{path}/index.html" in files:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            # From the root of this server, whatever number of slashes was asked for.
            self.send_header("Location", f"/{quote(path)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        found = path in files and path != "sw.js"  # what is kept offline would be shown for new
        code = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        name = path if found else "404.html"
        try:
            key, data = self._made(name)
        except (KeyError, NotNowError):
            code, (key, data) = HTTPStatus.SERVICE_UNAVAILABLE, ("", _WAITING.encode())
            name = "404.html"
        if name.endswith(".html"):
            data = self._with_preview(data, key if found else "", path)
        self._send(code, _type(name), data)

    def _made(self, path: str) -> tuple[str, bytes]:
        """The file, when it is being changed that of the next edition, or else as it was last."""
        preview = self.server.preview
        number = preview.number
        try:
            return preview.make(path)
        except NotNowError as error:
            if not str(error):
                with preview.changed:
                    preview.changed.wait_for(lambda: preview.number != number, _PATIENCE)
                try:
                    return preview.make(path)
                except NotNowError:
                    pass
            last = preview.last(path)
            if last is None:
                raise
            return last

    def _with_preview(self, data: bytes, key: str, path: str) -> bytes:
        head = (
            f'<link rel="stylesheet" href="{_OWN}preview.css">'
            f'<script type="module" src="{_OWN}preview.js" data-version="{key}"></script></head>'
        )
        data = data.replace(b"</head>", head.encode(), 1)
        if path.removesuffix("index.html") in self.server.preview.edition.drafts:
            start = data.index(b">", data.index(b"<body")) + 1
            data = data[:start] + _DRAFT.encode() + data[start:]
        return data

    def _events(self, address: str) -> None:
        """Tell a page how things stand, whenever they change (server-sent events)."""
        preview = self.server.preview
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.server.visit(1)
        try:
            said = ""
            while not self.server.closing:
                number = preview.number
                words = json.dumps(notice(preview, address), ensure_ascii=False)
                self.wfile.write(f"data: {words}\n\n".encode() if words != said else b":\n\n")
                said = words
                with preview.changed:
                    if preview.number == number and not self.server.closing:
                        preview.changed.wait(_BEAT)
        finally:
            self.server.visit(-1)

    def _send(self, code: int, type_: str, data: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the terminal is for faults."""


def notice(preview: Preview, address: str) -> dict[str, Any]:
    """What the page at ``address`` is told.

    ``version`` is the key of its file, None while that cannot be made; ``faults`` are its own first.
    """
    state, path = preview.state, _file(address)
    version: str | None = ""
    trouble = state.trouble
    try:
        if path in preview.edition.files:
            version = preview.make(path)[0]
    except (KeyError, NotNowError) as error:
        version, trouble = None, trouble or ("" if isinstance(error, KeyError) else str(error))
    source = preview.sources.get(path.removesuffix("index.html"), "")
    lines = lines_of(preview.root)
    faults = sorted(state.faults, key=lambda fault: (fault.location.path != source, _grave(fault)))
    errors, warnings = count(faults)
    return {
        "version": version,
        "refused": state.refused,
        "trouble": visible(trouble),
        "errors": errors,
        "warnings": warnings,
        "source": source,
        "faults": [_fault(fault, lines(fault.location.path)) for fault in faults[:_MOST]],
        "drafts": sorted(preview.edition.drafts),
    }


def _grave(fault: Diagnostic) -> bool:
    return fault.severity is not Severity.ERROR


def _fault(fault: Diagnostic, lines: Any) -> dict[str, Any]:
    at = fault.location
    line = lines[at.line - 1] if 0 < at.line <= len(lines) else ""
    shown = sentence(line, at.column, fault.span) if line.strip() else None
    return {
        "code": fault.code,
        "severity": fault.severity.value,
        "level": WORDS[fault.severity],
        "path": visible(at.path),
        "line": at.line,
        "column": at.column,
        "message": visible(fault.message),
        "hint": visible(fault.hint),
        "text": [shown.before, shown.words, shown.after] if shown else [],
    }


def _file(address: str) -> str:
    """The path below the site of what an address names."""
    path = unquote(address).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _type(name: str) -> str:
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    found = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    textual = found.startswith("text/") or found.endswith(("json", "xml", "javascript"))
    return f"{found}; charset=utf-8" if textual else found
