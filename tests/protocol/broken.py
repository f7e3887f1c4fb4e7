"""Transcripts with one fault each: its name, what it is, and how it comes into the one that is as it should be."""

from typing import Any

import examples
from examples import (
    HERE,
    URI,
    Change,
    Record,
    answer,
    client,
    error,
    find,
    place,
    progress,
    publish,
    result,
    server,
)


def put(method: str, *new: Record, number: int = 0, behind: int = 0) -> Change:
    """More messages, before that of a method or behind it."""

    def change(records: list[Record]) -> None:
        at = find(records, method, number) + behind
        records[at:at] = list(new)

    return change


def end(*new: Record) -> Change:
    """More messages before the end."""

    def change(records: list[Record]) -> None:
        records[-1:-1] = list(new)

    return change


def say(method: str, path: str, value: Any) -> Change:
    """Another value in the first message of the server of a method, or in its answer to that; `...` to take it away."""

    def change(records: list[Record]) -> None:
        first = records[find(records, method)]
        target: Any = answer(records, method) if first["from"] == "client" else first["message"]
        *keys, last = [int(key) if key.isdigit() else key for key in path.split(".")]
        for key in keys:
            target = target[key]
        if value is ...:
            del target[last]
        else:
            target[last] = value

    return change


def unsaid(path: str) -> Change:
    """A client that has not said something of itself."""

    def change(records: list[Record]) -> None:
        group = records[0]["message"]["params"]["capabilities"]
        *keys, last = path.split(".")
        for key in keys:
            group = group[key]
        del group[last]

    return change


def said(group: str, name: str, value: Any) -> Change:
    """A client that says more of itself."""
    return lambda records: records[0]["message"]["params"]["capabilities"][group].update({name: value})


def without(method: str) -> Change:
    """A session in which a request is not answered."""
    return lambda records: records.remove(
        next(record for record in records if record.get("message") is answer(records, method))
    )


def then(*changes: Change) -> Change:
    return lambda records: [change(records) for change in changes]


PUBLISH = "textDocument/publishDiagnostics"
CREATE = "window/workDoneProgress/create"
PART = client("textDocument/definition", examples.at(0, 0) | {"partialResultToken": "p"}, 20)
LOCATION = {"uri": URI, "range": HERE}
HALF = server("$/progress", {"token": "p", "value": [LOCATION]})

