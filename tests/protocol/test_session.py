"""A session of a client that is none of ours: the one of `pytest-lsp`, with what two editors say of themselves."""

import asyncio
import os
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

KADER = os.environ.get("KADER", str(Path(__file__).parents[2] / "target/debug/kader"))
TEXT = """{
  "kader": "netcentrische-samenwerking-2017",
  "id": "proef-a",
  "partner": { "naam": "Proefpartner", "kerntaken": ["beheerder", "beheerder"] },
  "reikwijdte": "regionaal",
    "regios": ["VR17", "VR99"],
  "fase": "verkenning",
  "samenwerkingen": [{ "kerntaak": "beheerder" }]
}
"""
"""An agreement with a core task that stands twice, a region that does not exist, and a line that stands in too far."""
ID, TASK, REGION = types.Position(2, 10), types.Position(3, 71), types.Position(5, 18)
PATIENCE = 20

pytestmark = pytest.mark.skipif(not Path(KADER).exists(), reason=f"{KADER} is not built")


def client() -> LanguageClient:
    """A client that takes registrations and refreshes, as these editors say they do."""
    made = make_test_lsp_client()

    @made.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
    def register(_: types.RegistrationParams) -> None:
        return None

    def refresh(_: None) -> None:
        return None

    for method in (
        types.WORKSPACE_DIAGNOSTIC_REFRESH,
        types.WORKSPACE_CODE_LENS_REFRESH,
        types.WORKSPACE_INLAY_HINT_REFRESH,
    ):
        made.feature(method)(refresh)

    return made


@pytest_lsp.fixture(
    params=["visual-studio-code", "neovim"],
    config=ClientServerConfig([KADER, "lsp", "--stdio"], client_factory=client),
)
async def editor(
    lsp_client: LanguageClient, request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncGenerator[None, None]:
    """An editor whose folder has the agreement, and which ends with status 0."""
    (tmp_path / "kader.toml").write_text('as-of = "2026-01-01"\nlang = "en"\n')
    (tmp_path / "a.afspraak.json").write_text(TEXT)
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            workspace_folders=[types.WorkspaceFolder(uri=tmp_path.as_uri(), name="work")],
        )
    )
    document = types.TextDocumentItem(uri(tmp_path), "json", 1, TEXT)
    lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    yield
    await lsp_client.shutdown_session()
    assert lsp_client._server is not None
    assert lsp_client._server.returncode == 0


def uri(folder: Path) -> str:
    return (folder / "a.afspraak.json").as_uri()


def about(folder: Path) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(uri(folder))


async def diagnostics(editor: LanguageClient, folder: Path) -> list[types.Diagnostic]:
    """What was found: asked for by an editor that pulls, else told of itself."""
    text_document = editor.capabilities.text_document if editor.capabilities else None
    if text_document and text_document.diagnostic:
        report = await editor.text_document_diagnostic_async(types.DocumentDiagnosticParams(about(folder)))
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return report.items
    for _ in range(PATIENCE * 100):
        if editor.diagnostics.get(uri(folder)):
            break
        await asyncio.sleep(0.01)
    return editor.diagnostics[uri(folder)]


async def test_faults_are_found_and_mended(editor: LanguageClient, tmp_path: Path) -> None:
    found = await diagnostics(editor, tmp_path)
    assert {"D109", "D110"} <= {one.code for one in found}
    assert all(one.source == "kader" for one in found)
    everything = types.Range(types.Position(0, 0), types.Position(9, 0))
    context = types.CodeActionContext(found, only=[types.CodeActionKind.QuickFix])
    actions = await editor.text_document_code_action_async(types.CodeActionParams(about(tmp_path), everything, context))
    fix = next(
        one
        for one in actions or []
        if isinstance(one, types.CodeAction) and [of.code for of in one.diagnostics or []] == ["D110"]
    )
    if fix.edit is None:
        fix = await editor.code_action_resolve_async(fix)
    assert fix.edit is not None
    assert fix.edit.document_changes or fix.edit.changes


async def test_an_author_is_helped(editor: LanguageClient, tmp_path: Path) -> None:
    hover = await editor.text_document_hover_async(types.HoverParams(about(tmp_path), REGION))
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert "Rotterdam-Rijnmond" in hover.contents.value
    completion = await editor.text_document_completion_async(types.CompletionParams(about(tmp_path), TASK))
    assert isinstance(completion, types.CompletionList)
    item = await editor.completion_item_resolve_async(completion.items[0])
    assert item.documentation is not None


async def test_an_agreement_is_renamed_and_laid_out(editor: LanguageClient, tmp_path: Path) -> None:
    renamed = await editor.text_document_rename_async(types.RenameParams(about(tmp_path), ID, "nieuw"))
    assert renamed is not None
    assert renamed.document_changes or renamed.changes
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    edits = await editor.text_document_formatting_async(types.DocumentFormattingParams(about(tmp_path), options))
    assert [edit.range.start.line for edit in edits or []] == [5]
