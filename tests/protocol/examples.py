"""A transcript that is as it should be, small and with something of everything."""

import copy
from collections.abc import Callable
from typing import Any

Record = dict[str, Any]
URI = "file:///a.afspraak.json"
ABOUT = {"textDocument": {"uri": URI}}
CAPABILITIES: Record = {
    "general": {"positionEncodings": ["utf-8"]},
    "textDocument": {
        "publishDiagnostics": {
            "versionSupport": True,
            "relatedInformation": True,
            "tagSupport": {"valueSet": [1]},
            "dataSupport": True,
        },
        "hover": {"contentFormat": ["markdown"]},
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]},
            "completionItemKind": {"valueSet": [20]},
        },
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "codeAction": {"codeActionLiteralSupport": {}, "isPreferredSupport": True},
        "definition": {"linkSupport": True},
    },
    "workspace": {
        "configuration": True,
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "workspaceEdit": {"documentChanges": True},
    },
    "window": {"workDoneProgress": True},
}


def place(start: tuple[int, int], end: tuple[int, int]) -> Record:
    return {"start": {"line": start[0], "character": start[1]}, "end": {"line": end[0], "character": end[1]}}


HERE = place((0, 0), (0, 2))
DIAGNOSTIC: Record = {
    "range": HERE,
    "severity": 1,
    "code": "D109",
    "source": "kader",
    "message": "é",
    "tags": [1],
    "relatedInformation": [{"location": {"uri": URI, "range": HERE}, "message": "m"}],
}
EDIT: Record = {
    "documentChanges": [{"textDocument": {"uri": URI, "version": 2}, "edits": [{"range": HERE, "newText": "x"}]}]
}
OFFERED: Record = {
    "positionEncoding": "utf-8",
    "textDocumentSync": {"openClose": True, "change": 2},
    "hoverProvider": True,
    "completionProvider": {"resolveProvider": True},
    "documentSymbolProvider": True,
    "codeActionProvider": {"codeActionKinds": ["quickfix"]},
    "definitionProvider": True,
    "documentFormattingProvider": True,
}


def client(method: str, params: Any = None, id: Any = None) -> Record:
    return {"from": "client", "message": message(method, params, id)}


def server(method: str, params: Any = None, id: Any = None) -> Record:
    return {"from": "server", "message": message(method, params, id)}


def message(method: str, params: Any, id: Any) -> Record:
    parts = {"jsonrpc": "2.0", "id": id, "method": method, "params": params}
    return {name: part for name, part in parts.items() if part is not None}


def result(of: str, id: Any, value: Any) -> Record:
    return {"from": of, "message": {"jsonrpc": "2.0", "id": id, "result": value}}


def error(id: Any, code: int) -> Record:
    return {"from": "server", "message": {"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": "m"}}}


def publish(version: int | None, **more: Any) -> Record:
    params = {"uri": URI, "diagnostics": [DIAGNOSTIC], "version": version} | more
    return server(
        "textDocument/publishDiagnostics", {name: value for name, value in params.items() if value is not None}
    )


def progress(kind: str, **more: Any) -> Record:
    return server("$/progress", {"token": "t", "value": {"kind": kind} | more})


def document(version: int, text: str) -> Record:
    return {"textDocument": {"uri": URI, "languageId": "json", "version": version, "text": text}}


def at(line: int, character: int) -> Record:
    return ABOUT | {"position": {"line": line, "character": character}}


def good() -> list[Record]:
    """The whole transcript."""
    item = {"label": "é", "kind": 20, "insertTextFormat": 2, "textEdit": {"range": HERE, "newText": "x"}}
    told = {"documentation": {"kind": "markdown", "value": "v"}}
    symbol = {"name": "n", "kind": 5, "range": HERE, "selectionRange": HERE}
    action = {"title": "t", "kind": "quickfix", "diagnostics": [DIAGNOSTIC], "isPreferred": True, "edit": EDIT}
    link = {"targetUri": URI, "targetRange": HERE, "targetSelectionRange": HERE}
    watchers = {"watchers": [{"globPattern": "**/*"}]}
    registration = {"id": "r", "method": "workspace/didChangeWatchedFiles", "registerOptions": watchers}
    change = ABOUT["textDocument"] | {"version": 2}
    records = [
        client("initialize", {"processId": None, "rootUri": None, "capabilities": CAPABILITIES}, 1),
        result("server", 1, {"capabilities": OFFERED, "serverInfo": {"name": "kader"}}),
        client("initialized", {}),
        server("client/registerCapability", {"registrations": [registration]}, 0),
        result("client", 0, None),
        server("workspace/configuration", {"items": [{"section": "kader"}]}, 1),
        result("client", 1, [None]),
        client("textDocument/didOpen", document(1, "é\n{}")),
        publish(1),
        client(
            "textDocument/didChange",
            {"textDocument": change, "contentChanges": [{"range": place((1, 2), (1, 2)), "text": " "}]},
        ),
        publish(2),
        server("window/workDoneProgress/create", {"token": "t"}, 2),
        result("client", 2, None),
        progress("begin", title="t", percentage=0),
        progress("report", percentage=50),
        progress("end"),
        client("textDocument/hover", at(0, 0), 2),
        result("server", 2, {"contents": {"kind": "markdown", "value": "v"}, "range": HERE}),
        client("textDocument/completion", at(0, 2), 3),
        result("server", 3, {"isIncomplete": False, "items": [item]}),
        client("completionItem/resolve", item, 4),
        result("server", 4, item | told),
        client("textDocument/documentSymbol", ABOUT, 5),
        result("server", 5, [symbol]),
        client(
            "textDocument/codeAction", ABOUT | {"range": HERE, "context": {"diagnostics": [], "only": ["quickfix"]}}, 6
        ),
        result("server", 6, [action]),
        client("textDocument/definition", at(0, 0), 7),
        result("server", 7, [link]),
        client("textDocument/formatting", ABOUT | {"options": {"tabSize": 2, "insertSpaces": True}}, 8),
        result("server", 8, [{"range": HERE, "newText": "x"}, {"range": place((1, 0), (1, 1)), "newText": "y"}]),
        client("workspace/didChangeWatchedFiles", {"changes": [{"uri": URI, "type": 2}]}),
        {"from": "client", "raw": "hello"},
        error(None, -32700),
        client("kader/nothing", {}, "x"),
        error("x", -32601),
        client("textDocument/didClose", ABOUT),
        publish(None, diagnostics=[]),
        {"from": "client", "event": "ends"},
    ]
    return copy.deepcopy(records)


def until_shutdown() -> list[Record]:
    """The same, and its regular end."""
    shutdown = [client("shutdown", id=90), result("server", 90, None), client("exit")]
    return [*good()[:-1], *shutdown, good()[-1]]


Change = Callable[[list[Record]], object]
"""What breaks a transcript."""


def find(records: list[Record], method: str, number: int = 0) -> int:
    """Where a message stands."""
    return [at for at, record in enumerate(records) if record.get("message", {}).get("method") == method][number]


def answer(records: list[Record], method: str) -> Record:
    """The answer of the server to the request of a method."""
    id = records[find(records, method)]["message"]["id"]
    return next(
        record["message"]
        for record in records
        if record["from"] == "server"
        and record.get("message", {}).get("id") == id
        and "method" not in record["message"]
    )
