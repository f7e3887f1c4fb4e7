"""What is installed without a compiler: a wheel, npm packages, a Debian package; each into an empty place, without network."""

from __future__ import annotations

import gzip
import json
import os
import platform
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from conftest import CLEAN, FAULTY, PROGRAM, ROOT, Folder, apart, copied, tool


def checks(folder: Folder, *kader: str | Path) -> None:
    """That an installed program does its work."""
    folder.write("kader.toml", "")
    folder.write("a.afspraak.json", CLEAN)
    folder.does(*apart(), *kader, "check")
    folder.write("a.afspraak.json", FAULTY)
    run = folder.run(*apart(), *kader, "check")
    assert run.returncode == 1 and "D109" in run.stdout, run.stdout + run.stderr


def test_the_wheel(folder: Folder, wheels: Path) -> None:
    [wheel] = wheels.glob("kader_lint-*.whl")
    folder.does("python3", "-m", "venv", "venv")
    folder.does(*apart(), "venv/bin/python", "-m", "pip", "install", "--quiet", "--no-index", wheel)
    checks(folder, folder.path / "venv/bin/kader")
    shown = folder.does("venv/bin/python", "-m", "pip", "show", "--files", "kader-lint")
    assert "bin/kader" in shown and "LICENSE-MIT" in shown


def test_what_the_program_is_built_with(folder: Folder) -> None:
    """The flags of the repository, no path of this machine, and no hour of the clock."""
    said = folder.does(ROOT / "packaging/program.sh", "env", CARGO_HOME="/een map/cargo")
    known = dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
    flags = known["CARGO_ENCODED_RUSTFLAGS"].split("\x1f")
    usual = tomllib.loads((ROOT / ".cargo/config.toml").read_text())["build"]["rustflags"]
    assert flags == [*usual, "--remap-path-prefix=/een map/cargo=/cargo", f"--remap-path-prefix={ROOT}=/kader"]
    assert int(known["SOURCE_DATE_EPOCH"]) > 315532800, "no archive holds files that are older"


@pytest.mark.compiles
def test_the_program_is_the_same_wherever_and_whenever_it_is_built(folder: Folder) -> None:
    """The release itself, from two folders, one after the other: it takes its time."""
    tool("cargo")
    programs = []
    for name in ("een", "twee/dieper en met spaties"):
        source = copied(folder.path / name)
        Folder(source).does("packaging/program.sh", CARGO_TARGET_DIR=str(source / "target"))
        programs.append((source / "target/release/kader").read_bytes())
    assert programs[0] == programs[1]
    assert str(folder.path).encode() not in programs[0] and os.environ.get("HOME", "/root").encode() + b"/.cargo" not in programs[0]


def test_the_bill_of_materials(folder: Folder) -> None:
    """It keeps to CycloneDX, says the same each time, and names what cargo compiles for the program, with the checksums of Cargo.lock."""
    node = tool("node")
    tool("cargo")
    text = folder.does(node, ROOT / "packaging/bill.mjs")
    assert text == folder.does(node, ROOT / "packaging/bill.mjs")
    assert JsonStrictValidator(SchemaVersion.V1_5).validate_str(text) is None
    bill = json.loads(text)
    components = {(one["name"], one["version"]): one for one in bill["components"]}
    assert len(components) == len(bill["components"]) > 100
    tree = Folder(ROOT).does("cargo", "tree", "--locked", "--edges", "normal,build", "--prefix", "none", "--no-dedupe")
    compiled = {(name, version[1:]) for name, version in (line.split()[:2] for line in tree.splitlines())}
    assert set(components) == compiled - {("kader", bill["metadata"]["component"]["version"])}
    locked = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    sums = {(one["name"], one["version"]): one.get("checksum") for one in locked}
    assert all(one["hashes"] == [{"alg": "SHA-256", "content": sums[key]}] for key, one in components.items())
    scopes = {one["name"]: one["scope"] for one in bill["components"]}
    assert (scopes["clap"], scopes["serde_derive"], scopes["cc"]) == ("required", "excluded", "excluded")
    assert all(one["licenses"] for one in bill["components"])
    refs = {one["bom-ref"] for one in [bill["metadata"]["component"], *bill["components"]]}
    assert {one["ref"] for one in bill["dependencies"]} == refs
    assert all(set(one["dependsOn"]) <= refs for one in bill["dependencies"])


