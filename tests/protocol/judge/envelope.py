"""Whether each message of the server is one of the protocol, with parameters and results of the right types."""

import functools
from collections.abc import Iterator
from typing import Any, Union, get_args

import attrs
from lsprotocol import types

from .fault import Fault
from .shape import CONVERTER, Found, look
from .transcript import Call, Line, Session, is_id

LATER = {"textDocument/inlineCompletion", "textDocument/rangesFormatting", "workspace/foldingRange/refresh"}
"""The methods of 3.18 that `lsprotocol` has already."""
METHODS = {method: of for method, of in types.METHOD_TO_TYPES.items() if method not in LATER}


def faults(session: Session) -> Iterator[Fault]:
    """What is no message of the protocol."""
    for line in session.of_server():
        # Clients differ in which one they take.
        yield from (Fault("key-twice", line.number, keys) for keys in line.twice)
        yield from (Fault(name, line.number, what) for name, what in envelope(line.message))
        if line.method is not None:
            yield from told(line)
    for call in session.calls:
        yield from (answered(call, call.answers[0]) if call.answers else ())


def envelope(message: Any) -> Iterator[tuple[str, str]]:
    """What every message has."""
    if not isinstance(message, dict):
        yield "wrong-type", "a message is an object"
        return
    if message.get("jsonrpc") != "2.0":
        yield "wrong-value", f"jsonrpc is {message.get('jsonrpc')!r}"
    if "method" in message:
        allowed = {"jsonrpc", "id", "method", "params"}
        if not isinstance(message["method"], str):
            yield "wrong-type", "the method is no text"
        if "id" in message and not is_id(message["id"]):
            yield "wrong-type", f"{message['id']!r} is no id"
    else:
        allowed = {"jsonrpc", "id", "result", "error"}
        if ("result" in message) == ("error" in message):
            yield "result-and-error", "an answer has either a result or an error"
        if "id" not in message or not (is_id(message["id"]) or ("error" in message and message["id"] is None)):
            yield "wrong-type", f"{message.get('id')!r} is no id of an answer"
        if "error" in message:
            yield from look(message["error"], types.ResponseError, "$.error").faults
    for name in message.keys() - allowed:
        yield "unknown-property", f"a message has no {name!r}"


def told(line: Line) -> Iterator[Fault]:
    """Whether the server may say this, and with these parameters."""
    method = line.method or ""
    of = METHODS.get(method)
    if of is None or types.message_direction(method) == "clientToServer":
        yield Fault("unknown-method", line.number, f"{method} is nothing that a server says")
        return
    asks = "Request" in of[0].__name__
    if asks != ("id" in line.message):
        yield Fault("wrong-kind", line.number, f"{method} is {'a request' if asks else 'a notification'}")
    yield from (Fault(name, line.number, f"{method} {what}") for name, what in parameters(line).faults)


@functools.cache
def parameters(line: Line) -> Found:
    """The parameters of a message of the server, looked at."""
    if line.method not in METHODS:
        return Found()
    wanted = attrs.fields_dict(METHODS[line.method or ""][0])["params"]
    if "params" not in line.message:
        optional = wanted.default is not attrs.NOTHING or type(None) in get_args(wanted.type)
        return Found() if optional else Found([("missing-property", "parameters are asked for")])
    if line.message["params"] is None:
        # JSON-RPC: parameters are an object or an array, or they are left out.
        return Found([("wrong-type", "null stands for parameters")])
    found = look(line.message["params"], wanted.type, "$.params")
    if line.method == "client/registerCapability":
        for at, one in enumerate(line.params.get("registrations", [])):
            options = METHODS.get(one.get("method"), (None, None, None, None))[3]
            if options is not None:
                given = one.get("registerOptions")
                found.add(look(given, Union[options, None], f"$.params.registrations[{at}].registerOptions"))
    return found


def result_type(method: str | None) -> Any:
    """The type of the result of a request."""
    of = METHODS.get(method or "")
    return attrs.fields_dict(of[1])["result"].type if of is not None and of[1] is not None else None


@functools.cache
def result(call: Call) -> Found:
    """The result of a request, looked at."""
    wanted = result_type(call.method)
    return Found() if wanted is None or not call.succeeded else look(call.result, wanted, "$.result")


def answered(call: Call, answer: Line) -> Iterator[Fault]:
    if "result" not in answer.message:
        return
    wanted = result_type(call.method)
    if wanted is None:
        yield Fault("unknown-method", answer.number, f"{call.method} has no result")
        return
    yield from (Fault(name, answer.number, f"{call.method} {what}") for name, what in result(call).faults)
    try:
        response: Any = METHODS[call.method or ""][1]
        CONVERTER.structure(answer.message, response)
    except Exception as error:  # noqa: BLE001 - whatever it says, it could not read the message
        yield Fault("not-decoded", answer.number, f"{call.method}: {error!r}")
