"""Every format of the reports, judged by others: schemas, validators, and readers written from what the runners of pipelines do.

Judged are the goldens under `fixtures/reports`, and what the program writes of agreements that are full of commands and markup.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import hostile
import logs
from conftest import PROGRAM, ROOT, Folder
from judges import SCHEMAS, Judges, by_schema, by_xsd

GOLDENS = ROOT / "fixtures/reports"
FORMATS = "full concise json jsonl sarif github gitlab junit azure rdjson checkstyle markdown html".split()
# What each command writes beside a check.
OTHERS = {
    "assess": ["full", "json", "markdown", "html"],
    "overview": ["full", "json", "csv", "markdown", "html"],
    "deviations": ["full", "json", "markdown"],
}
WORKSPACES = ["fixtures/workspaces/land", "fixtures/workspaces/afwijkingen", "fixtures/workspaces/tweede-kader"]


@pytest.fixture(scope="session")
def judges() -> Judges:
    return Judges.install()


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders that are reported: one that is hostile, one of each level of a finding, some that are whole, and one that is empty."""
    made = tmp_path_factory.mktemp("places")
    (made / "empty").mkdir()
    return {
        "hostile": hostile.write(made / "hostile"),
        "project": GOLDENS / "project",
        "empty": made / "empty",
        "cases": Path(shutil.copytree(ROOT / "fixtures/cases", made / "cases")),
        **{Path(name).name: ROOT / name for name in WORKSPACES},
    }


@pytest.fixture(scope="session")
def written(places: dict[str, Path], tmp_path_factory: pytest.TempPathFactory):
    """What a command writes of a folder in a format, and the file in which that is kept."""
    kept = tmp_path_factory.mktemp("written")

    @cache
    def write(place: str, format: str, lang: str = "en", command: str = "check", more: tuple[str, ...] = ()) -> Path:
        folder = Folder(places[place])
        run = folder.raw(PROGRAM, command, "--format", format, "--lang", lang, *more)
        assert run.returncode in (0, 1, 2) and b"panicked" not in run.stderr, run.stderr
        out = kept / f"{place}-{command}-{lang}-{len(more)}.{format}"
        out.write_bytes(run.stdout)
        return out

    return write


def all_of(written, format: str, command: str = "check") -> list[Path]:
    """A format's report of every folder in both languages."""
    names = ["hostile", "project", "cases", *(Path(name).name for name in WORKSPACES), "empty"]
    return [written(place, format, lang, command) for place in names for lang in ("nl", "en")]


def goldens(format: str) -> list[Path]:
    return sorted(GOLDENS.glob(f"{format}.*.*"))


def test_sarif_keeps_to_the_published_schema(judges: Judges, written) -> None:
    files = [*goldens("sarif"), *all_of(written, "sarif")]
    files += [written("hostile", "sarif", "nl", "check", ("--sarif-suppressions", "--no-deviations"))]
    for schema in judges.sarif_schemas:
        by_schema(schema, files)


def test_sarif_is_valid_to_its_own_tool(judges: Judges, written, tmp_path: Path) -> None:
    results = judges.sarif([*goldens("sarif"), *all_of(written, "sarif")], tmp_path)
    assert [result for result in results if result[0] == "error"] == []
    # The tool has no site of its own yet, and a finding about a whole file has no region.
    assert {rule for _, rule, _ in results} <= {"SARIF2005", "SARIF2017"}, results