def node_platform() -> str:
    machine = {"x86_64": "x64", "aarch64": "arm64", "arm64": "arm64"}[platform.machine()]
    return f"{platform.system().lower()}-{machine}"


def test_the_npm_packages(folder: Folder) -> None:
    npm, node = tool("npm"), tool("node")
    folder.does(node, ROOT / "packaging/npm/pack.mjs", "packed", f"{node_platform()}={PROGRAM}")
    tarballs = []
    for package in sorted((folder.path / "packed").iterdir()):
        folder.does(npm, "pack", "--silent", "--pack-destination", folder.path, package)
        manifest = json.loads((package / "package.json").read_text(encoding="utf-8"))
        # Nothing runs when it is installed.
        assert "scripts" not in manifest
        tarballs.append(folder.path / f"{manifest['name']}-{manifest['version']}.tgz")
    place = folder.path / "place"
    place.mkdir()
    inside = Folder(place)
    inside.write("package.json", "{}")
    inside.does(*apart(), npm, "install", "--offline", "--no-audit", "--no-fund", "--cache", folder.path / "cache", *tarballs)
    checks(inside, place / "node_modules/.bin/kader")
    wrong = inside.run(place / "node_modules/.bin/kader", "chekc")
    assert wrong.returncode == 2 and "check" in wrong.stderr
    # Without the package of this platform the command says so.
    for package in (place / "node_modules").glob("kader-lint-*"):
        subprocess.run(["rm", "-r", package], check=True)
    lost = inside.run(place / "node_modules/.bin/kader", "check")
    assert lost.returncode == 2 and f"kader-lint-{node_platform()}" in lost.stderr


@pytest.fixture(scope="session")
def deb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Debian package, of the program that `cargo test` has built."""
    tool("cargo-deb"), tool("dpkg-deb")
    out = tmp_path_factory.mktemp("deb")
    # The manifest says where the extras stand: not where cargo builds.
    subprocess.run([ROOT / "packaging/extras.sh", PROGRAM, ROOT / "target/packaging"], check=True)
    release = tmp_path_factory.mktemp("built") / "release"
    release.mkdir()
    shutil.copy2(PROGRAM, release / "kader")
    command = ["cargo", "deb", "--no-build", "--no-strip", "--fast", "--output", f"{out}/"]
    subprocess.run(command, cwd=ROOT, check=True, env={**Folder(out).env, "CARGO_TARGET_DIR": str(release.parent)})
    [package] = out.glob("kader_*.deb")
    return package


def shells(folder: Folder, share: Path) -> None:
    """That each shell of this machine completes with the script that the package brings it."""
    bash = f"source {share}/bash-completion/completions/kader; COMP_WORDS=(kader che) COMP_CWORD=1; _kader kader che kader; echo ${{COMPREPLY[@]}}"
    fish = f"source {share}/fish/vendor_completions.d/kader.fish; complete -C 'kader che'"
    # How it completes on a terminal: tests/cli/shells.rs.
    zsh = f"fpath=({share}/zsh/vendor-completions $fpath); autoload -U compinit; compinit -u -D; echo $_comps[kader]; autoload +X _kader && whence -w _kader"
    for shell, script, wanted in [("bash", bash, "check"), ("fish", fish, "check"), ("zsh", zsh, "_kader\n_kader: function")]:
        run = folder.run(tool(shell), "-c", script, HOME=str(folder.path))
        assert wanted in run.stdout and run.stderr == "", (shell, run.stdout, run.stderr)


def test_the_debian_package(folder: Folder, deb: Path) -> None:
    folder.does("dpkg-deb", "--extract", deb, "root")
    root = folder.path / "root"
    checks(folder, root / "usr/bin/kader")
    pages = sorted(page.name for page in (root / "usr/share/man/man1").iterdir())
    dutch = sorted(page.name for page in (root / "usr/share/man/nl/man1").iterdir())
    assert pages == dutch and "kader.1.gz" in pages and "kader-check.1.gz" in pages
    for page in (root / "usr/share/man").rglob("*.gz"):
        folder.write("page.1", gzip.decompress(page.read_bytes()).decode())
        assert folder.run(tool("mandoc"), "-T", "lint", "page.1").stdout == "", page
    shells(folder, root / "usr/share")
    assert (root / "usr/share/doc/kader/copyright").exists()
    control = folder.does("dpkg-deb", "--field", deb)
    assert "Package: kader" in control and "Depends: libc6" in control, control
