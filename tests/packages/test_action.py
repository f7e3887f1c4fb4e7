"""The steps of the action as a runner runs them: bash, inputs in the environment, files that GITHUB_* names."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from conftest import CLEAN, FAULTY, MENDABLE, PROGRAM, ROOT, Folder, beside, tool

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]


class Runner(Folder):
    """A runner with the program on its path, unless it is to be installed."""

    def step(self, step: dict, **inputs: str) -> tuple[int, str]:
        assert step["shell"] == "bash"
        (self.path / "runner").mkdir(exist_ok=True)
        files = {name: str(self.path / "runner" / name) for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            Path(file).touch()
        defaults = {name: str(given.get("default", "")) for name, given in ACTION["inputs"].items()}
        said = {**defaults, **inputs}
        env = {name: filled(value, said) for name, value in step.get("env", {}).items()}
        # As the runner starts it.
        run = self.run(
            "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"],
            **files, **env, RUNNER_TEMP=str(self.path / "runner"), GITHUB_ACTIONS="true",
        )
        return run.returncode, run.stdout + run.stderr

    def file(self, name: str) -> str:
        return self.read(f"runner/{name}")


def filled(value: str, inputs: dict[str, str]) -> str:
    for name, given in inputs.items():
        value = value.replace("${{ inputs.%s }}" % name, given)
    assert "${{" not in value, value
    return value


@pytest.fixture
def runner(folder: Folder) -> Runner:
    runner = Runner(folder.path)
    runner.env["PATH"] = f"{PROGRAM.parent}{os.pathsep}{runner.env['PATH']}"
    runner.write("kader.toml", "")
    return runner


def test_the_action_is_one() -> None:
    Folder(ROOT).does(beside("check-jsonschema"), "--builtin-schema", "vendor.github-actions", "action.yml")
    # No input is a part of a script.
    assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"])


def test_findings_are_annotations_and_a_summary(runner: Runner) -> None:
    runner.write("a.afspraak.json", FAULTY)
    status, told = runner.step(CHECK)
    assert status == 1
    [error] = [line for line in told.splitlines() if line.startswith("::error ")]
    assert "file=a.afspraak.json" in error and "line=6" in error and "D109" in error, told
    assert runner.file("GITHUB_OUTPUT") == "status=1\n"
    assert "D109" in runner.file("GITHUB_STEP_SUMMARY")


def test_a_clean_folder(runner: Runner) -> None:
    runner.write("a.afspraak.json", CLEAN)
    status, told = runner.step(CHECK)
    assert (status, runner.file("GITHUB_OUTPUT")) == (0, "status=0\n"), told


def test_inputs_come_through(runner: Runner) -> None:
    runner.write("map met spaties/a.afspraak.json", FAULTY)
    runner.write("b.afspraak.json", FAULTY.replace("proef-a", "proef-b"))
    inputs = {
        "paths": "map met spaties\n",
        "lang": "nl",
        "fail-on": "never",
        "sarif": "uit.sarif",
        "junit": "uit.xml",
        "args": "--ignore=L\n--no-deviations\n",
    }
    status, told = runner.step(CHECK, **inputs)
    assert status == 0, told
    [run] = json.loads(runner.read("uit.sarif"))["runs"]
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert uris == {"map%20met%20spaties/a.afspraak.json"}
    assert "<testcase" in runner.read("uit.xml")
    assert "::error " in told and "b.afspraak.json" not in told


@pytest.mark.parametrize("hostile", ["$(touch made)", "`touch made`", "; touch made #", "--fix", "-x\ny"])
def test_an_input_is_never_a_command_or_an_option(runner: Runner, hostile: str) -> None:
    runner.write("a.afspraak.json", MENDABLE)
    before = runner.read("a.afspraak.json")
    status, _ = runner.step(CHECK, paths=hostile, lang=hostile)
    assert status == 2
    assert not (runner.path / "made").exists() and runner.read("a.afspraak.json") == before


def test_a_program_that_is_there_is_used(runner: Runner) -> None:
    status, told = runner.step(INSTALL, version="0.0.0-none")
    assert (status, runner.file("GITHUB_PATH")) == (0, ""), told


def test_it_is_installed_from_the_wheel(folder: Folder, wheels: Path) -> None:
    runner = Runner(folder.path)
    tool("python3")
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    runner.env.update(offline)
    status, told = runner.step(INSTALL)
    assert status == 0, told
    [path] = runner.file("GITHUB_PATH").splitlines()
    assert runner.does(Path(path) / "kader", "--version").startswith("kader ")
