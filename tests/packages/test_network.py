"""That the program needs no network and asks for none: no socket of the internet families, and the same without any interface.

What the pages ask for, in a browser: tests/browser.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CLEAN, FAULTY, MENDABLE, PROGRAM, Folder, apart, tool
from test_formats import FORMATS

INTERNET = re.compile(r"AF_INET6?\b")


class Traced:
    """A folder in which commands run while somebody writes down what they ask of the network."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.log = folder.path.with_name(f"{folder.path.name}.log")
        self.strace = [tool("strace"), "-f", "-qq", "-e", "trace=%network", "-o", self.log]
        if folder.run(*self.strace, "true").returncode != 0:
            pytest.skip("strace may not look at programs here")

    def asked(self, *command: str | Path) -> list[str]:
        """What a command asked for of the internet."""
        ran = self.folder.run(*self.strace, *command)
        assert ran.returncode in (0, 1), (command, ran.stderr)
        return self.seen()

    def seen(self) -> list[str]:
        return [line for line in self.log.read_text().splitlines() if INTERNET.search(line)]


@pytest.fixture
def agreements(folder: Folder) -> Folder:
    folder.git().write("kader.toml", "")
    (folder.path / "map").mkdir()
    folder.write("a.afspraak.json", CLEAN)
    folder.does("git", "add", "--all")
    folder.does("git", "commit", "--quiet", "--message", "a")
    evidence = '"bewijs": "https://voorbeeld.nl/a"'
    folder.write("a.afspraak.json", FAULTY.replace('"fase"', f'"x-bron": {{ {evidence} }},\n  "fase"'))
    folder.write("b.afspraak.json", MENDABLE.replace("proef-a", "proef-b").replace("Proefpartner", "Andere partner"))
    return folder


def test_a_socket_would_be_seen(agreements: Folder) -> None:
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    assert Traced(agreements).asked(sys.executable, "-c", code) != []


COMMANDS = [
    *(["check", "--format", format] for format in FORMATS),
    ["check", "--fix", "--unsafe-fixes", "--diff"],
    ["check", "--fix"],
    ["check", "--output", "html=uit.html", "--output", "sarif=uit.sarif"],
    ["fmt"],
    ["assess", "--format", "html"],
    ["overview", "--format", "html"],
    ["deviations"],
    ["diff", "HEAD:a.afspraak.json", "a.afspraak.json"],
    ["deviate", "P201", "--path", "/samenwerkingen/0", "--reason", "r", "a.afspraak.json"],
    ["new", "--partner", "P", "--core-task", "beheerder", "--profile", "koppelsamenwerking", "--regions", "VR17,VR18,VR19", "--adoption-region", "VR17"],
    ["init", "--pre-commit", "--pipeline", "github", "map"],
    ["explain", "R301"],
    ["rules", "--format", "json"],
    ["schema"],
    ["policy", "test"],
    ["config", "show"],
    ["completions", "bash"],
    ["man"],
    ["--version"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_opens_a_socket_of_the_internet(agreements: Folder, arguments: list[str]) -> None:
    assert Traced(agreements).asked(PROGRAM, *arguments) == []


def session(folder: Folder, *command: str | Path) -> dict[int, dict]:
    """An editor that opens an agreement with a link in it, asks for what the server knows of it, and leaves. Gives the answers."""
    uri = (folder.path / "a.afspraak.json").as_uri()
    text = {"uri": uri, "languageId": "json", "version": 1, "text": folder.read("a.afspraak.json")}
    options = {"asOf": "2026-01-01", "lang": "en", "documentationUrl": "https://voorbeeld.nl/regels"}
    root = [{"uri": folder.path.as_uri(), "name": "a"}]
    begin = {"processId": None, "capabilities": {}, "workspaceFolders": root, "initializationOptions": options}
    where = {"textDocument": {"uri": uri}, "position": {"line": 5, "character": 14}, "options": {"tabSize": 2, "insertSpaces": True}}
    parts = [str(part) for part in command]
    with subprocess.Popen(parts, cwd=folder.path, env=folder.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        answers = {}

        def say(method: str, params: object, number: int | None = None) -> None:
            message = {"jsonrpc": "2.0", "method": method, "params": params, **({} if number is None else {"id": number})}
            body = json.dumps(message).encode()
            server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            server.stdin.flush()
            while number is not None and number not in answers:
                told = read(server.stdout)
                if "method" not in told:
                    answers[told["id"]] = told

        say("initialize", begin, 1)
        say("initialized", {})
        say("textDocument/didOpen", {"textDocument": text})
        for number, name in enumerate(ASKED, 2):
            say(f"textDocument/{name}", where, number)
        say("workspace/executeCommand", {"command": "kader.overview", "arguments": [{}]}, 90)
        say("shutdown", None, 99)
        say("exit", None)
        assert server.wait(60) == 0
    return answers


ASKED = ["hover", "completion", "documentLink", "documentSymbol", "codeLens", "foldingRange", "formatting"]


def read(stream) -> dict:
    """The next message of a server."""
    length = 0
    while (line := stream.readline().strip()) != b"":
        name, _, value = line.partition(b":")
        length = int(value) if name == b"Content-Length" else length
    return json.loads(stream.read(length))


def test_the_server_opens_no_socket_of_the_internet(agreements: Folder) -> None:
    traced = Traced(agreements)
    assert len(session(agreements, *traced.strace, PROGRAM, "lsp", "--stdio")) == len(ASKED) + 3
    assert traced.seen() == []


def test_without_an_interface_all_is_the_same(agreements: Folder) -> None:
    probe = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    lost = subprocess.run([*apart(), sys.executable, "-c", probe], capture_output=True, text=True)
    assert "Network is unreachable" in lost.stderr, "it would be seen"
    for command in (["check", "--format", "json"], ["overview", "--format", "html"], ["diff", "HEAD:a.afspraak.json", "a.afspraak.json"]):
        alone, beside = (agreements.raw(*ahead, PROGRAM, *command) for ahead in (apart(), []))
        assert (alone.returncode, alone.stdout) == (beside.returncode, beside.stdout) and alone.stdout
    told = session(agreements, *apart(), PROGRAM, "lsp")
    assert all("error" not in answer for answer in told.values()) and told == session(agreements, PROGRAM, "lsp")
