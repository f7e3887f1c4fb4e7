"""What the tests of hooks, pipelines and packages share.

KADER is the program (as `cargo test` built it); what else is needed and is not there makes a test skip, and say why.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("KADER", ROOT / "target/debug/kader")).resolve()
TARGET = PROGRAM.parents[1]

CLEAN = """{
  "kader": "netcentrische-samenwerking-2017",
  "id": "proef-a",
  "partner": { "naam": "Proefpartner", "kerntaken": ["beheerder"] },
  "reikwijdte": "regionaal",
  "regios": ["VR17"],
  "fase": "verkenning",
  "samenwerkingen": [{ "kerntaak": "beheerder" }]
}
"""
FAULTY = CLEAN.replace("VR17", "VR99")
# A comma too many, which a fix takes out.
MENDABLE = CLEAN.replace("}]\n", "}],\n")

# What is compiled for a test is not compiled for speed.
QUICK = {"CARGO_PROFILE_RELEASE_LTO": "off", "CARGO_PROFILE_RELEASE_OPT_LEVEL": "0", "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "16"}


def environment(folder: Path, **more: str) -> dict[str, str]:
    """An environment that knows the tools of this machine and nothing else of it."""
    kept = ("PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME", "LANG")
    known = {name: os.environ[name] for name in kept if name in os.environ}
    git = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "t",
        "GIT_AUTHOR_EMAIL": "t@example.org",
        "GIT_COMMITTER_NAME": "t",
        "GIT_COMMITTER_EMAIL": "t@example.org",
    }
    fixed = {"KADER_AS_OF": "2026-01-01", "KADER_LANG": "en", "TMPDIR": str(folder)}
    return {**known, **git, **fixed, **more}


class Folder:
    """A folder of a test's own, with files, in which commands run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.env = environment(path)

    def write(self, name: str, text: str) -> Path:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def run(self, *command: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        """Runs a command; what it writes on both streams is kept."""
        run = self.raw(*command, **env)
        told = [stream.decode("utf-8", errors="replace") for stream in (run.stdout, run.stderr)]
        return subprocess.CompletedProcess(run.args, run.returncode, *told)

    def raw(self, *command: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
        """As `run`, and what was written stays as it is, to the byte."""
        parts = [str(part) for part in command]
        return subprocess.run(parts, cwd=self.path, env={**self.env, **env}, capture_output=True, timeout=900)

    def does(self, *command: str | Path, **env: str) -> str:
        """Runs a command that must go well; gives its standard output."""
        run = self.run(*command, **env)
        assert run.returncode == 0, f"{command}\n{run.stdout}\n{run.stderr}"
        return run.stdout

    def git(self) -> "Folder":
        self.does("git", "init", "--quiet", "--initial-branch=main")
        return self


def copied(to: Path) -> Path:
    """A copy of the repository, with all that is there now."""
    names = Folder(ROOT).does("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in names:
        if name and (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)
    return to


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel, built from what `cargo test` has compiled."""
    out = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "maturin", "build", "--profile", "dev", "--locked", "--quiet", "--out", out]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "CARGO_TARGET_DIR": str(TARGET)})
    return out


@pytest.fixture(scope="session")
def index(wheels: Path) -> dict[str, str]:
    """What pip is told so that it asks no index: a folder with the wheel, and with what builds the empty package of a local hook."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--dest", wheels, "--only-binary", ":all:", "setuptools"]
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300)
    if ran.returncode != 0:
        pytest.skip(f"setuptools cannot be had: {ran.stderr.strip()}")
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}


def apart() -> list[str]:
    """What a command begins with that has no network: it sees no interface. Where that cannot be had, the test skips."""
    command = [tool("unshare"), "--map-root-user", "--net", "--"]
    if subprocess.run([*command, "true"], capture_output=True).returncode != 0:
        pytest.skip("this machine lets nobody do without a network")
    return command


def tool(name: str) -> str:
    """A program of this machine; where it is not there, the test skips."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on this machine")
    return found


def beside(name: str) -> Path:
    """A program that pip installed beside this Python."""
    return Path(sys.executable).parent / name
