"""Editors that run here, each with the files and by the README that it is given, in front of the real server.

They show what the command line says, of the same text: what is found and where, what mends it, how it is laid out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from machines import ALL, VIM, Editor
from scenario import HOVERED, MEMBER, PHASES, PROGRAM, TAKEN, TEXT, WRITTEN, Scenario

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason=f"{PROGRAM} is not built")

SEVERITIES = {
    "ERROR": "error", "WARN": "warning", "INFO": "info", "HINT": "hint",
    "eglot-error": "error", "eglot-warning": "warning", "eglot-note": "info",
    ":error": "error", ":warning": "warning", ":note": "info",
    "E": "error", "W": "warning",
}  # fmt: skip
"""What the editors call the severities; those that know three call hints what they call information."""


def places(findings: list[dict], column: Callable[[dict], int] = lambda place: place["column"]) -> list[tuple]:
    """What is found and where, in the order of the text."""
    told = [
        (found["start"]["line"], column(found["start"]), found["end"]["line"], column(found["end"]), found["code"])
        for found in ({**one, **one.get("range", {})} for one in findings)
    ]
    return sorted(told)


def units(text: str, encoding: str = "utf-16-le", size: int = 2) -> Callable[[dict], int]:
    """A column as an encoding with units of a size counts it."""
    lines = text.split("\n")
    return lambda place: len(lines[place["line"] - 1][: place["column"] - 1].encode(encoding)) // size + 1


def plain(text: str) -> str:
    """Words alone, for editors show marks of emphasis in their own ways, or not at all."""
    return re.sub(r"[`*_\s]+", " ", text)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture(params=["\n", "\r\n"], ids=["LF", "CRLF"])
def newline(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("editor", ALL, ids=lambda editor: editor.name)
def test_an_author_is_helped(editor: Editor, lang: str, newline: str, tmp_path: Path, home: Path) -> None:
    if reason := editor.missing():
        pytest.skip(reason)
    folder = tmp_path / "afspraken"
    folder.mkdir()
    scenario = Scenario(folder, lang, TEXT, newline)
    seen = editor.drive(scenario, home)

    assert seen["language"] == "json"
    check(scenario, editor, TEXT, seen["found"])
    rule = next(found for found in scenario.findings(TEXT) if found["code"] == HOVERED)
    for part in (rule["message"], rule["help"]):
        assert plain(part) in plain(seen["hover"])

    mended = scenario.mended(TEXT)
    assert mended != TEXT and seen["mended"] == mended
    check(scenario, editor, mended, seen["left"])
    fixed = mended
    # ALE asks for fixes of a place, not of the whole.
    if editor is not VIM:
        fixed = scenario.fixed(mended)
        assert fixed != mended and seen["fixed"] == fixed

    offered = [item.strip('"') for item in seen["completion"]]
    assert TAKEN in offered and set(offered) <= set(PHASES)
    completed = fixed.replace(PHASES[0], TAKEN)
    assert seen["completed"] == completed

    assert [item.strip('"').partition('"')[0] for item in seen["members"]] == [MEMBER]
    grown = seen["grown"]
    assert json.loads(grown) == {**json.loads(completed), **WRITTEN}

    laid_out = scenario.laid_out(grown)
    assert laid_out != scenario.encoded(grown)
    assert scenario.file.read_bytes() == laid_out


def check(scenario: Scenario, editor: Editor, text: str, shown: list[dict]) -> None:
    """What is shown is what a check finds."""
    found = scenario.findings(text)
    # Vim counts bytes.
    column = units(text, "utf-8", 1) if editor is VIM else lambda place: place["column"]
    assert places(shown) == places(found, column)
    severities = {one["code"]: SEVERITIES[one["severity"]] for one in shown}
    assert severities == {one["code"]: one["severity"] for one in found}
    messages = {one["code"]: one["message"] for one in shown}
    assert all(one["message"] in messages[one["code"]] for one in found)
