"""Who answers what, and when: one answer to each request, nothing before `initialize`, nothing behind the end."""

from collections.abc import Iterator

from lsprotocol.types import ErrorCodes, LSPErrorCodes

from .envelope import METHODS
from .fault import Fault
from .transcript import Call, Line, Session, is_answer, is_id, is_notification, is_request

EARLY = {"window/showMessage", "window/logMessage", "telemetry/event", "window/showMessageRequest"}
"""What a server may say before it has answered `initialize`."""


def faults(session: Session) -> Iterator[Fault]:
    """What breaks the rules of a session."""
    yield from strays(session)
    yield from unanswered(session)
    yield from early(session)
    yield from late(session)
    for call in session.calls:
        yield from (error(session, call) if call.answers else ())


def strays(session: Session) -> Iterator[Fault]:
    """Answers to what was answered already, or never asked. What has no id is answered without one, and once."""
    answered = {call.line.message["id"] for call in session.calls if call.answers}
    broken = [line.number for line in session.of_client() if is_broken(line)]
    for line in session.strays:
        name = line.message.get("id")
        if is_id(name):
            kind = "second-answer" if name in answered else "answer-to-nothing"
            yield Fault(kind, line.number, f"nobody waits for an answer to {name!r}")
        elif broken and broken[0] < line.number:
            broken.pop(0)
        else:
            yield Fault("answer-to-nothing", line.number, "nothing that came could not be read")
    if is_seen_out(session):
        yield from (Fault("no-answer", number, "what is no message was passed over") for number in broken)


def is_broken(line: Line) -> bool:
    """Whether a client wrote what is no message, or one of which the id cannot be told."""
    if line.raw is not None:
        return True
    message = line.message
    return line.event is None and not (is_request(message) or is_answer(message) or is_notification(message))


def is_seen_out(session: Session) -> bool:
    """Whether the client waited for all that was due, and the server still ran."""
    ended = session.event("ends")
    early = session.event("hangs up") or session.first("exit") or session.event("reads no more")
    return ended is not None and early is None


def unanswered(session: Session) -> Iterator[Fault]:
    for call in session.calls:
        for answer in call.answers[1:]:
            yield Fault("second-answer", answer.number, f"{call.method} was answered before")
        # The server may hold this one until there is news; one that was cancelled is answered all the same.
        held = call.method == "workspace/diagnostic" and cancelled(session, call) is None
        if is_seen_out(session) and not call.answers and not held:
            yield Fault("no-answer", call.line.number, f"{call.method} was never answered")


def cancelled(session: Session, call: Call) -> Line | None:
    """Where a client cancels a request."""
    wanted = call.line.message["id"]
    told = (line for line in session.of_client() if line.method == "$/cancelRequest")
    return next((line for line in told if line.params.get("id") == wanted and line.number > call.line.number), None)


def early(session: Session) -> Iterator[Fault]:
    """What a server says before it has answered `initialize`."""
    begun = session.begun
    until = begun.answers[0].number if begun else len(session.lines) + 1
    token = begun.line.params.get("workDoneToken") if begun else None
    for line in session.of_server():
        if line.number >= until:
            break
        own = line.method == "$/progress" and token is not None and line.params.get("token") == token
        refused = is_answer(line.message) and "error" in line.message
        if not (line.method in EARLY or own or refused):
            yield Fault(
                "before-initialize", line.number, f"{line.method or 'a result'} comes before `initialize` is answered"
            )
    # Requests that came before it are refused with an error of their own.
    asked = session.first("initialize")
    before = asked.number if asked else len(session.lines) + 1
    for call in session.calls:
        if call.line.number < before and call.answers and METHODS.get(call.method or ""):
            if code(call) != ErrorCodes.ServerNotInitialized.value:
                yield Fault("wrong-error", call.answers[0].number, f"{call.method} before `initialize` is no -32002")


def late(session: Session) -> Iterator[Fault]:
    """What a server says behind the end. That only answers follow that to `shutdown` is our own reading."""
    shut = next((call for call in session.calls if call.method == "shutdown" and call.succeeded), None)
    out = session.first("exit")
    for call in session.calls:
        if out and call.line.number > out.number and call.answers:
            yield Fault("after-exit", call.answers[0].number, f"{call.method} was answered after `exit`")
        elif shut and call.line.number > shut.answers[0].number and call.answers and METHODS.get(call.method or ""):
            if code(call) != ErrorCodes.InvalidRequest.value:
                yield Fault("after-shutdown", call.answers[0].number, f"{call.method} after `shutdown` is no -32600")
    for line in session.of_server():
        # Where `exit` comes without `shutdown`, what is on its way may still arrive.
        if shut and line.number > shut.answers[0].number and line.method:
            name = "after-exit" if out and line.number > out.number else "after-shutdown"
            yield Fault(name, line.number, f"{line.method} comes behind the end")


def code(call: Call) -> int | None:
    found = call.answers[0].message.get("error", {}).get("code")
    return found if isinstance(found, int) else None


def error(session: Session, call: Call) -> Iterator[Fault]:
    """Errors that mean what the protocol says they do."""
    number, found = call.answers[0].number, code(call)
    if found == LSPErrorCodes.RequestCancelled.value and cancelled(session, call) is None:
        yield Fault("wrong-error", number, f"nobody cancelled {call.method}")
    sound = call.line.message.get("jsonrpc") == "2.0" and call.method is not None
    if not sound and found != ErrorCodes.InvalidRequest.value:
        yield Fault("wrong-error", number, "what is no request is refused with -32600")
    if sound and call.succeeded and METHODS.get(call.method or "") is None:
        yield Fault("wrong-error", number, f"{call.method} is no method, and has a result")
