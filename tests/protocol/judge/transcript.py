"""Transcripts: what went over the pipe of one server, a line a message, in the order in which the client saw it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, eq=False)
class Line:
    """A message, what a client wrote that is none, or an event; numbered from 1."""

    number: int
    by_server: bool
    message: Any = None
    raw: str | None = None
    event: str | None = None
    twice: tuple[str, ...] = ()
    """The keys of objects in it of which one stands twice."""

    @property
    def method(self) -> str | None:
        """The method of a request or a notification."""
        method = self.message.get("method") if isinstance(self.message, dict) else None
        return method if isinstance(method, str) else None

    @property
    def params(self) -> Any:
        """The parameters; an empty object where they are none."""
        params = self.message.get("params") if isinstance(self.message, dict) else None
        return params if isinstance(params, dict) else {}


@dataclass(eq=False)
class Call:
    """A request, and what was answered to it."""

    line: Line
    answers: list[Line] = field(default_factory=list)

    @property
    def method(self) -> str | None:
        return self.line.method

    @property
    def result(self) -> Any:
        """The result of the first answer; nothing where it is an error."""
        return self.answers[0].message.get("result") if self.answers else None

    @property
    def succeeded(self) -> bool:
        return bool(self.answers) and "result" in self.answers[0].message


def is_id(value: Any) -> bool:
    """Whether a request can have this id."""
    return isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool))


def is_answer(message: Any) -> bool:
    return isinstance(message, dict) and "method" not in message and ("result" in message or "error" in message)


def is_request(message: Any) -> bool:
    """Whether an answer with the id of this message is due, be it that the message is no sound request."""
    return isinstance(message, dict) and not is_answer(message) and is_id(message.get("id"))


def is_notification(message: Any) -> bool:
    """Whether it asks for no answer: it is sound, and has no id."""
    if not isinstance(message, dict) or "id" in message:
        return False
    return isinstance(message.get("method"), str) and message.get("jsonrpc") == "2.0"


@dataclass(eq=False)
class Session:
    """One server, from its start to its end."""

    name: str
    lines: list[Line]
    calls: list[Call] = field(default_factory=list)
    """The client's requests."""
    asks: list[Call] = field(default_factory=list)
    """The server's requests."""
    strays: list[Line] = field(default_factory=list)
    """The server's answers to nothing that waits."""
    read: dict[int, int] = field(default_factory=dict)
    """By the number of a line: the last line of the client that the server had taken in by then, as an answer shows."""

    def __post_init__(self) -> None:
        waiting: dict[tuple[bool, Any], list[Call]] = {}
        read = 0
        for line in self.lines:
            message = line.message
            if is_request(message):
                call = Call(line)
                (self.asks if line.by_server else self.calls).append(call)
                waiting.setdefault((line.by_server, message["id"]), []).append(call)
            elif is_answer(message):
                waits = waiting.get((not line.by_server, message.get("id"))) if is_id(message.get("id")) else None
                if waits:
                    call = waits.pop(0)
                    call.answers.append(line)
                    # A refusal, or an answer about the session itself, says nothing of the messages before.
                    took_in = line.by_server and "result" in message and call.method not in ("initialize", "shutdown")
                    read = max(read, call.line.number) if took_in else read
                elif line.by_server:
                    self.strays.append(line)
            self.read[line.number] = read

    def of_server(self) -> Iterator[Line]:
        return (line for line in self.lines if line.by_server and line.event is None)

    def of_client(self) -> Iterator[Line]:
        return (line for line in self.lines if not line.by_server)

    def event(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.event == name), None)

    def first(self, method: str) -> Line | None:
        """The client's first message of a method."""
        return next((line for line in self.of_client() if line.method == method), None)

    @property
    def begun(self) -> Call | None:
        """The `initialize` that was answered."""
        return next((call for call in self.calls if call.method == "initialize" and call.succeeded), None)


def parsed(number: int, text: str) -> Line:
    """A line of a transcript."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            twice.append(", ".join(key for key, _ in pairs))
        return dict(pairs)

    twice: list[str] = []
    record = json.loads(text, object_pairs_hook=once)
    return Line(number, record.pop("from") == "server", **record, twice=tuple(twice))


def load(path: Path) -> Session:
    """Reads a transcript."""
    with path.open(encoding="utf-8") as lines:
        return Session(path.stem, [parsed(number, line) for number, line in enumerate(lines, 1)])


def session(name: str, records: list[dict[str, Any]]) -> Session:
    """A transcript that is written in a test."""
    return Session(name, [parsed(number, json.dumps(record)) for number, record in enumerate(records, 1)])
