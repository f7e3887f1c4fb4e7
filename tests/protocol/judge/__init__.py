"""An independent judge of what the language server says: the types of LSP 3.17, and the rules of a session."""

from . import asked, can, envelope, lifecycle, places, progress, texts, versions
from .fault import Fault
from .transcript import Session

ALL = [envelope, lifecycle, versions, progress, asked, can, places, texts]


def judge(session: Session) -> list[Fault]:
    """All that is wrong in a session. What has the wrong shape is not looked at further."""
    found = list(envelope.faults(session))
    if any(fault.name in ("wrong-type", "missing-property", "wrong-value") for fault in found):
        return found + list(lifecycle.faults(session))
    return found + [fault for rules in ALL[1:] for fault in rules.faults(session)]
