"""Those who judge reports: programs and schemas that others made, or that were written from what the readers document."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import TARGET, beside, tool

HERE = Path(__file__).parent
SCHEMAS = HERE / "schemas"


class Judges:
    """The packages of `judges/package.json`, installed where nothing of the repository is."""

    def __init__(self, modules: Path) -> None:
        self.modules = modules

    @classmethod
    def install(cls) -> "Judges":
        npm = tool("npm")
        place = TARGET / "judges"
        place.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / "judges" / name, place / name)
        command = [npm, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--prefix", place]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            pytest.skip(f"the packages of tests/packages/judges cannot be had: {done.stderr.strip()}")
        return cls(place / "node_modules")

    @property
    def sarif_schemas(self) -> list[Path]:
        """The published schema of SARIF 2.1.0, as two packages have it."""
        return [
            self.modules / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
            self.modules / "@microsoft/sarif-multitool-linux/sarif-2.1.0.json",
        ]

    def sarif(self, files: list[Path], work: Path) -> list[tuple[str, str, str]]:
        """What Microsoft's validator says of logs in SARIF: level, rule and text of each result."""
        program = self.modules / "@microsoft/sarif-multitool-linux/Sarif.Multitool"
        if not program.exists():
            pytest.skip("the validator of SARIF is not there for this platform")
        program.chmod(0o755)
        out = work / "validated.sarif"
        command = [program, "validate", *files, "--output", out, "--log", "ForceOverwrite", "--level", "Error;Warning"]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=300, env={"PATH": "/usr/bin", "HOME": str(work)})
        assert out.exists() and "Analysis completed successfully" in ran.stdout, ran.stdout + ran.stderr
        [run] = json.loads(out.read_text(encoding="utf-8-sig"))["runs"]
        seen = {artifact["location"]["uri"].rsplit("/", 1)[-1] for artifact in run.get("artifacts", [])}
        assert f"{len(files)} files scanned" in ran.stdout, (ran.stdout, seen)
        return [(one.get("level", "warning"), one["ruleId"], json.dumps(one["message"])) for one in run.get("results", [])]

    def html(self, files: list[Path]) -> list[str]:
        """What the HTML checker of the W3C has against pages."""
        java = tool("java")
        jar = self.modules / "vnu-jar/build/dist/vnu.jar"
        command = [java, "-Xss8m", "-jar", jar, "--format", "json", "--exit-zero-always", *files]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
        messages = json.loads(ran.stderr)["messages"]
        # It does not work out the hashes by which a page's own style and script are let in; a browser does, in tests/browser. How a
        # document composes its letters is the document's.
        known = ("violates Content Security Policy", "not in Unicode Normalization Form C")
        told = [one for one in messages if not (one["type"] == "info" and any(text in one["message"] for text in known))]
        return [f"{one['url'].rsplit('/', 1)[-1]}:{one.get('lastLine')}: {one['message']}" for one in told]


def by_schema(schema: Path, files: list[Path]) -> None:
    """That documents in JSON keep to a schema."""
    assert files
    command = [beside("check-jsonschema"), "--regex-variant", "python", "--default-filetype", "json", "--schemafile", schema, *files]
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout[:4000] + ran.stderr


def by_xsd(name: str, files: list[Path]) -> None:
    """That documents in XML are well-formed and keep to a schema."""
    assert files
    command = [tool("xmllint"), "--noout", "--nonet", "--schema", SCHEMAS / name, *files]
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0 and ran.stderr.count(" validates") == len(files), ran.stderr[:4000]
