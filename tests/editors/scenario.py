"""An agreement with known faults, what an author does with it, and what the command line says of each state of it."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("KADER", ROOT / "target/debug/kader")).resolve()
NAME = "proef.afspraak.json"
PATIENCE = 60

TEXT = """{
  "kader": "netcentrische-samenwerking-2017",
  "id": "proef-a",
  "partner": { "naam": "Proef 🚒 é", "kerntaken": ["beheerder", "beheerder"] },
  "reikwijdte": "regionaal",
    "regios": ["VR17", "VR99"],
  "fase": "verkenning",
  "samenwerkingen": [{ "kerntaak": "beheerder", "taakomschrijving": "🌊 hoog water" }],}
"""
"""A core task that stands twice and a comma too many, both behind an emoji; a region that does not exist; a line that
stands in too far."""
PHASES = ["verkenning", "uitwerking", "uitvoering"]


@dataclass(frozen=True)
class Place:
    """A text that stands once in the document, and how many characters of it stand before the cursor."""

    text: str
    before: int

    def written(self) -> dict[str, str | int]:
        return {"text": self.text, "before": self.before}


ALL = "source.fixAll.kader"
"""The kind of the action that makes all safe fixes."""
HOVER, HOVERED = Place('"VR99"', 2), "D109"
COMMA, MENDED = Place("],}", 1), "S001"
MEMBER, BEGUN, WRITTEN = "looptijd", '"loop', {"looptijd": {"van": "", "tot": ""}}
PHASE, TYPED, TAKEN = Place("verkenning", 0), "ui", "uitwerking"


@dataclass(frozen=True)
class Scenario:
    """The agreement in a folder, judged in a language."""

    folder: Path
    lang: str
    text: str
    newline: str

    @property
    def file(self) -> Path:
        return self.folder / NAME

    def begin(self) -> None:
        """Writes the documents: a configuration that leaves the language to the editor, and the agreement."""
        (self.folder / "kader.toml").write_text('as-of = "2026-01-01"\n')
        self.write(self.text)

    def write(self, text: str) -> None:
        self.file.write_bytes(self.encoded(text))

    def encoded(self, text: str) -> bytes:
        """The bytes of a text as an editor has it, with plain line ends."""
        return text.replace("\n", self.newline).encode()

    def wishes(self, seen: Path) -> dict:
        """What the driver of an editor is to do."""
        [fix] = next(found for found in self.findings(self.text) if found["code"] == MENDED)["fixes"]
        return {
            "file": str(self.file),
            "seen": str(seen),
            "patience": PATIENCE,
            "hover": HOVER.written(),
            "mend": {**COMMA.written(), "code": MENDED, "title": fix["title"]},
            "all": ALL,
            "complete": {**PHASE.written(), "typed": TYPED, "take": TAKEN, "written": f'"{TAKEN}"'},
            "member": {**PHASE.written(), "text": TAKEN, "typed": BEGUN, "take": MEMBER, "written": f'"{MEMBER}": {{'},
        }

    def findings(self, text: str) -> list[dict]:
        """What a check says of a text in the file's place."""
        report = json.loads(self.run("check", "--format", "json", text=text))
        return report["documents"][0]["findings"]

    def mended(self, text: str) -> str:
        """A text with the fix of the finding that is to be mended."""
        [fix] = next(found for found in self.findings(text) if found["code"] == MENDED)["fixes"]
        mended = self.encoded(text)
        for edit in sorted(fix["edits"], key=lambda edit: -edit["range"]["start"]["offset"]):
            start, end = (edit["range"][end]["offset"] for end in ("start", "end"))
            mended = mended[:start] + edit["text"].encode() + mended[end:]
        return mended.decode().replace("\r\n", "\n")

    def fixed(self, text: str) -> str:
        """A text with all safe fixes."""
        return self.run("check", "--fix", text=text).replace("\r\n", "\n")

    def laid_out(self, text: str) -> bytes:
        """The bytes of a text that is laid out."""
        return self.run("fmt", text=text).encode()

    def run(self, *arguments: str, text: str) -> str:
        """Gives the program a text by its standard input; the name keeps it in its place."""
        command = [str(PROGRAM), *arguments, "--lang", self.lang, "--stdin-filename", str(self.file), "-"]
        done = subprocess.run(command, input=self.encoded(text), cwd=self.folder, capture_output=True, timeout=PATIENCE)
        assert done.returncode < 2, done.stderr.decode()
        return done.stdout.decode()