def test_a_fault_in_sarif_is_seen(judges: Judges, tmp_path: Path) -> None:
    log = json.loads((GOLDENS / "sarif.en.sarif").read_text(encoding="utf-8"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    wrong = tmp_path / "wrong.sarif"
    wrong.write_text(json.dumps(log))
    for schema in judges.sarif_schemas:
        with pytest.raises(AssertionError, match="fatal"):
            by_schema(schema, [wrong])
    log["runs"][0]["results"][0]["level"] = "error"
    log["runs"][0]["results"][0]["ruleIndex"] = 99
    wrong.write_text(json.dumps(log))
    assert any(level == "error" for level, _, _ in judges.sarif([wrong], tmp_path))


@pytest.mark.parametrize("format", ["gitlab", "rdjson"])
def test_what_readers_document_is_kept_to(written, format: str) -> None:
    by_schema(SCHEMAS / f"{format}.schema.json", [*goldens(format), *all_of(written, format)])


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_our_own_schema_is_kept_to(written, format: str) -> None:
    files = all_of(written, format)
    if format == "json":
        by_schema(ROOT / "schemas/findings.schema.json", files)
    for file in files:
        lines = file.read_text(encoding="utf-8")
        assert [json.loads(line) for line in lines.split("\n")[:-1]] if format == "jsonl" else json.loads(lines)


@pytest.mark.parametrize("command", OTHERS)
def test_the_schemas_of_other_commands_are_kept_to(written, command: str) -> None:
    by_schema(ROOT / f"schemas/{command}.schema.json", all_of(written, "json", command))


@pytest.mark.parametrize("format", ["junit", "checkstyle"])
def test_xml_keeps_to_its_schema(written, format: str) -> None:
    by_xsd(f"{format}.xsd", [*goldens(format), *all_of(written, format)])


def test_a_fault_in_xml_is_seen(tmp_path: Path) -> None:
    for name, text in [("a", '<testsuites name="x"/>'), ("b", "<a>&#27;</a>"), ("c", '<testsuites tests="\x07"/>')]:
        (tmp_path / name).write_text(text)
        with pytest.raises(AssertionError):
            by_xsd("junit.xsd", [tmp_path / name])


def test_pages_are_valid_html(judges: Judges, written) -> None:
    files = [file for command in ("check", "assess", "overview") for file in all_of(written, "html", command)]
    assert judges.html(files) == []


def test_a_fault_in_a_page_is_seen(judges: Judges, tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>x</title><p id=a><div id=a></p>\ufffe")
    assert len(judges.html([page])) >= 3


def findings(written, place: str, lang: str) -> list[tuple[str, dict]]:
    report = json.loads(written(place, "json", lang).read_text(encoding="utf-8"))
    return [(document["path"], finding) for document in report["documents"] for finding in document["findings"]]


def shown(text: str) -> str:
    """A text with visible escapes, on one line, apart from the program's own function for that."""
    hidden = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
    return hidden.sub(lambda found: "\\u{%X}" % ord(found.group()), text.strip().replace("\n", " "))


def advice(finding: dict) -> str:
    return ". ".join(shown(finding[part]) for part in ("message", "help") if finding[part])


def unbroken(text: str) -> str:
    """A text as it was before what a log would act on in it was broken."""
    return text.replace("#\\u0023", "##")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("place", ["hostile", "project", "land"])
def test_azure_reads_what_was_found(written, place: str, lang: str) -> None:
    lines = written(place, "azure", lang).read_text(encoding="utf-8").splitlines()
    read = [logs.azure(line) for line in lines]
    assert all(command and command.name == "task.logissue" for command in read)
    assert all(line.startswith("##vso[task.logissue ") for line in lines)
    told = Counter()
    for command in read:
        of = command.properties
        data = re.sub(r"^\([a-z]+\) ", "", command.data) if of["type"] == "warning" else command.data
        if "code" in of:
            told[of["sourcepath"], of["code"], of.get("linenumber"), of.get("columnnumber"), unbroken(data)] += 1
    expected = Counter()
    for path, finding in findings(written, place, lang):
        start = (finding["range"] or {}).get("start")
        line, column = (str(start["line"]), str(start["column"])) if start else (None, None)
        expected[shown_path(path), finding["code"], line, column, advice(finding)] += 1
    assert unbroken_paths(told) == expected


def shown_path(path: str) -> str:
    return re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", lambda found: "\\u{%X}" % ord(found.group()), path)


def unbroken_paths(told: Counter) -> Counter:
    return Counter({(unbroken(path), *rest): count for (path, *rest), count in told.items()})


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("place", ["hostile", "project", "land"])
def test_github_reads_what_was_found(written, place: str, lang: str) -> None:
    """Of each level the first ten; each of them is a finding, in its place and with its words."""
    lines = written(place, "github", lang).read_text(encoding="utf-8").splitlines()
    read = [logs.github(line) for line in lines]
    assert all(read) and all(line.startswith(f"::{command.name} ") for line, command in zip(lines, read))
    expected = Counter()
    for path, finding in findings(written, place, lang):
        level = {"error": "error", "warning": "warning"}.get(finding["severity"], "notice")
        start = (finding["range"] or {}).get("start", {})
        line = str(start["line"]) if start else None
        expected[level, shown_path(path), line, finding["code"], advice(finding)] += 1
    counts = Counter()
    for command in read:
        of = command.properties
        if of["title"] == "kader":
            continue
        code = of["title"].split(":")[0]
        found = (command.name, unbroken(of["file"]), of.get("line"), code, unbroken(command.data))
        assert expected[found] > 0, found
        expected[found] -= 1
        counts[command.name] += 1
    assert counts and all(count <= 10 for count in counts.values())


CASES = [("check", format) for format in FORMATS] + [(command, format) for command, all in OTHERS.items() for format in all]


@pytest.mark.parametrize(("command", "format"), CASES)
def test_no_text_of_a_document_is_a_command_to_a_log(written, command: str, format: str) -> None:
    for lang in ("nl", "en"):
        acted_on = logs.commands(written("hostile", format, lang, command).read_bytes())
        own = {"github": ("::error ", "::warning ", "::notice "), "azure": ("##vso[task.logissue ",)}.get(format, ())
        assert [line for line in acted_on if not (own and line.startswith(own))] == []
