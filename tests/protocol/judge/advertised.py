"""What the server says that it can, against what was called in a session in which it had said so."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .fault import Fault
from .transcript import Call, Session

PROVIDERS = {
    "callHierarchyProvider": "textDocument/prepareCallHierarchy",
    "codeActionProvider": "textDocument/codeAction",
    "codeLensProvider": "textDocument/codeLens",
    "colorProvider": "textDocument/documentColor",
    "completionProvider": "textDocument/completion",
    "declarationProvider": "textDocument/declaration",
    "definitionProvider": "textDocument/definition",
    "diagnosticProvider": "textDocument/diagnostic",
    "documentFormattingProvider": "textDocument/formatting",
    "documentHighlightProvider": "textDocument/documentHighlight",
    "documentLinkProvider": "textDocument/documentLink",
    "documentOnTypeFormattingProvider": "textDocument/onTypeFormatting",
    "documentRangeFormattingProvider": "textDocument/rangeFormatting",
    "documentSymbolProvider": "textDocument/documentSymbol",
    "executeCommandProvider": "workspace/executeCommand",
    "foldingRangeProvider": "textDocument/foldingRange",
    "hoverProvider": "textDocument/hover",
    "implementationProvider": "textDocument/implementation",
    "inlayHintProvider": "textDocument/inlayHint",
    "inlineValueProvider": "textDocument/inlineValue",
    "linkedEditingRangeProvider": "textDocument/linkedEditingRange",
    "monikerProvider": "textDocument/moniker",
    "referencesProvider": "textDocument/references",
    "renameProvider": "textDocument/rename",
    "selectionRangeProvider": "textDocument/selectionRange",
    "signatureHelpProvider": "textDocument/signatureHelp",
    "typeDefinitionProvider": "textDocument/typeDefinition",
    "typeHierarchyProvider": "textDocument/prepareTypeHierarchy",
    "workspaceSymbolProvider": "workspace/symbol",
}
RESOLVES = {
    "codeActionProvider": "codeAction/resolve",
    "codeLensProvider": "codeLens/resolve",
    "completionProvider": "completionItem/resolve",
    "documentLinkProvider": "documentLink/resolve",
    "inlayHintProvider": "inlayHint/resolve",
    "workspaceSymbolProvider": "workspaceSymbol/resolve",
}
TELLING = {"id", "documentSelector", "identifier", "interFileDependencies", "workDoneProgress", "label"}
"""Options that say how something is done: there is nothing to call."""

Proof = Callable[[Session], bool]
"""Whether something was called in a session, and had a result."""


def empty(result: Any) -> bool:
    """Whether a result holds nothing."""
    if isinstance(result, dict) and "items" in result and set(result) <= {"items", "isIncomplete"}:
        return not result["items"]
    return result is None or result in ([], {}, False, "")


def gave(method: str, fits: Callable[[Call], bool] = lambda call: True) -> Proof:
    """A request that had a result with something in it."""
    return lambda session: any(
        call.method == method and call.succeeded and fits(call) and not empty(call.result) for call in session.calls
    )


def ran(command: str) -> Proof:
    """A command that had a result, be it nothing: what it does may be all."""
    return lambda session: any(
        call.method == "workspace/executeCommand" and call.succeeded and call.line.params.get("command") == command
        for call in session.calls
    )


def told(*methods: str) -> Proof:
    """Notifications that were sent, each of them."""
    return lambda session: all(session.first(method) is not None for method in methods)


def of_action_kind(kind: str) -> Proof:
    return gave("textDocument/codeAction", lambda call: any(action.get("kind") == kind for action in call.result or []))


def typed(character: str) -> Proof:
    return gave(
        "textDocument/completion", lambda call: call.line.params.get("context", {}).get("triggerCharacter") == character
    )


def never(_: Session) -> bool:
    """Nothing here knows how it is called."""
    return False


def provided(name: str, options: Any) -> Iterator[tuple[str, Proof]]:
    """What one provider promises."""
    method = PROVIDERS.get(name)
    yield name, gave(method) if method and name != "executeCommandProvider" else never if method is None else told()
    for option, value in (options if isinstance(options, dict) else {}).items():
        if value in (False, None, []) or option in TELLING:
            continue
        match option:
            case "resolveProvider":
                yield f"{name}.{option}", gave(RESOLVES[name])
            case "prepareProvider":
                yield f"{name}.{option}", gave("textDocument/prepareRename")
            case "workspaceDiagnostics":
                yield f"{name}.{option}", gave("workspace/diagnostic")
            case "commands":
                yield from ((f"{name}.{option} {command}", ran(command)) for command in value)
            case "codeActionKinds":
                yield from ((f"{name}.{option} {kind}", of_action_kind(kind)) for kind in value)
            case "triggerCharacters":
                yield from ((f"{name}.{option} {character}", typed(character)) for character in value)
            case _:
                yield f"{name}.{option}", never


def synchronized(options: Any) -> Iterator[tuple[str, Proof]]:
    """What the server wants to be told of texts."""
    if not isinstance(options, dict):
        options = {"openClose": True, "change": options}
    methods = {
        "openClose": ["textDocument/didOpen", "textDocument/didClose"],
        "change": ["textDocument/didChange"],
        "save": ["textDocument/didSave"],
        "willSave": ["textDocument/willSave"],
    }
    for option, value in options.items():
        if value:
            proof = gave("textDocument/willSaveWaitUntil") if option == "willSaveWaitUntil" else told(*methods[option])
            yield f"textDocumentSync.{option}", proof


def of_workspace(options: dict[str, Any]) -> Iterator[tuple[str, Proof]]:
    """What the server wants to be told of folders and files."""
    for name, value in options.items():
        if name == "workspaceFolders":
            yield from (
                (f"workspace.{name}.{one}", told("workspace/didChangeWorkspaceFolders"))
                for one, said in value.items()
                if said
            )
        else:
            yield f"workspace.{name}", never


def promised(session: Session) -> Iterator[tuple[str, Proof]]:
    """All that the server promises in a session, each with what would show that it keeps it."""
    capabilities = session.begun.result.get("capabilities", {}) if session.begun else {}
    for name, options in capabilities.items():
        if name == "textDocumentSync":
            yield from synchronized(options)
        elif name == "workspace":
            yield from of_workspace(options)
        elif name != "positionEncoding" and options not in (False, None):
            yield from provided(name, options)
    for ask in session.asks:
        if ask.method == "client/registerCapability":
            for one in ask.line.params.get("registrations", []):
                yield f"registration of {one.get('method')}", registered(str(one.get("method")))


def registered(method: str) -> Proof:
    """What was registered is called like any other request, or told like any other notification."""
    return lambda session: gave(method)(session) or told(method)(session)


@dataclass
class Advertised:
    """What all sessions together promise, and which of it was called."""

    promised: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)

    def see(self, session: Session) -> None:
        for name, proof in promised(session):
            self.promised.add(name)
            if proof(session):
                self.kept.add(name)

    def faults(self) -> list[Fault]:
        return [Fault("uncalled-capability", 0, name) for name in sorted(self.promised - self.kept)]


def faults(sessions: Iterable[Session]) -> list[Fault]:
    """What is promised and never called."""
    advertised = Advertised()
    for session in sessions:
        advertised.see(session)
    return advertised.faults()
