"""A server on loopback that says exactly what a test wants, byte by byte."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

#: what was asked (the whole head) -> what to send, piece by piece; a float is a pause in seconds
Script = Callable[[str], Iterable[bytes | float]]


def answer(body: bytes = b"<rss/>", status: str = "200 OK", **headers: str) -> list[bytes | float]:
    """An ordinary answer; `content_type="text/xml"` is a header."""
    told = {"content_length": str(len(body)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
    return [f"HTTP/1.1 {status}\r\n{lines}\r\n".encode(), body]


class Server:
    """Listens on a port of 127.0.0.1; `asked` has the head of each request."""

    def __init__(
        self, script: Script, context: ssl.SSLContext | None = None, host: str = "127.0.0.1"
    ) -> None:
        self._script, self._context = script, context
        self._listener = socket.create_server((host, 0))
        self.port = self._listener.getsockname()[1]
        self.url = f"{'https' if context else 'http'}://{host}:{self.port}"
        self.asked: list[str] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            with connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    head += piece
                self.asked.append(head.decode("latin-1"))
                for piece in self._script(head.decode("latin-1")):
                    if isinstance(piece, float):
                        time.sleep(piece)
                    else:
                        connection.sendall(piece)
        except OSError:
            pass


@contextmanager
def serving(script: Script | list[bytes | float], context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that follows a script, or always sends the same."""
    server = Server(script if callable(script) else lambda head: script, context)
    try:
        yield server
    finally:
        server.close()
