"""Each value that the server gives: results, parts of them, and parameters, with what they are made of."""

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple, Union, get_args, get_origin

import attrs
from lsprotocol import types

from .envelope import METHODS, parameters, result, result_type
from .shape import Found, look
from .transcript import Call, Line, Session

PARTS: dict[str, Any] = {
    "textDocument/completion": list[types.CompletionItem],
    "textDocument/diagnostic": types.DocumentDiagnosticReportPartialResult,
    "textDocument/semanticTokens/full": types.SemanticTokensPartialResult,
    "textDocument/semanticTokens/full/delta": types.SemanticTokensDeltaPartialResult,
    "textDocument/semanticTokens/range": types.SemanticTokensPartialResult,
    "workspace/diagnostic": types.WorkspaceDiagnosticReportPartialResult,
}
"""The types of parts that are not lists like the result."""


class Said(NamedTuple):
    """A value, in which message, and for which request where it is for one."""

    line: Line
    call: Call | None
    value: Any
    found: Found

    @property
    def method(self) -> str | None:
        return self.call.method if self.call else self.line.method

    @property
    def asked(self) -> dict[str, Any]:
        """The parameters of the request."""
        return self.call.line.params if self.call else {}


def part_type(method: str | None) -> Any:
    """The type of a part of a request's result; nothing where it comes whole."""
    of: Any = METHODS.get(method or "")
    if of is None or of[2] is None or "partial_result_token" not in attrs.fields_dict(of[2]):
        return None
    lists = [one for one in get_args(result_type(method)) if get_origin(one) is list]
    return PARTS.get(method or "") or Union[tuple(lists)]


def parts(session: Session) -> dict[int, Call]:
    """The requests of which there are parts, by the lines where these stand."""
    tokens: dict[Any, Call] = {}
    called = {call.line.number: call for call in session.calls}
    found: dict[int, Call] = {}
    for line in session.lines:
        token = line.params.get("partialResultToken")
        if line.number in called and token is not None and part_type(line.method):
            tokens[token] = called[line.number]
        elif line.by_server and line.method == "$/progress" and line.params.get("token") in tokens:
            found[line.number] = tokens[line.params["token"]]
    return found


@functools.cache
def said(session: Session) -> list[Said]:
    """All of them."""
    return list(values(session))


def values(session: Session) -> Iterator[Said]:
    for call in session.calls:
        if call.succeeded:
            yield Said(call.answers[0], call, call.result, result(call))
    of = parts(session)
    for line in session.of_server():
        if line.number in of:
            value = line.params.get("value")
            yield Said(line, of[line.number], value, look(value, part_type(of[line.number].method), "$.params.value"))
        elif line.method in METHODS and line.message.get("params") is not None:
            yield Said(line, None, line.message["params"], parameters(line))
