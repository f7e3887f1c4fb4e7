"""What is in a message only where the client has said that it takes it."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from lsprotocol import types

from .client import Client
from .fault import Fault
from .said import said
from .transcript import Session


class Context(NamedTuple):
    """The client, and what it had asked."""

    client: Client
    method: str | None
    params: dict[str, Any]


Rule = Callable[[dict[str, Any], Context], Iterator[str]]
"""Names what an object has that the client does not take."""

OLD_SYMBOLS = range(1, 19)
"""The kinds of symbols and of items that every client knows: those of the first version of the protocol."""


def only(allowed: bool, value: dict[str, Any], *names: str) -> Iterator[str]:
    """Properties that stand there and are not allowed."""
    return (name for name in names if name in value and not allowed)


def tags(value: dict[str, Any], context: Context, path: str) -> Iterator[str]:
    return (
        f"tag {tag}" for tag in value.get("tags", []) if not context.client.names(f"{path}.tagSupport.valueSet", tag)
    )


def diagnostic(value: dict[str, Any], context: Context) -> Iterator[str]:
    client = context.client
    # 3.17 says what a diagnostic may hold of published ones only; a client that pulls says so there, or as in 3.18.
    groups = (
        ["textDocument.publishDiagnostics", "textDocument.diagnostic"]
        if client.pulls
        else ["textDocument.publishDiagnostics"]
    )

    def said(what: str) -> bool:
        return any(client.can(f"{group}.{what}") for group in groups)

    yield from only(said("relatedInformation"), value, "relatedInformation")
    yield from only(said("codeDescriptionSupport"), value, "codeDescription")
    yield from only(said("dataSupport"), value, "data")
    yield from (
        f"tag {tag}"
        for tag in value.get("tags", [])
        if not any(client.names(f"{group}.tagSupport.valueSet", tag) for group in groups)
    )


def published(value: dict[str, Any], context: Context) -> Iterator[str]:
    yield from only(context.client.can("textDocument.publishDiagnostics.versionSupport"), value, "version")


def completion_item(value: dict[str, Any], context: Context) -> Iterator[str]:
    client, path = context.client, "textDocument.completion.completionItem"
    if value.get("insertTextFormat") == types.InsertTextFormat.Snippet.value and not client.can(
        f"{path}.snippetSupport"
    ):
        yield "a snippet"
    mode = value.get("insertTextMode")
    if mode is not None and not client.names(f"{path}.insertTextModeSupport.valueSet", mode):
        yield f"insertTextMode {mode}"
    yield from only(client.can(f"{path}.labelDetailsSupport"), value, "labelDetails")
    yield from only(client.can(f"{path}.commitCharactersSupport"), value, "commitCharacters")
    yield from only(client.can(f"{path}.preselectSupport"), value, "preselect")
    yield from only(client.can(f"{path}.deprecatedSupport"), value, "deprecated")
    yield from only(client.has("textDocument.completion.completionList"), value, "textEditText")
    yield from tags(value, context, path)
    yield from kind(value.get("kind"), context, "textDocument.completion.completionItemKind")
    if (
        isinstance(value.get("textEdit"), dict)
        and "insert" in value["textEdit"]
        and not client.can(f"{path}.insertReplaceSupport")
    ):
        yield "a text to insert or to replace"
    yield from markup(value.get("documentation"), context, f"{path}.documentationFormat")
    if context.method == "completionItem/resolve":
        lazy = set(value) - set(context.params) - {"documentation", "detail"}
        yield from (name for name in lazy if not client.names(f"{path}.resolveSupport.properties", name))


def completion_list(value: dict[str, Any], context: Context) -> Iterator[str]:
    listed = value.get("itemDefaults", {})
    yield from (
        name for name in listed if not context.client.names("textDocument.completion.completionList.itemDefaults", name)
    )


def kind(value: Any, context: Context, path: str) -> Iterator[str]:
    """A kind that is younger than the protocol's first version."""
    known = context.client.at(f"{path}.valueSet")
    if value is not None and not (value in known if isinstance(known, list) else value in OLD_SYMBOLS):
        yield f"kind {value}"


def markup(value: Any, context: Context, path: str) -> Iterator[str]:
    """Markdown where the client has not said that it reads it: plain text is what is left."""
    if isinstance(value, dict) and value.get("kind") == "markdown" and not context.client.names(path, "markdown"):
        yield "markdown"


def hover(value: dict[str, Any], context: Context) -> Iterator[str]:
    yield from markup(value.get("contents"), context, "textDocument.hover.contentFormat")


def symbol_path(context: Context) -> str:
    return "workspace.symbol" if context.method == "workspace/symbol" else "textDocument.documentSymbol"


def symbol(value: dict[str, Any], context: Context) -> Iterator[str]:
    yield from tags(value, context, symbol_path(context))
    yield from kind(value.get("kind"), context, f"{symbol_path(context)}.symbolKind")


def document_symbol(value: dict[str, Any], context: Context) -> Iterator[str]:
    yield from symbol(value, context)
    if not context.client.can("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"):
        yield "a symbol that may hold others"


def workspace_symbol(value: dict[str, Any], context: Context) -> Iterator[str]:
    yield from symbol(value, context)
    if "range" not in value.get("location", {}) and not context.client.has("workspace.symbol.resolveSupport"):
        yield "a place without a range"


