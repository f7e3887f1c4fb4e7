"""That the judge bites: each fault is found where it stands, and none in a transcript that is as it should be."""

import re
from pathlib import Path

import pytest

import broken
from examples import Change, good, until_shutdown
from judge import advertised, judge
from judge.transcript import Session, parsed, session


def test_what_is_as_it_should_be_passes() -> None:
    for records in (good(), until_shutdown()):
        assert judge(session("good", records)) == []
        assert advertised.faults([session("good", records)]) == []


@pytest.mark.parametrize(("name", "what", "change"), [*broken.SHAPES, *broken.SESSIONS, *broken.ANSWERS])
def test_a_fault_is_found(name: str, what: str, change: Change) -> None:
    records = good()
    change(records)
    assert name in {fault.name for fault in judge(session(what, records))}


def test_a_key_that_stands_twice_is_found() -> None:
    lines = session("good", good()).lines
    text = '{"from": "server", "message": {"jsonrpc": "2.0", "method": "telemetry/event", "params": {"a": 1, "a": 2}}}'
    lines.insert(-1, parsed(len(lines), text))
    assert [fault.name for fault in judge(Session("twice", lines))] == ["key-twice"]


@pytest.mark.parametrize(("name", "what", "change"), broken.ENDS)
def test_a_fault_at_the_end_is_found(name: str, what: str, change: Change) -> None:
    records = until_shutdown()
    if name == "after-shutdown":
        # The end that the client makes comes later.
        records = [
            record for record in records if record.get("message", {}).get("method") != "exit" or what == "a result"
        ]
    change(records)
    assert name in {fault.name for fault in judge(session(what, records))}


@pytest.mark.parametrize(("what", "change"), broken.UNCALLED)
def test_what_is_never_called_is_found(what: str, change: Change) -> None:
    records = good()
    change(records)
    found = advertised.faults([session(what, records)])
    assert [(fault.name, fault.what) for fault in found] == [("uncalled-capability", what)]


def test_what_one_session_calls_need_not_be_called_in_another() -> None:
    records = good()
    dict(broken.UNCALLED)["hoverProvider"](records)
    assert advertised.faults([session("without", records), session("good", good())]) == []


def test_every_fault_that_the_judge_knows_is_shown_here() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("judge/*.py"))
    pattern = r"(?:Fault|wrong)\(\s*\"([a-z-]+)\"|(?:yield|append\(\() ?\"([a-z]+-[a-z-]+)\", "
    named = {one or other for one, other in re.findall(pattern, sources)}
    shown = {name for name, *_ in [*broken.SHAPES, *broken.SESSIONS, *broken.ENDS, *broken.ANSWERS]}
    # What `lsprotocol` cannot read has a fault of its own that is found first; the others have a test of their own.
    assert named - shown == {"not-decoded", "uncalled-capability", "key-twice"}
