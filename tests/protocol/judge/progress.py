"""Progress: each token is begun once, reported on, and ended once; parts of results have the type of the request."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lsprotocol import types

from .fault import Fault
from .lifecycle import is_seen_out
from .said import part_type, parts
from .shape import look
from .transcript import Call, Line, Session

KINDS = {"begin": types.WorkDoneProgressBegin, "report": types.WorkDoneProgressReport, "end": types.WorkDoneProgressEnd}


@dataclass
class Token:
    """A token that the server may use for work."""

    begun: bool = False
    ended: bool = False
    percentage: int | None = None


def faults(session: Session) -> Iterator[Fault]:
    """What breaks the rules of progress."""
    tokens: dict[Any, Token] = {}
    of = parts(session)
    asked = {ask.line.number: ask for ask in session.asks if ask.method == "window/workDoneProgress/create"}
    granted = {answer.number: ask for ask in asked.values() for answer in ask.answers if "result" in answer.message}
    for line in session.lines:
        if line.number in asked and line.params.get("token") in tokens:
            yield Fault("progress-order", line.number, "a token is asked for twice")
        if line.number in granted:
            tokens[granted[line.number].line.params.get("token")] = Token()
        if not line.by_server and line.params.get("workDoneToken") is not None:
            tokens[line.params["workDoneToken"]] = Token()
        if line.by_server and line.method == "$/progress":
            token = line.params.get("token")
            if line.number in of:
                yield from part(line, of[line.number])
            elif token in tokens:
                yield from step(line, tokens[token])
            else:
                yield Fault("progress-token", line.number, f"nobody knows the token {token!r}")
    if is_seen_out(session):
        yield from (
            Fault("progress-order", len(session.lines), f"{name!r} never ends")
            for name, one in tokens.items()
            if one.begun and not one.ended
        )


def step(line: Line, token: Token) -> Iterator[Fault]:
    """A step of work, and whether it comes in its turn."""
    value = line.params.get("value")
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(value, dict) or kind not in KINDS:
        yield Fault("wrong-value", line.number, f"{kind!r} is no kind of progress")
        return
    yield from (
        Fault(name, line.number, f"$/progress {what}")
        for name, what in look(value, KINDS[kind], "$.params.value").faults
    )
    if token.ended or token.begun == (kind == "begin"):
        yield Fault("progress-order", line.number, f"{kind} comes out of turn")
    token.begun, token.ended = True, token.ended or kind == "end"
    percentage = value.get("percentage")
    if percentage is not None:
        unannounced = kind == "report" and token.percentage is None
        if unannounced or not (token.percentage or 0) <= percentage <= 100:
            yield Fault("progress-percentage", line.number, f"{percentage} after {token.percentage}")
        token.percentage = percentage


def part(line: Line, call: Call) -> Iterator[Fault]:
    """A part of a result: it comes before the answer, which is then empty."""
    value = line.params.get("value")
    for name, what in look(value, part_type(call.method), "$.params.value").faults:
        yield Fault(name, line.number, f"a part of {call.method} {what}")
    if call.answers and call.answers[0].number < line.number:
        yield Fault("progress-order", line.number, f"a part of {call.method} comes behind the answer")
    if call.answers and call.succeeded:
        rest = call.result
        if rest and (not isinstance(rest, dict) or rest.get("items")):
            yield Fault("part-and-whole", call.answers[0].number, f"{call.method} was answered in parts and has more")
