"""A folder of agreements full of what readers of reports take for something else: commands, markup, ends of lines, what no text may hold.

`python hostile.py FOLDER` writes it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

# What a text may say to do harm: to a log, to XML, to HTML, to Markdown, to a terminal, to a spreadsheet.
TEXTS = [
    "::error file=x::y",
    "::stop-commands::abc",
    "  ::add-mask::e",
    "##[error]z",
    "##[stop-commands]abc",
    "##vso[task.complete result=Succeeded;]klaar",
    "a ##vso[task.setvariable variable=A;]b",
    "#####vso[task.complete result=Failed]",
    "50%25%0A%0D%3A%AZP25%AZP250A",
    "\r\n::error::regel\n##vso[task.complete result=Failed;]\r::warning::x",
    "]]><![CDATA[<script>alert('1')</script>&amp;&#27;\"'",
    "</code></p></script><img src=x onerror=alert(1)>--><!--",
    "`tik` | [x](javascript:alert(1)) ![y](http://voorbeeld.nl/z) <b> # kop\n\n# kop",
    "{0} {{1}} [a](1) \\ %s",
    "\u0000\u0001\u0007\u001b[31m\u007f\u0085\u009b",
    "\u2028\u2029\u202e\u2066\ufeff\u200b",
    "\ufffe\uffff\ufdd0\ufdef\U0001fffe\U0001ffff\U0010ffff\ufffd",
    "=cmd|' /C calc'!A0",
    "é🚒漢e\u0301",
]

# Names of files that a report must not take for a property, a command, markup or a line's end.
NAMES = [
    "::error::x,y=z;]%0A.afspraak.json",
    " ::stop-commands::abc.afspraak.json",
    "##vso[task.complete result=Succeeded;]klaar.afspraak.json",
    "##[error]z.afspraak.json",
    "a&b <c> 'd' \"e\".afspraak.json",
    "regel\n::error::x\r.afspraak.json",
    "\u202e\ufffe🚒.afspraak.json",
    "map #1, 50% [a;b]/?x=1&y#z.afspraak.json",
    "http:/x.afspraak.json",
]

# What is no agreement at all.
BROKEN = {
    "leeg.afspraak.json": b"",
    "haak.afspraak.json": b"[",
    "diep.afspraak.json": b"[" * 300,
    "regels.afspraak.json": b'{"kader"\r: \'x\',\r::error::y\n##vso[task.complete result=Failed;]\r\n##[error]z\n"a": "\x1b[31m\x00"\n',
    "bytes.afspraak.json": b'{"kader": "\xff\xfe"}',
    "nul.afspraak.json": b"\x00\x00\x00{",
    "halve.afspraak.json": b'{"kader": "netcentrische-samenwerking-2017", "id": "\\ud800", "\\udc00": "\\ud83d"}',
    "merk.afspraak.json": b"\xef\xbb\xbf{}",
}


def agreement(number: int, text: str) -> dict:
    """An agreement with a text wherever a text can stand."""
    return {
        "kader": "netcentrische-samenwerking-2017",
        "id": f"a{number}" if number % 2 else text,
        "titel": text,
        "partner": {"naam": text, "onderdeelVan": text, "kerntaken": ["beheerder", text], text: text},
        "reikwijdte": text if number % 3 else "regionaal",
        "regios": ["VR17", text],
        "fase": "verkenning",
        "aanvullingOp": text,
        "vervangt": [text],
        text: {text: [text, {text: None}]},
        "samenwerkingen": [
            {
                "kerntaak": "beheerder",
                "profiel": "structurele-samenwerking" if number % 2 else text,
                "taakomschrijving": text,
                "randvoorwaarden": {"organisatie": {"kerntaken": {"status": text, "toelichting": text}, text: {"status": "geregeld"}}},
                "aanspreekpunten": [{"rol": text, "naam": text, "email": text, "telefoon": text}],
            }
        ],
        "ondertekenaars": [{"partij": text, "naam": text, "functie": text, "datum": text}],
        "toetsing": {"advies": {"datum": text, "uitkomst": text}},
        "evaluatie": {"volgende": text},
        "afwijkingen": [
            {"regel": "D103", "pad": "", "reden": text, "goedgekeurdDoor": text, "tot": "2030-01-01"},
            {"regel": text, "pad": text, "reden": text},
        ],
    }


def write(folder: Path) -> Path:
    """Writes all of them, each text in an agreement of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kader.toml").write_text("")
    files = {f"{number}.afspraak.json": agreement(number, text) for number, text in enumerate(TEXTS)}
    files |= {name: agreement(100 + number, "VR99") for number, name in enumerate(NAMES)}
    for name, document in files.items():
        put(folder / name, json.dumps(document, indent=2, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    for name, raw in BROKEN.items():
        put(folder / name, raw)
    put(Path(os.fsdecode(os.fsencode(folder) + b"/haven-\xff.afspraak.json")), b"{}")
    return folder


def put(file: Path, raw: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
