"""The texts of documents as the client has made them, and whether the places that the server names are in them."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .fault import Fault
from .said import said
from .transcript import Line, Session
from .versions import PUBLISH, key

LINE_END = re.compile(r"\r\n|\n|\r")
WIDTHS = {
    "utf-8": lambda text: len(text.encode()),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}


class Odd(Exception):
    """A place that is not in a text."""


@dataclass
class Text:
    """A text from a line of the transcript on; `None` where it is closed, or what was done to it has no meaning."""

    since: int
    version: Any
    text: str | None
    ends: list[int] | None = None

    def offset(self, position: Any, encoding: str) -> int:
        """The index of a position."""
        text = self.text or ""
        if self.ends is None:
            self.ends = [0, *(end.end() for end in LINE_END.finditer(text))]
        line, character = position["line"], position["character"]
        if not isinstance(line, int) or not isinstance(character, int) or not 0 <= line < len(self.ends):
            raise Odd(f"there is no line {line}")
        start = self.ends[line]
        until = self.ends[line + 1] if line + 1 < len(self.ends) else len(text)
        return start + index(text[start:until].rstrip("\r\n"), character, encoding)


def index(line: str, character: int, encoding: str) -> int:
    """The index of a character that is counted in the units of an encoding."""
    if line.isascii() or encoding == "utf-32":
        if not 0 <= character <= len(line):
            raise Odd(f"the line has {len(line)} characters, not {character}")
        return character
    edges = [0, *itertools.accumulate(WIDTHS[encoding](one) for one in line)]
    if character not in edges:
        raise Odd(f"no character of the line is at {character} in {encoding}")
    return edges.index(character)


def changed(text: str | None, changes: Any, encoding: str) -> str | None:
    """A text after the changes of a client."""
    try:
        for change in changes:
            if change.get("range") is None:
                text = change["text"]
                continue
            if text is None:
                return None
            before = Text(0, None, text)
            start, end = (before.offset(change["range"][edge], encoding) for edge in ("start", "end"))
            if end < start:
                return None
            text = text[:start] + change["text"] + text[end:]
    except (Odd, KeyError, TypeError):
        return None
    return text


def histories(session: Session, encoding: str) -> dict[str, list[Text]]:
    """All texts of each document."""
    texts: dict[str, list[Text]] = {}
    for line in session.of_client():
        document = line.params.get("textDocument")
        if not isinstance(document, dict):
            continue
        history = texts.setdefault(key(document.get("uri")), [])
        if line.method == "textDocument/didOpen":
            history.append(Text(line.number, document.get("version"), document.get("text")))
        elif line.method == "textDocument/didClose":
            history.append(Text(line.number, None, None))
        elif line.method == "textDocument/didChange" and history:
            text = changed(history[-1].text, line.params.get("contentChanges"), encoding)
            history.append(Text(line.number, document.get("version"), text))
    return texts


def places(value: Any, uri: Any) -> Iterator[tuple[Any, Any]]:
    """Each position in a value, with the document in which it is."""
    if isinstance(value, list):
        for item in value:
            yield from places(item, uri)
    elif isinstance(value, dict):
        if value.keys() == {"line", "character"}:
            yield uri, value
            return
        own = value.get(
            "uri", value.get("textDocument", {}).get("uri") if isinstance(value.get("textDocument"), dict) else None
        )
        for name, member in value.items():
            if name == "changes":
                for other, edits in member.items():
                    yield from places(edits, other)
            elif name not in ("data", "arguments"):
                yield from places(member, own or uri)


def faults(session: Session) -> Iterator[Fault]:
    """Places that are in none of the texts that may be meant."""
    begun = session.begun
    if begun is None:
        return
    encoding = begun.result.get("capabilities", {}).get("positionEncoding", "utf-16")
    texts = histories(session, encoding)
    for one in said(session):
        about = one.asked.get("textDocument")
        own = about.get("uri") if isinstance(about, dict) else None
        for uri, position in places(one.value, own) if one.call else ():
            asked = one.call.line.number if one.call else 0
            span = (asked, asked if uri == own else one.line.number)
            yield from outside((uri, position, encoding), between(texts.get(key(uri), []), span), one.line)
    for line in session.of_server():
        if line.method == PUBLISH:
            version = line.params.get("version")
            known = between(texts.get(key(line.params.get("uri")), []), (0, line.number))
            meant = [text for text in known if version is None or text.version == version]
            for uri, position in places(line.params, None):
                if key(uri) == key(line.params.get("uri")):
                    yield from outside((uri, position, encoding), meant, line)


def between(history: list[Text], span: tuple[int, int]) -> list[Text]:
    """The texts of a document from one line to another."""
    first, last = span
    before = [text for text in history if text.since <= first]
    return before[-1:] + [text for text in history if first < text.since <= last]


def outside(place: tuple[Any, Any, str], meant: list[Text], line: Line) -> Iterator[Fault]:
    uri, position, encoding = place
    if meant and not any(fits(text, position, encoding) for text in meant):
        yield Fault(
            "outside-text", line.number, f"{uri} has no place {position['line']}:{position['character']} in {encoding}"
        )


def fits(text: Text, position: Any, encoding: str) -> bool:
    """Whether a position is in a text. A closed document is on the disk, and may be any."""
    if text.text is None:
        return True
    try:
        text.offset(position, encoding)
    except Odd:
        return False
    return True
