"""A web server that does what ``dist/server/nginx.conf`` tells one to do: headers, gzip, 404 and 410.

It takes them out of that file, so what is measured is what is deployed. Not sent: HTTP/2, Brotli.
"""

import gzip
import http.server
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

_HEADER = re.compile(r'^add_header (\S+) "([^"]*)"', re.M)
_GONE = re.compile(r"^location = (\S+) \{ error_page 410", re.M)
_PACKED = re.compile(r"^gzip_types ([^;]*);", re.M)
_KEPT = re.compile(r"^location ~ (\S+) \{.*?Cache-Control \"([^\"]*)\"", re.M | re.S)
_LEAST = 1000
"""Bytes below which nothing is packed (gzip_min_length)."""


@contextmanager
def served(dist: Path) -> Iterator[str]:
    """Serve ``dist/site`` on this machine alone while the block runs; yield its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(dist))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(dist: Path) -> type[http.server.BaseHTTPRequestHandler]:
    conf = (dist / "server" / "nginx.conf").read_text(encoding="utf-8")
    headers, gone = dict(_HEADER.findall(conf)), set(_GONE.findall(conf))
    packed = {"text/html", *(found[1].split() if (found := _PACKED.search(conf)) else ())}
    kept = _KEPT.search(conf)
    site = (dist / "site").resolve()

    @cache
    def read(path: Path, zipped: bool) -> bytes:
        data = path.read_bytes()
        return gzip.compress(data, 6, mtime=0) if zipped else data

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = unquote(urlsplit(self.path).path)
            path = (site / address.lstrip("/")).resolve()
            if path.is_dir() and not address.endswith("/"):
                self.send_response(301)
                self.send_header("Location", f"/{address.strip('/')}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            path = path / "index.html" if path.is_dir() else path
            code = 410 if address in gone else 200
            if not path.is_file() or not path.is_relative_to(site):
                code, path = 404, site / "404.html"
            type_ = _type(path)
            zipped = (
                type_ in packed
                and path.stat().st_size >= _LEAST
                and "gzip" in self.headers.get("Accept-Encoding", "")
            )
            data = read(path, zipped)
            self.send_response(code)
            textual = type_.startswith("text/") or type_.endswith(("javascript", "json", "xml"))
            self.send_header("Content-Type", f"{type_}; charset=utf-8" if textual else type_)
            self.send_header("Content-Length", str(len(data)))
            if type_ in packed:
                self.send_header("Vary", "Accept-Encoding")
            if zipped:
                self.send_header("Content-Encoding", "gzip")
            for name, value in headers.items():
                self.send_header(name, value)
            if kept and code == 200 and re.match(kept[1], address):
                self.send_header("Cache-Control", f"max-age=315360000, {kept[2]}")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


def _type(path: Path) -> str:
    own = {
        ".webmanifest": "application/manifest+json",
        ".js": "application/javascript",
        ".webp": "image/webp",
        ".xml": "application/xml",
    }
    return own.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
