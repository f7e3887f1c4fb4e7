"""Kate without a screen: that it starts the server for agreements, by the files and the steps of its README.

What it draws nobody can ask of it. What it says to the server, and is told, is written down between the two.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from machines import environment
from readme import follow
from scenario import PATIENCE, PROGRAM, TEXT, Scenario
from test_driven import places, units

RECORDER = Path(__file__).with_name("recorder.py")


def said(record: Path) -> list[dict]:
    return [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()] if record.exists() else []


def published(record: Path) -> list[dict]:
    """What is found in the document once Kate has opened it."""
    lines = iter(said(record))
    if not any(line["said"].get("method") == "textDocument/didOpen" for line in lines):
        return []
    told = [line["said"] for line in lines if line["said"].get("method") == "textDocument/publishDiagnostics"]
    return told[-1]["params"]["diagnostics"] if told else []


def params(record: Path, method: str) -> list[dict]:
    return [one["said"]["params"] for one in said(record) if one["said"].get("method") == method]


@pytest.mark.skipif(not PROGRAM.exists(), reason=f"{PROGRAM} is not built")
def test_kate_starts_the_server_for_agreements(tmp_path: Path) -> None:
    kate, session = shutil.which("kate"), shutil.which("dbus-run-session")
    if not kate or not session:
        pytest.skip("Kate is not here: packages kate and dbus-daemon")
    scenario = Scenario(tmp_path, "en", TEXT, "\n")
    scenario.begin()
    other = tmp_path / "package.json"
    other.write_text("{}\n")

    home, record, programs = tmp_path / "home", tmp_path / "record.jsonl", tmp_path / "bin"
    programs.mkdir()
    recorder = programs / "kader"
    recorder.write_text(f"#!{sys.executable}\n{RECORDER.read_text(encoding='utf-8')}")
    recorder.chmod(0o755)
    home.mkdir()
    env = environment(home)
    follow("kate", env)
    # The question whether the server may be started has been answered.
    (home / ".config/katerc").write_text(f"[lspclient]\nAllowedServerCommandLines={recorder} lsp\n")

    env |= {"PATH": f"{programs}{os.pathsep}{env['PATH']}", "QT_QPA_PLATFORM": "offscreen", "RECORD": str(record)}
    env |= {"RECORDED": str(PROGRAM), "KADER_LANG": "en"}
    log = (tmp_path / "kate.log").open("w")
    command = [session, "--", kate, "-n", str(other), str(scenario.file)]
    with subprocess.Popen(command, env=env, cwd=tmp_path, stdout=log, stderr=log, start_new_session=True) as process:
        try:
            deadline = time.monotonic() + PATIENCE
            while not (told := published(record)):
                assert time.monotonic() < deadline, said(record)
                time.sleep(0.05)
        finally:
            os.killpg(process.pid, signal.SIGTERM)

    [opened] = [one["textDocument"] for one in params(record, "textDocument/didOpen")]
    assert opened["uri"] == scenario.file.as_uri() and opened["languageId"] == "afspraak"
    at = [{"code": one["code"], **{end: place(one["range"][end]) for end in ("start", "end")}} for one in told]
    assert places(at) == places(scenario.findings(TEXT), units(TEXT))


def place(position: dict) -> dict:
    return {"line": position["line"] + 1, "column": position["character"] + 1}
