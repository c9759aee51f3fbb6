"""A web server on this machine that behaves as the real one will."""

import http.server
from functools import partial
from http import HTTPStatus
from pathlib import Path


def server(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """Return a server of ``folder`` that listens on this machine alone; raise OSError if it cannot."""
    handler = partial(_Handler, directory=str(folder))
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves ``dist/site`` as a web server would: unknown addresses get the site's own 404 page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the terminal is for faults."""