SHAPES: list[tuple[str, str, Change]] = [
    ("wrong-type", "a line that is text", say("textDocument/hover", "result.range.start.line", "0")),
    ("wrong-type", "a line that is true", say("textDocument/hover", "result.range.start.line", True)),
    ("wrong-type", "null for what is not there", say(PUBLISH, "params.diagnostics.0.codeDescription", None)),
    ("wrong-type", "null for parameters", say("client/registerCapability", "params", None)),
    (
        "wrong-type",
        "options of a registration",
        say("client/registerCapability", "params.registrations.0.registerOptions.watchers", "x"),
    ),
    ("wrong-value", "a line below 0", say(PUBLISH, "params.diagnostics.0.range.start.line", -1)),
    ("wrong-value", "a severity of 9", say(PUBLISH, "params.diagnostics.0.severity", 9)),
    ("wrong-value", "a kind of progress", say("$/progress", "params.value.kind", "middle")),
    ("wrong-value", "a version of JSON-RPC", say(PUBLISH, "jsonrpc", "1.0")),
    ("wrong-type", "a part of a result", end(PART, server("$/progress", {"token": "p", "value": [1]}))),
    ("unknown-property", "of a diagnostic", say(PUBLISH, "params.diagnostics.0.colour", "red")),
    ("unknown-property", "of a message", say(PUBLISH, "time", 1)),
    ("unknown-property", "of a later version", say("initialize", "result.capabilities.inlineCompletionProvider", True)),
    ("missing-property", "of a diagnostic", say(PUBLISH, "params.diagnostics.0.message", ...)),
    ("missing-property", "a kind", say("$/progress", "params.token", ...)),
    ("missing-property", "parameters", say(PUBLISH, "params", ...)),
    ("result-and-error", "both", say("textDocument/hover", "error", {"code": 1, "message": "m"})),
    ("result-and-error", "neither", say("textDocument/hover", "result", ...)),
    ("unknown-method", "nobody's", end(server("kader/news", {}))),
    ("unknown-method", "a client's", end(server("textDocument/didOpen", examples.document(1, "")))),
    ("unknown-method", "of a later version", end(server("workspace/foldingRange/refresh", id=30))),
    ("wrong-kind", "a notification that is a request", end(server(PUBLISH, {"uri": URI, "diagnostics": []}, 30))),
]
SESSIONS: list[tuple[str, str, Change]] = [
    ("second-answer", "two answers", end(result("server", 2, None))),
    ("answer-to-nothing", "to a notification", end(error(None, -32600))),
    ("answer-to-nothing", "to an id of nobody", end(result("server", 77, None))),
    ("no-answer", "to a request", without("textDocument/hover")),
    ("no-answer", "to what is no message", end({"from": "client", "raw": "?"})),
    ("before-initialize", "a list", put("initialize", publish(None), behind=1)),
    ("before-initialize", "a result", put("initialize", client("shutdown", id=40), result("server", 40, None))),
    ("wrong-error", "before `initialize`", put("initialize", client("shutdown", id=40), error(40, -32600))),
    ("wrong-error", "cancelled by nobody", end(client("shutdown", id=40), error(40, -32800))),
    (
        "wrong-error",
        "of no request",
        end({"from": "client", "message": {"id": 41, "method": "shutdown"}}, error(41, -32601)),
    ),
    ("wrong-error", "a result of no method", end(client("kader/nothing", {}, 42), result("server", 42, None))),
    ("version-backwards", "a list", put(PUBLISH, publish(1), number=1, behind=1)),
    ("version-never-sent", "a list", say(PUBLISH, "params.version", 7)),
    (
        "version-never-sent",
        "an edit",
        say("textDocument/codeAction", "result.0.edit.documentChanges.0.textDocument.version", 7),
    ),
    (
        "list-after-close",
        "a list",
        end(client("workspace/symbol", {"query": ""}, 43), result("server", 43, []), publish(2)),
    ),
    ("progress-order", "a report first", put("$/progress", progress("report"))),
    ("progress-order", "two ends", put("$/progress", progress("end"), number=2)),
    ("progress-order", "no end", lambda records: records.pop(find(records, "$/progress", 2))),
    ("progress-token", "before it is granted", put(CREATE, progress("begin", title="t"), behind=1)),
    ("progress-order", "a part behind the answer", end(PART, result("server", 20, None), HALF)),
    ("progress-token", "nobody's", end(server("$/progress", {"token": "u", "value": {"kind": "end"}}))),
    ("progress-percentage", "falling", put("$/progress", progress("report", percentage=40), number=2)),
    ("part-and-whole", "a part, and more", end(PART, HALF, result("server", 20, [LOCATION]))),
    ("pushed-to-puller", "a list", said("textDocument", "diagnostic", {})),
    ("asked-in-vain", "a configuration", unsaid("workspace.configuration")),
    ("asked-in-vain", "a registration", unsaid("workspace.didChangeWatchedFiles")),
    ("asked-in-vain", "progress", unsaid("window.workDoneProgress")),
    ("asked-in-vain", "a refresh", end(server("workspace/diagnostic/refresh", id=30))),
    ("asked-in-vain", "an edit", end(server("workspace/applyEdit", {"edit": {"changes": {}}}, 30))),
    (
        "id-in-use",
        "of a request",
        end(
            server("window/showMessageRequest", {"type": 1, "message": "m"}, 31),
            server("window/showMessageRequest", {"type": 1, "message": "m"}, 31),
        ),
    ),
    ("trace-unwanted", "a trace", end(server("$/logTrace", {"message": "m"}))),
]
ENDS: list[tuple[str, str, Change]] = [
    ("after-shutdown", "a list", end(publish(None))),
    (
        "after-shutdown",
        "a result",
        lambda records: put("exit", client("shutdown", id=91), result("server", 91, None))(records),
    ),
    ("after-exit", "a list", end(publish(None))),
    ("after-exit", "an answer", end(client("shutdown", id=91), error(91, -32600))),
]
ANSWERS: list[tuple[str, str, Change]] = [
    ("client-cannot", "a snippet", unsaid("textDocument.completion.completionItem.snippetSupport")),
    ("client-cannot", "markdown in a hover", unsaid("textDocument.hover.contentFormat")),
    ("client-cannot", "markdown about an item", unsaid("textDocument.completion.completionItem.documentationFormat")),
    ("client-cannot", "a young kind of item", unsaid("textDocument.completion.completionItemKind")),
    ("client-cannot", "a young kind of symbol", say("textDocument/documentSymbol", "result.0.kind", 19)),
    ("client-cannot", "symbols in symbols", unsaid("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport")),
    ("client-cannot", "related places", unsaid("textDocument.publishDiagnostics.relatedInformation")),
    ("client-cannot", "tags", unsaid("textDocument.publishDiagnostics.tagSupport")),
    (
        "client-cannot",
        "data",
        then(say(PUBLISH, "params.diagnostics.0.data", 1), unsaid("textDocument.publishDiagnostics.dataSupport")),
    ),
    (
        "client-cannot",
        "an address",
        say(PUBLISH, "params.diagnostics.0.codeDescription", {"href": "https://example.org"}),
    ),
    ("client-cannot", "a version", unsaid("textDocument.publishDiagnostics.versionSupport")),
    ("client-cannot", "edits with versions", unsaid("workspace.workspaceEdit.documentChanges")),
    ("client-cannot", "marked edits", say("textDocument/codeAction", "result.0.edit.changeAnnotations", {})),
    ("client-cannot", "a preferred action", unsaid("textDocument.codeAction.isPreferredSupport")),
    ("client-cannot", "actions", unsaid("textDocument.codeAction.codeActionLiteralSupport")),
    ("client-cannot", "an action without an edit", say("textDocument/codeAction", "result.0.edit", ...)),
    ("client-cannot", "an action that nobody asked for", say("textDocument/codeAction", "result.0.kind", "source")),
    ("client-cannot", "a link", unsaid("textDocument.definition.linkSupport")),
    ("client-cannot", "an encoding", unsaid("general.positionEncodings")),
    (
        "client-cannot",
        "options to rename",
        say("initialize", "result.capabilities.renameProvider", {"prepareProvider": True}),
    ),
    ("wrong-place", "the wrong way round", say("textDocument/hover", "result.range", place((0, 2), (0, 0)))),
    ("wrong-place", "edits that overlap", say("textDocument/formatting", "result.1.range", place((0, 1), (1, 0)))),
    (
        "wrong-place",
        "a name outside of its symbol",
        say("textDocument/documentSymbol", "result.0.selectionRange", place((1, 0), (1, 1))),
    ),
    (
        "wrong-place",
        "an item beside the cursor",
        say("textDocument/completion", "result.items.0.textEdit.range", place((1, 0), (1, 1))),
    ),
    ("wrong-place", "no URI", say("textDocument/definition", "result.0.targetUri", "a")),
    ("outside-text", "behind the end of a line", say("textDocument/hover", "result.range.end.character", 3)),
    (
        "outside-text",
        "behind the last line",
        say(PUBLISH, "params.diagnostics.0.range.end", {"line": 2, "character": 0}),
    ),
    ("outside-text", "within a character", say("textDocument/hover", "result.range.end.character", 1)),
]
UNCALLED: list[tuple[str, Change]] = [
    ("hoverProvider", say("textDocument/hover", "result", None)),
    ("documentSymbolProvider", say("textDocument/documentSymbol", "result", [])),
    ("completionProvider.resolveProvider", without("completionItem/resolve")),
    (
        "completionProvider.triggerCharacters :",
        say("initialize", "result.capabilities.completionProvider.triggerCharacters", [":"]),
    ),
    (
        "codeActionProvider.codeActionKinds source",
        say("initialize", "result.capabilities.codeActionProvider.codeActionKinds", ["source"]),
    ),
    (
        "executeCommandProvider.commands kader.assess",
        say("initialize", "result.capabilities.executeCommandProvider", {"commands": ["kader.assess"]}),
    ),
    ("renameProvider", say("initialize", "result.capabilities.renameProvider", True)),
    (
        "registration of workspace/didChangeWatchedFiles",
        lambda records: records.pop(find(records, "workspace/didChangeWatchedFiles")),
    ),
    ("textDocumentSync.change", lambda records: records.pop(find(records, "textDocument/didChange"))),
    (
        "workspace.workspaceFolders.supported",
        say("initialize", "result.capabilities.workspace", {"workspaceFolders": {"supported": True}}),
    ),
    ("experimental", say("initialize", "result.capabilities.experimental", True)),
]
