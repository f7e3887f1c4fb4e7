"""What the protocol asks of places: which stand within which, and which may not touch."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from lsprotocol import types

from .fault import Fault
from .said import said
from .shape import Found
from .transcript import Session

Object = dict[str, Any]
Place = tuple[int, int]


def start(place: Object) -> Place:
    return place["start"]["line"], place["start"]["character"]


def end(place: Object) -> Place:
    return place["end"]["line"], place["end"]["character"]


def within(inner: Object, outer: Object) -> bool:
    return start(outer) <= start(inner) and end(inner) <= end(outer)


def apart(edits: list[Object]) -> Iterator[str]:
    """Edits of one text overlap nowhere; several may insert at one place."""
    places = sorted((start(edit["range"]), end(edit["range"])) for edit in edits)
    for (_, before), (after, _) in zip(places, places[1:], strict=False):
        if after < before:
            yield f"edits overlap at {after}"


def of_range(value: Object) -> Iterator[str]:
    if end(value) < start(value):
        yield "a range ends before it begins"


def of_document_symbol(value: Object) -> Iterator[str]:
    if not within(value["selectionRange"], value["range"]):
        yield "a symbol's name stands outside of it"
    if not value["name"].strip():
        yield "a symbol has no name"


def of_selection(value: Object) -> Iterator[str]:
    if "parent" in value and not within(value["range"], value["parent"]["range"]):
        yield "a selection stands outside of the next one"


def of_folding(value: Object) -> Iterator[str]:
    if value["endLine"] < value["startLine"]:
        yield "a fold ends before it begins"


def of_document_edit(value: Object) -> Iterator[str]:
    return apart(value["edits"])


def of_workspace_edit(value: Object) -> Iterator[str]:
    for edits in value.get("changes", {}).values():
        yield from apart(edits)


def of_item(value: Object) -> Iterator[str]:
    edit = value.get("textEdit")
    main = [{"range": edit.get("range", edit.get("replace"))}] if edit else []
    yield from apart(main + value.get("additionalTextEdits", []))


def of_encoded(value: Object) -> Iterator[str]:
    for name in ("uri", "target", "href", "targetUri"):
        if name in value and not urlsplit(value[name]).scheme:
            yield f"{value[name]} is no URI"


RULES: dict[type, Callable[[Object], Iterator[str]]] = {
    types.CompletionItem: of_item,
    types.DocumentSymbol: of_document_symbol,
    types.FoldingRange: of_folding,
    types.Range: of_range,
    types.SelectionRange: of_selection,
    types.TextDocumentEdit: of_document_edit,
    types.WorkspaceEdit: of_workspace_edit,
}
EDITS = {"textDocument/formatting", "textDocument/rangeFormatting", "textDocument/onTypeFormatting"}


def faults(session: Session) -> Iterator[Fault]:
    """Places that cannot be."""
    for one in said(session):
        if one.found.faults:
            continue
        wrong = list(looked(one.found))
        if one.method in EDITS:
            wrong += apart(one.value or [])
        if one.method == "textDocument/completion":
            wrong += typed(one.found, one.asked.get("position"))
        yield from (Fault("wrong-place", one.line.number, f"{one.method} {what}") for what in wrong)


def looked(found: Found) -> Iterator[str]:
    """What is wrong with the places of a value of the right type."""
    for kind, value, path in found.objects:
        yield from (f"{path}: {what}" for what in [*(RULES[kind](value) if kind in RULES else ()), *of_encoded(value)])


def typed(found: Found, position: Any) -> Iterator[str]:
    """What an item replaces stands on the line that is typed on, around the cursor."""
    for kind, item, path in found.objects:
        edit = item.get("textEdit") if kind is types.CompletionItem else None
        for place in [edit[name] for name in ("range", "insert", "replace") if name in edit] if edit else []:
            at = (position["line"], position["character"])
            if place["start"]["line"] != place["end"]["line"]:
                yield f"{path}: an item replaces more than one line"
            elif not start(place) <= at <= end(place):
                yield f"{path}: an item replaces what is not typed"
