"""What is wrong in a transcript."""

from typing import NamedTuple


class Fault(NamedTuple):
    """A fault: its name, the line of the transcript where it shows, and what is wrong there."""

    name: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.name}: {self.what}"
