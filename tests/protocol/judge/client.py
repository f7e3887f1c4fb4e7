"""What a client has said that it can do."""

from typing import Any

from .transcript import Session


class Client:
    """The parameters of `initialize`, of which any part may be odd."""

    def __init__(self, session: Session) -> None:
        begun = session.begun
        self.params: dict[str, Any] = begun.line.params if begun else {}

    def at(self, path: str) -> Any:
        """What stands at a dotted path of the capabilities."""
        value: Any = self.params.get("capabilities")
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def option(self, name: str) -> Any:
        """An option of the session's beginning."""
        options = self.params.get("initializationOptions")
        return options.get(name) if isinstance(options, dict) else None

    def can(self, path: str) -> bool:
        """Whether a flag is set."""
        return self.at(path) is True

    def has(self, path: str) -> bool:
        """Whether a group is there."""
        return isinstance(self.at(path), dict)

    def names(self, path: str, value: Any) -> bool:
        """Whether a list has this value."""
        listed = self.at(path)
        return isinstance(listed, list) and value in listed

    @property
    def pulls(self) -> bool:
        return self.has("textDocument.diagnostic")
