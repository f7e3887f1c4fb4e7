"""How the runners of pipelines read a log, written from what they do and apart from the program.

GitHub: `ActionCommand` and `ActionCommandManager` of github.com/actions/runner. Azure: `Command` and `CommandStringConvertor` of
github.com/microsoft/azure-pipelines-agent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# What GitHub's runner acts on: what has another name is a line like any other.
GITHUB = frozenset(
    "add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands "
    "warning internal-set-repo-path".split()
)


@dataclass
class Command:
    """What a runner makes of a line."""

    name: str
    data: str
    properties: dict[str, str] = field(default_factory=dict)


def github(line: str) -> Command | None:
    """`::name key=value,key=value::data` at the beginning of a line, else the older `##[name key=value;key=value]data` anywhere."""
    return _github_now(line) or _github_before(line)


def _github_now(line: str) -> Command | None:
    line = line.lstrip()
    head, end, data = line[2:].partition("::")
    if not line.startswith("::") or not end:
        return None
    name, _, properties = head.partition(" ")
    ends = [("%0D", "\r"), ("%0A", "\n")]
    known = _pairs(properties.strip(), ",", [*ends, ("%3A", ":"), ("%2C", ","), ("%25", "%")])
    return Command(name, _unescaped(data, [*ends, ("%25", "%")]), known) if name in GITHUB else None


def _github_before(line: str) -> Command | None:
    found = _bracketed(line, "##[")
    if found is None:
        return None
    name, properties, data = found
    escapes = [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%")]
    return Command(name, _unescaped(data, escapes), _pairs(properties, ";", escapes)) if name in GITHUB else None


def azure(line: str) -> Command | None:
    """`##vso[area.event key=value;key=value]data` anywhere in a line."""
    found = _bracketed(line, "##vso[")
    if found is None or len([part for part in found[0].split(".") if part]) != 2:
        return None
    name, properties, data = found
    escapes = [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")]
    return Command(name, _unescaped(data, escapes), _pairs(properties, ";", escapes))


def _bracketed(line: str, prefix: str) -> tuple[str, str, str] | None:
    _, begun, rest = line.partition(prefix)
    head, ended, data = rest.partition("]")
    name, _, properties = head.partition(" ")
    return (name, properties, data) if begun and ended else None


def _pairs(text: str, between: str, escapes: list[tuple[str, str]]) -> dict[str, str]:
    pairs = [part.split("=", 1) for part in text.split(between) if part]
    return {pair[0]: _unescaped(pair[1], escapes) for pair in pairs if len(pair) == 2 and all(pair)}


def _unescaped(text: str, escapes: list[tuple[str, str]]) -> str:
    for escape, char in escapes:
        text = text.replace(escape, char)
    return text


def commands(output: bytes) -> list[str]:
    """The lines on which either runner would act; a line ends as these see it, so also at a lone CR."""
    lines = output.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [line for line in lines if github(line) or azure(line) or line.startswith("##[")]
