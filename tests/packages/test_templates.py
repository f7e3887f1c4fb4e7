"""The templates of other systems: their form by the schemas of these systems, their commands by running them."""

from __future__ import annotations

import json
import os
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import yaml

from conftest import CLEAN, FAULTY, PROGRAM, QUICK, ROOT, Folder, beside, copied

GITLAB = "templates/kader.yml"
AZURE = "templates/azure-pipelines.yml"


def parsed(name: str) -> dict:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.gitlab-ci", [GITLAB, "src/cli/commands/init/gitlab.yaml"]),
        ("vendor.azure-pipelines", [AZURE, "src/cli/commands/init/azure.yaml"]),
        ("vendor.github-workflows", ["src/cli/commands/init/github.yaml"]),
    ],
)
def test_their_form(schema: str, files: list[str]) -> None:
    # Some patterns of these schemas are Python's, not JavaScript's.
    Folder(ROOT).does(beside("check-jsonschema"), "--regex-variant", "python", "--builtin-schema", schema, *files)


@pytest.fixture
def machine(folder: Folder) -> Folder:
    folder.env["PATH"] = f"{PROGRAM.parent}{os.pathsep}{folder.env['PATH']}"
    folder.write("kader.toml", "")
    return folder


def test_the_commands_of_gitlab(machine: Folder) -> None:
    job = parsed(GITLAB)["kader"]
    machine.write("stukken/a.afspraak.json", FAULTY)
    machine.write("b.afspraak.json", FAULTY.replace("proef-a", "proef-b").replace("Proefpartner", "Andere partner"))
    variables = {**job["variables"], "KADER_PATHS": "stukken", "KADER_OPTIONS": "--lang nl"}
    statuses = [machine.run("bash", "-c", line, **variables).returncode for line in job["script"]]
    assert statuses == [0, 1]
    reports = job["artifacts"]["reports"]
    [issue] = json.loads(machine.read(reports["codequality"]))
    assert issue["location"]["path"] == "stukken/a.afspraak.json" and job["artifacts"]["when"] == "always"
    suite = ElementTree.fromstring(machine.read(reports["junit"]))
    assert len(list(suite.iter("testcase"))) == 1


def commands(pipeline: dict) -> list[str]:
    return [step["script"] for step in pipeline["steps"] if "script" in step]


@pytest.mark.parametrize("name", [AZURE, "src/cli/commands/init/azure.yaml"])
def test_the_commands_of_azure(machine: Folder, wheels: Path, name: str) -> None:
    machine.write("a.afspraak.json", FAULTY)
    install, check = commands(parsed(name))
    machine.does("python3", "-m", "venv", "venv")
    python = machine.path / "venv/bin"
    env = {"PATH": f"{python}{os.pathsep}{machine.env['PATH']}", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    machine.does("bash", "-c", install, **env)
    run = machine.run("bash", "-c", check, **env)
    assert run.returncode == 1 and "##vso[task.logissue type=error;" in run.stdout, run.stdout + run.stderr
    if "kader.xml" in check:
        ElementTree.fromstring(machine.read("kader.xml"))


@pytest.mark.parametrize("name", ["gitlab", "github"])
def test_the_commands_of_what_init_writes(machine: Folder, wheels: Path, name: str) -> None:
    pipeline = parsed(f"src/cli/commands/init/{name}.yaml")
    if name == "gitlab":
        lines = pipeline["kader"]["script"]
    else:
        lines = [step["run"] for step in pipeline["jobs"]["check"]["steps"] if "run" in step]
    machine.write("a.afspraak.json", CLEAN)
    machine.does("python3", "-m", "venv", "venv")
    python = machine.path / "venv/bin"
    env = {"PATH": f"{python}{os.pathsep}{machine.env['PATH']}", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    # A machine of that system has pipx; here pip does the same.
    for line in lines:
        machine.does("bash", "-c", line.replace("pipx install", "pip install --quiet"), **env)


def instructions(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.compiles
def test_the_commands_of_the_dockerfile(machine: Folder) -> None:
    """Each RUN is run over a copy of what COPY takes, and the image's own command beside the program that comes of it."""
    lines = instructions("Dockerfile")
    assert [line.split()[0] for line in lines].count("FROM") == 2
    source = copied(machine.path / "source")
    for name in instructions(".dockerignore"):
        shutil.rmtree(source / name, ignore_errors=True)
    runs = [line.removeprefix("RUN ") for line in lines if line.startswith("RUN ")]
    assert runs == ["cargo build --release --locked --bin kader"]
    env = {**QUICK, "CARGO_TARGET_DIR": str(PROGRAM.parents[1] / "hooks")}
    for line in runs:
        Folder(source).does("bash", "-c", line, **env)
    built = Path(env["CARGO_TARGET_DIR"]) / "release/kader"
    [entry] = [json.loads(line.removeprefix("ENTRYPOINT ")) for line in lines if line.startswith("ENTRYPOINT ")]
    [arguments] = [json.loads(line.removeprefix("CMD ")) for line in lines if line.startswith("CMD ")]
    assert entry == ["kader"]
    work = Folder(machine.path / "work")
    # A project of its own: the source beside it has agreements, too.
    work.write("kader.toml", "")
    work.write("a.afspraak.json", CLEAN)
    work.does(built, *arguments)