def location_link(_: dict[str, Any], context: Context) -> Iterator[str]:
    name = (context.method or "").partition("/")[2]
    if not context.client.can(f"textDocument.{name}.linkSupport"):
        yield "a link instead of a place"


def code_action(value: dict[str, Any], context: Context) -> Iterator[str]:
    client, path = context.client, "textDocument.codeAction"
    if not client.has(f"{path}.codeActionLiteralSupport"):
        yield "an action that is no command"
    yield from only(client.can(f"{path}.isPreferredSupport"), value, "isPreferred")
    yield from only(client.can(f"{path}.disabledSupport"), value, "disabled")
    yield from only(client.can(f"{path}.dataSupport"), value, "data")
    if context.method == "codeAction/resolve":
        lazy = set(value) - set(context.params)
        yield from (name for name in lazy if not client.names(f"{path}.resolveSupport.properties", name))
        changed = [name for name, given in context.params.items() if name in value and value[name] != given]
        yield from (
            f"another {name}" for name in changed if not client.names(f"{path}.resolveSupport.properties", name)
        )
    elif not {"edit", "command", "disabled"} & value.keys() and not client.names(
        f"{path}.resolveSupport.properties", "edit"
    ):
        yield "an action that does nothing"
    wanted = context.params.get("context", {}).get("only") if context.method == "textDocument/codeAction" else None
    of = value.get("kind", "")
    if isinstance(wanted, list) and not any(one == "" or of == one or of.startswith(f"{one}.") for one in wanted):
        yield f"kind {of}, which was not asked for"


def workspace_edit(value: dict[str, Any], context: Context) -> Iterator[str]:
    client, path = context.client, "workspace.workspaceEdit"
    yield from only(client.can(f"{path}.documentChanges"), value, "documentChanges")
    honours = {
        "textDocument/codeAction": "codeAction",
        "codeAction/resolve": "codeAction",
        "textDocument/rename": "rename",
    }
    group = honours.get(context.method or "")
    annotates = client.has(f"{path}.changeAnnotationSupport")
    marks = annotates and (group is None or client.can(f"textDocument.{group}.honorsChangeAnnotations"))
    yield from only(marks, value, "changeAnnotations")
    for change in value.get("documentChanges", []):
        if "kind" in change and not client.names(f"{path}.resourceOperations", change["kind"]):
            yield f"to {change['kind']} a file"
        named = [edit.get("annotationId") for edit in change.get("edits", [change])]
        yield from (
            f"a mark {name}" for name in named if name is not None and name not in value.get("changeAnnotations", {})
        )
    if not {"changes", "documentChanges"} & value.keys():
        yield "an edit of nothing"


def folding_range(value: dict[str, Any], context: Context) -> Iterator[str]:
    client, path = context.client, "textDocument.foldingRange"
    yield from only(client.can(f"{path}.foldingRange.collapsedText"), value, "collapsedText")


def document_link(value: dict[str, Any], context: Context) -> Iterator[str]:
    yield from only(context.client.can("textDocument.documentLink.tooltipSupport"), value, "tooltip")


def prepared(_: dict[str, Any], context: Context) -> Iterator[str]:
    if not context.client.has("textDocument.rename.prepareSupportDefaultBehavior"):
        yield "the client's own way to rename"


def capabilities(value: dict[str, Any], context: Context) -> Iterator[str]:
    client = context.client
    offered = client.at("general.positionEncodings")
    # One that offers none may name one in its options: Kader's own way for clients that cannot say so.
    encodings = offered if isinstance(offered, list) and offered else [client.option("positionEncoding")]
    used = value.get("positionEncoding", "utf-16")
    if used != "utf-16" and used not in encodings:
        yield f"positions in {used}"
    if isinstance(value.get("renameProvider"), dict) and not client.can("textDocument.rename.prepareSupport"):
        yield "options to rename"
    if isinstance(value.get("codeActionProvider"), dict) and not client.has(
        "textDocument.codeAction.codeActionLiteralSupport"
    ):
        yield "options of code actions"


RULES: dict[type, Rule] = {
    types.CodeAction: code_action,
    types.CompletionItem: completion_item,
    types.CompletionList: completion_list,
    types.Diagnostic: diagnostic,
    types.DocumentLink: document_link,
    types.DocumentSymbol: document_symbol,
    types.FoldingRange: folding_range,
    types.Hover: hover,
    types.LocationLink: location_link,
    types.PrepareRenameResult_Type2: prepared,
    types.PublishDiagnosticsParams: published,
    types.ServerCapabilities: capabilities,
    types.SymbolInformation: symbol,
    types.WorkspaceEdit: workspace_edit,
    types.WorkspaceSymbol: workspace_symbol,
}


def faults(session: Session) -> Iterator[Fault]:
    """What the client does not take."""
    client = Client(session)
    for one in said(session):
        context = Context(client, one.method, one.asked)
        for kind_of, value, path in one.found.objects if not one.found.faults else []:
            for what in RULES[kind_of](value, context) if kind_of in RULES else ():
                yield Fault("client-cannot", one.line.number, f"{one.method} {path}: {what}")
