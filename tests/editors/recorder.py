"""Stands in for `kader`: passes everything on to the program, and writes down which messages went over the pipe.

RECORDED is the program, RECORD the file: a line a message, with who said it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

LOCK = threading.Lock()


def message(source: IO[bytes]) -> tuple[bytes, bytes]:
    """The head of the next message and the message; nothing at the end."""
    head = b""
    while line := source.readline():
        head += line
        if not line.strip():
            break
    sizes = [line.split(b":")[1] for line in head.splitlines() if line.lower().startswith(b"content-length")]
    return head, source.read(int(sizes[0])) if sizes else b""


def pump(source: IO[bytes], target: IO[bytes], who: str) -> None:
    while True:
        head, body = message(source)
        if not head:
            break
        with LOCK, Path(os.environ["RECORD"]).open("a", encoding="utf-8") as record:
            record.write(json.dumps({"who": who, "said": json.loads(body)}) + "\n")
        target.write(head + body)
        target.flush()
    target.close()


def main() -> int:
    process = subprocess.Popen([os.environ["RECORDED"], *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin and process.stdout
    threading.Thread(target=pump, args=(sys.stdin.buffer, process.stdin, "client"), daemon=True).start()
    pump(process.stdout, sys.stdout.buffer, "server")
    return process.wait()


if __name__ == "__main__":
    sys.exit(main())
