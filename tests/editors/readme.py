"""What a README asks its reader to do, done."""

from __future__ import annotations

import re
import subprocess
import textwrap
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EDITORS = ROOT / "editors"
BLOCK = re.compile(r"^(?P<indent> *)```(?P<language>\w+)\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`(~/[^`]+)`")


@dataclass(frozen=True)
class Step:
    """Commands to run, or lines for a file of the reader's."""

    text: str
    file: str | None
    section: str
    """The heading above."""


def steps(editor: str) -> list[Step]:
    """All commands, and the blocks of which the sentence before names a file last."""
    page = (EDITORS / editor / "README.md").read_text(encoding="utf-8")
    found = []
    for block in BLOCK.finditer(page):
        text = textwrap.dedent(block["text"])
        section = page[: block.start()].rpartition("\n## ")[2].partition("\n")[0]
        sentence = page[: block.start()].rstrip().rpartition("\n\n")[2]
        files = FILE.findall(sentence)
        if block["language"] == "sh":
            found.append(Step(text, None, section))
        elif files and sentence.endswith(":"):
            found.append(Step(text, files[-1], section))
    return found


def follow(editor: str, environment: dict[str, str], without: str | None = None, **instead: str) -> None:
    """Does all of it but one section in the home folder of `environment`, with some words `instead` of others."""
    for step in (step for step in steps(editor) if step.section != without):
        if step.file is None:
            subprocess.run(["sh", "-euc", step.text], cwd=EDITORS / editor, env=environment, check=True, timeout=60)
            continue
        text = step.text
        for word, other in instead.items():
            text = re.sub(rf"\b{word.replace('_', '-')}\b", other, text)
        file = Path(environment["HOME"], step.file.removeprefix("~/"))
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as written:
            written.write(text)
