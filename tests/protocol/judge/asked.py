"""What a server says of itself: only what the client has said that it takes."""

from collections.abc import Callable, Iterator

from .client import Client
from .fault import Fault
from .transcript import Line, Session

ASKS: dict[str, Callable[[Client], bool]] = {
    "workspace/configuration": lambda client: client.can("workspace.configuration"),
    "workspace/workspaceFolders": lambda client: client.can("workspace.workspaceFolders"),
    "workspace/applyEdit": lambda client: client.can("workspace.applyEdit"),
    "workspace/codeLens/refresh": lambda client: client.can("workspace.codeLens.refreshSupport"),
    "workspace/diagnostic/refresh": lambda client: client.can("workspace.diagnostics.refreshSupport"),
    "workspace/inlayHint/refresh": lambda client: client.can("workspace.inlayHint.refreshSupport"),
    "workspace/inlineValue/refresh": lambda client: client.can("workspace.inlineValue.refreshSupport"),
    "workspace/semanticTokens/refresh": lambda client: client.can("workspace.semanticTokens.refreshSupport"),
    "window/workDoneProgress/create": lambda client: client.can("window.workDoneProgress"),
    "window/showDocument": lambda client: client.can("window.showDocument.support"),
    "window/showMessageRequest": lambda client: True,
    # Each registration is looked at by itself.
    "client/registerCapability": lambda client: True,
    "client/unregisterCapability": lambda client: True,
    "textDocument/publishDiagnostics": lambda client: not client.pulls,
}
LEVELS = ["off", "messages", "verbose"]


def faults(session: Session) -> Iterator[Fault]:
    """What the client cannot be asked, or does not want to be told."""
    client = Client(session)
    registered: set[str] = set()
    ids: dict[str, int] = {}
    for ask in session.asks:
        name = str(ask.line.message["id"])
        until = ask.answers[0].number if ask.answers else len(session.lines)
        if ids.get(name, 0) > ask.line.number:
            yield Fault("id-in-use", ask.line.number, f"{name} still waits for an answer")
        ids[name] = until
    for line in session.of_server():
        if line.method in ASKS and not ASKS[line.method](client):
            name = "pushed-to-puller" if line.method == "textDocument/publishDiagnostics" else "asked-in-vain"
            yield Fault(name, line.number, f"the client does not take {line.method}")
        if line.method in ("client/registerCapability", "client/unregisterCapability"):
            yield from registrations(client, line, registered)
        if line.method == "$/logTrace":
            yield from traced(session, line)


def registrations(client: Client, line: Line, registered: set[str]) -> Iterator[Fault]:
    for one in line.params.get("registrations", []):
        room, _, name = str(one.get("method")).partition("/")
        # A method may belong to a larger group: `semanticTokens/full` is registered as `semanticTokens`.
        group = {"didOpen": "synchronization", "didChange": "synchronization", "didClose": "synchronization"}.get(
            name, name
        )
        if not client.can(f"{room}.{group.partition('/')[0]}.dynamicRegistration"):
            yield Fault("asked-in-vain", line.number, f"the client lets nobody register {one.get('method')}")
        if one.get("id") in registered:
            yield Fault("id-in-use", line.number, f"{one.get('id')} is registered already")
        registered.add(str(one.get("id")))
    for one in line.params.get("unregisterations", []):
        if one.get("id") not in registered:
            yield Fault("asked-in-vain", line.number, f"{one.get('id')} was never registered")
        registered.discard(str(one.get("id")))


def traced(session: Session, line: Line) -> Iterator[Fault]:
    """Traces come as far as the client wants them. A word of the client may still be on its way."""
    wanted = [level(session.begun.line.params.get("trace")) if session.begun else 0]
    for told in session.of_client():
        if told.number > line.number:
            break
        if told.method == "$/setTrace":
            surely = told.number <= session.read[line.number]
            wanted = [level(told.params.get("value"))] if surely else [*wanted, level(told.params.get("value"))]
    if max(wanted) < (2 if "verbose" in line.params else 1):
        yield Fault("trace-unwanted", line.number, "the client wants no such trace")


def level(word: object) -> int:
    return LEVELS.index(word) if isinstance(word, str) and word in LEVELS else 0
