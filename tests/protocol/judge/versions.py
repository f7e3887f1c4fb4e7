"""Versions of documents: those that the server names are the client's own, and they never go back."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lsprotocol import types

from .fault import Fault
from .said import said
from .transcript import Line, Session

PUBLISH = "textDocument/publishDiagnostics"
VERSIONED = {
    types.OptionalVersionedTextDocumentIdentifier,
    types.WorkspaceFullDocumentDiagnosticReport,
    types.WorkspaceUnchangedDocumentDiagnosticReport,
}

State = tuple[int, Any]
"""The line where a client says of a document that it has another version, or `None`: that it is closed."""


def key(uri: Any) -> str:
    """A document, however its URI is spelled."""
    return unquote(str(uri)).lower()


def told(session: Session) -> dict[str, list[State]]:
    """What the client said of the versions of each document."""
    states: dict[str, list[State]] = {}
    for line in session.of_client():
        document = line.params.get("textDocument")
        if isinstance(document, dict) and line.method in (
            "textDocument/didOpen",
            "textDocument/didChange",
            "textDocument/didClose",
        ):
            version = None if line.method == "textDocument/didClose" else document.get("version")
            states.setdefault(key(document.get("uri")), []).append((line.number, version))
    return states


def faults(session: Session) -> Iterator[Fault]:
    """Versions that are not the client's, or that go back."""
    states = told(session)
    yield from published(session, states)
    for one in said(session):
        for kind, value, path in one.found.objects:
            named = value.get("version") if kind in VERSIONED else None
            known = [version for _, version in before(states, value.get("uri"), one.line)]
            if named is not None and named not in known:
                yield Fault("version-never-sent", one.line.number, f"{path}: no document has version {named}")


def before(states: dict[str, list[State]], uri: Any, line: Line) -> list[State]:
    return [state for state in states.get(key(uri), []) if state[0] < line.number]


def published(session: Session, states: dict[str, list[State]]) -> Iterator[Fault]:
    """Each list is for a version that the client had sent, not before that of the last list; it may be further."""
    at: dict[str, int] = {}
    for line in session.of_server():
        version = line.params.get("version")
        if line.method != PUBLISH or version is None:
            continue
        uri = line.params.get("uri")
        known, reached = before(states, uri, line), at.get(key(uri), 0)
        fits = [index for index, state in enumerate(known) if state[1] == version]
        onward = [index for index in fits if index >= reached]
        if not fits:
            yield Fault("version-never-sent", line.number, f"{uri} never had version {version}")
        elif not onward:
            yield Fault("version-backwards", line.number, f"{uri} goes back to version {version}")
        else:
            at[key(uri)] = onward[0]
            # What the server has answered since shows that it knew better.
            closed = [
                index for index, state in enumerate(known) if state[1] is None and state[0] <= session.read[line.number]
            ]
            if closed and closed[-1] > onward[-1]:
                yield Fault("list-after-close", line.number, f"{uri} was closed, and gets a list for version {version}")
