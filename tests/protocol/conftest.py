"""The transcripts, and how much of them was judged."""

import functools
import os
from collections import Counter
from pathlib import Path

import pytest

from judge.transcript import Session, load

FOLDER = "KADER_LSP_TRANSCRIPTS"
"""The variable that the tests of the server take, too."""


def transcripts() -> list[Path]:
    folder = os.environ.get(FOLDER)
    return sorted(Path(folder).glob("*.jsonl")) if folder else []


@functools.cache
def loaded(path: Path) -> Session:
    return load(path)


def kinds() -> Counter[str]:
    """The messages of the server, by what they are."""
    found: Counter[str] = Counter()
    for path in transcripts():
        session = loaded(path)
        found.update(line.method for line in session.of_server() if line.method)
        found.update(
            f"{'result' if call.succeeded else 'error'} of {call.method}" for call in session.calls if call.answers
        )
        found.update("error of no request" for _ in session.strays)
    return found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    found = kinds()
    if found:
        terminalreporter.section(f"{found.total()} messages of {len(transcripts())} servers")
        for name, count in found.most_common():
            terminalreporter.write_line(f"{count:7} {name}")
