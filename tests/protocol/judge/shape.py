"""Whether a value is one of a type of `lsprotocol`: all that the type asks for, and nothing that it does not know."""

import enum
import functools
import types as builtin
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ForwardRef, Union, get_args, get_origin

import attrs
from lsprotocol import types
from lsprotocol.converters import get_converter

CONVERTER = get_converter()
"""Making it resolves the names in the types; it decodes each message once more in its own way."""

LATER: dict[type, set[Any]] = {
    types.ServerCapabilities: {"inlineCompletionProvider"},
    types.DocumentRangeFormattingOptions: {"rangesSupport"},
    types.DocumentRangeFormattingRegistrationOptions: {"rangesSupport"},
    types.MessageType: {types.MessageType.Debug.value},
}
"""What `lsprotocol` has of 3.18 already."""


@dataclass
class Found:
    """What a value is made of, and what is wrong with it."""

    faults: list[tuple[str, str]] = field(default_factory=list)
    """The name of each fault, and where and what it is."""
    objects: list[tuple[type, dict[str, Any], str]] = field(default_factory=list)
    """Each object with its type and its place."""

    def add(self, other: "Found") -> None:
        self.faults += other.faults
        self.objects += other.objects


def look(value: Any, wanted: Any, path: str = "$") -> Found:
    """Looks at a value as one of a type."""
    if isinstance(wanted, (str, ForwardRef)):
        name = wanted if isinstance(wanted, str) else wanted.__forward_arg__
        wanted = types.ALL_TYPES_MAP[name]
    if wanted is Any or wanted is object:
        return Found()
    origin = get_origin(wanted)
    if origin is Union or origin is builtin.UnionType:
        return nearest([look(value, alternative, path) for alternative in get_args(wanted)])
    if origin is dict:
        return entries(value, wanted, path)
    if origin is tuple or origin is not None:
        return items(value, wanted, path)
    if isinstance(wanted, type) and attrs.has(wanted):
        return members(value, wanted, path)
    if isinstance(wanted, type) and issubclass(wanted, enum.Enum):
        known = {member.value for member in wanted} - LATER.get(wanted, set())
        sound = value in known and not isinstance(value, bool) if isinstance(value, (str, int)) else False
        return Found() if sound else wrong("wrong-value", value, wanted.__name__, path)
    return Found() if is_plain(value, wanted) else wrong("wrong-type", value, getattr(wanted, "__name__", wanted), path)


def is_plain(value: Any, wanted: Any) -> bool:
    if wanted is type(None) or wanted is None:
        return value is None
    if wanted is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    # A boolean is an integer to Python only.
    return type(value) is wanted


def wrong(name: str, value: Any, wanted: Any, path: str) -> Found:
    shown = repr(value)
    return Found([(name, f"{path}: {shown[:80]} is no {wanted}")])


def nearest(found: list[Found]) -> Found:
    """Of several readings the one with the fewest faults, and of these one that is an object of a type after all."""
    return min(found, key=lambda one: (len(one.faults), not one.objects))


def entries(value: Any, wanted: Any, path: str) -> Found:
    if not isinstance(value, dict):
        return wrong("wrong-type", value, "object", path)
    found = Found()
    key_type, value_type = get_args(wanted)
    for key, entry in value.items():
        found.add(look(key, key_type, f"{path} key"))
        found.add(look(entry, value_type, f"{path}[{key!r}]"))
    return found


def items(value: Any, wanted: Any, path: str) -> Found:
    if not isinstance(value, list):
        return wrong("wrong-type", value, "array", path)
    each: Iterator[tuple[Any, Any]]
    if get_origin(wanted) is tuple and Ellipsis not in get_args(wanted):
        if len(value) != len(get_args(wanted)):
            return wrong("wrong-type", value, wanted, path)
        each = zip(value, get_args(wanted), strict=True)
    else:
        each = ((item, get_args(wanted)[0]) for item in value)
    found = Found()
    for at, (item, item_type) in enumerate(each):
        found.add(look(item, item_type, f"{path}[{at}]"))
    return found


@functools.cache
def fields(wanted: type) -> "dict[str, attrs.Attribute[Any]]":
    """The properties of a type, by their names in the protocol."""

    def camel(name: str) -> str:
        first, *rest = name.rstrip("_").split("_")
        return first + "".join(part.title() for part in rest)

    return {camel(one.name): one for one in attrs.fields(wanted)}


def members(value: Any, wanted: type, path: str) -> Found:
    if not isinstance(value, dict):
        return wrong("wrong-type", value, wanted.__name__, path)
    known = {name: one for name, one in fields(wanted).items() if name not in LATER.get(wanted, set())}
    found = Found(objects=[(wanted, value, path)])
    for name in value.keys() - known.keys():
        found.faults.append(("unknown-property", f"{path}: {wanted.__name__} has no {name!r}"))
    for name, one in known.items():
        # What `lsprotocol` calls special is asked for by the protocol, default or not, and only that may be null.
        special = types.is_special_property(wanted, one.name)
        if name in value:
            found.add(member(value[name], (one, special), f"{path}.{name}"))
        elif one.default is attrs.NOTHING or special:
            found.faults.append(("missing-property", f"{path}: {wanted.__name__} asks for {name!r}"))
    return found


def member(value: Any, of: "tuple[attrs.Attribute[Any], bool]", path: str) -> Found:
    one, nullable = of
    if value is None and not nullable and Any not in get_args(one.type):
        return wrong("wrong-type", value, "value: a property that is not there is left out", path)
    found = look(value, one.type, path)
    if one.validator is not None and not found.faults:
        try:
            # Whole numbers within their range, and words that stand for a kind.
            one.validator(value, one, value)
        except (TypeError, ValueError) as error:
            found.faults.append(("wrong-value", f"{path}: {error.args[0]}"))
    return found
