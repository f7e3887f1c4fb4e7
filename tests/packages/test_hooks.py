"""The hooks as pre-commit runs them, in a repository of their own."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from conftest import CLEAN, FAULTY, MENDABLE, PROGRAM, QUICK, ROOT, TARGET, Folder, apart, beside, copied, tool

PRE_COMMIT = beside("pre-commit")
# What is compiled for a hook is kept.
KEPT = {**QUICK, "CARGO_TARGET_DIR": str(TARGET / "hooks")}

# A supplement says nothing of what its general agreement says.
SUPPLEMENT = json.dumps(
    {
        "kader": "netcentrische-samenwerking-2017",
        "id": "proef-a-vr17",
        "aanvullingOp": "proef-a",
        "partner": {"naam": "Proefpartner", "kerntaken": ["beheerder"]},
        "reikwijdte": "regionaal",
        "regios": ["VR17"],
        "fase": "verkenning",
        "samenwerkingen": [{"kerntaak": "beheerder"}],
    },
    indent=2,
)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed: once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The repository as somebody finds it who names it in a configuration: with all that is there now, in one commit."""
    there = Folder(copied(tmp_path_factory.mktemp("published"))).git()
    there.does("git", "add", "--all")
    there.does("git", "commit", "--quiet", "--message", "all")
    return there


@pytest.fixture
def hooks(folder: Folder, store: Path) -> Folder:
    folder.env.update(KEPT, PRE_COMMIT_HOME=str(store), PRE_COMMIT_COLOR="never")
    folder.write("kader.toml", "")
    return folder.git()


@pytest.fixture
def tried(hooks: Folder, published: Folder):
    """Runs a hook of the repository over what is staged. It is compiled once for all tests."""
    tool("cargo")
    rev = published.does("git", "rev-parse", "HEAD").strip()

    def run(hook: str, *more: str) -> tuple[int, str]:
        config = {"repos": [{"repo": str(published.path), "rev": rev, "hooks": [{"id": hook}]}]}
        # Beside the repository: what is staged there is what the test stages.
        file = hooks.path.with_name(f"{hooks.path.name}.yaml")
        file.write_text(yaml.safe_dump(config))
        ran = hooks.run(PRE_COMMIT, "run", "--config", file, "--verbose", *more)
        return ran.returncode, ran.stdout + ran.stderr

    return run


@pytest.mark.compiles
def test_the_hooks_can_be_tried(hooks: Folder, published: Folder) -> None:
    """What somebody does who looks whether they are worth it."""
    tool("cargo")
    hooks.write("a.afspraak.json", FAULTY)
    hooks.does("git", "add", "--all")
    run = hooks.run(PRE_COMMIT, "try-repo", published.path, "--verbose")
    for name in ("kader check", "kader check --fix", "kader fmt"):
        assert f"{name}." in run.stdout, run.stdout + run.stderr
    assert run.returncode == 1 and "D109" in run.stdout, run.stdout


def test_the_manifest_is_one() -> None:
    folder = Folder(ROOT)
    folder.does(PRE_COMMIT, "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["kader-check", "kader-fix", "kader-fmt"]
    assert all(hook["require_serial"] and hook["language"] == "rust" for hook in hooks)


@pytest.mark.compiles
def test_what_is_not_staged_counts_beside_what_is(hooks: Folder, tried) -> None:
    # Committed, and so beside it, but not among what is given.
    hooks.write("a.afspraak.json", CLEAN)
    hooks.does("git", "add", "--all")
    hooks.does("git", "commit", "--quiet", "--message", "a")
    hooks.write("vr17.afspraak.json", SUPPLEMENT)
    hooks.does("git", "add", "vr17.afspraak.json")
    status, told = tried("kader-check")
    assert "W705" not in told and "W7" not in told, told
    assert status == 0, told
    # Without the general agreement the same supplement has a finding: the test above would see it.
    hooks.does("git", "rm", "--quiet", "--cached", "a.afspraak.json")
    (hooks.path / "a.afspraak.json").unlink()
    status, told = tried("kader-check")
    assert "W705" in told, told


@pytest.mark.compiles
def test_a_supplement_and_its_general_agreement_that_is_not_staged_at_all(hooks: Folder, tried) -> None:
    hooks.write("a.afspraak.json", CLEAN)
    hooks.write("vr17.afspraak.json", SUPPLEMENT)
    hooks.does("git", "add", "kader.toml", "vr17.afspraak.json")
    status, told = tried("kader-check")
    assert status == 0 and "W705" not in told, told


@pytest.mark.compiles
def test_a_file_that_the_configuration_leaves_out_is_not_read(hooks: Folder, tried) -> None:
    hooks.write("kader.toml", 'exclude = ["concept-*"]\n')
    hooks.write("concept-a.afspraak.json", FAULTY)
    hooks.write("a.afspraak.json", CLEAN.replace("proef-a", "proef-b"))
    hooks.does("git", "add", "--all")
    status, told = tried("kader-check")
    assert status == 0 and "D109" not in told, told
    hooks.write("b.afspraak.json", FAULTY)
    hooks.does("git", "add", "--all")
    status, told = tried("kader-check")
    assert status == 1 and told.count("D109") == 1, told


@pytest.mark.compiles
def test_a_fix_changes_the_file_and_fails_the_commit(hooks: Folder, tried) -> None:
    hooks.write("a.afspraak.json", MENDABLE)
    hooks.does("git", "add", "--all")
    status, told = tried("kader-fix")
    assert status == 1 and "files were modified by this hook" in told, told
    assert hooks.read("a.afspraak.json") == CLEAN
    hooks.does("git", "add", "--all")
    status, told = tried("kader-fix")
    assert status == 0, told


@pytest.mark.compiles
def test_a_layout_changes_the_file_and_fails_the_commit(hooks: Folder, tried) -> None:
    hooks.write("a.afspraak.json", CLEAN.replace("  ", "      "))
    hooks.does("git", "add", "--all")
    status, told = tried("kader-fmt")
    assert status == 1 and "files were modified by this hook" in told, told
    assert hooks.read("a.afspraak.json") == CLEAN


@pytest.mark.compiles
def test_split_lists_find_what_one_list_finds(hooks: Folder, tried) -> None:
    """Two agreements of one id: each is at odds with the other, whichever of them is given."""
    names = [f"d{number}.afspraak.json" for number in range(4)]
    for name in names:
        hooks.write(name, CLEAN)
    hooks.does("git", "add", "--all")
    _, whole = tried("kader-check")
    parts = [tried("kader-check", "--files", name)[1] for name in names]
    found = lambda told: sorted(line for line in told.splitlines() if "W701" in line)  # noqa: E731
    assert found(whole) and found(whole) == sorted(line for part in parts for line in found(part))


def local_hook() -> str:
    """The local hook that README.md shows."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in readme.split("```yaml\n")[1:]]
    [local] = [block for block in blocks if "repo: local" in block]
    return local


def test_the_local_hook_of_the_readme_works_from_the_wheel_without_network(hooks: Folder, index: dict[str, str]) -> None:
    hooks.write(".pre-commit-config.yaml", local_hook())
    hooks.write("a.afspraak.json", FAULTY)
    hooks.does("git", "add", "--all")
    hooks.env.update(index)
    run = hooks.run(*apart(), PRE_COMMIT, "run", "--verbose")
    assert run.returncode == 1 and "D109" in run.stdout, run.stdout + run.stderr
    hooks.write("a.afspraak.json", CLEAN)
    hooks.does("git", "add", "--all")
    hooks.does(*apart(), PRE_COMMIT, "run")


def test_what_init_writes_is_the_hook_of_the_readme(hooks: Folder) -> None:
    made = Path(os.environ.get("KADER", TARGET / "debug/kader"))
    (hooks.path / "kader.toml").unlink()
    hooks.does(made, "init", "--pre-commit")
    assert yaml.safe_load(hooks.read(".pre-commit-config.yaml")) == yaml.safe_load(local_hook())


def test_where_only_what_is_left_out_is_staged_the_hooks_have_nothing_to_say(folder: Folder) -> None:
    folder.write("kader.toml", 'exclude = ["concept-*"]\n')
    folder.write("concept-a.afspraak.json", FAULTY)
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        program, *arguments = hook["entry"].split()
        assert program == "kader"
        ran = folder.run(PROGRAM, *arguments, "concept-a.afspraak.json")
        assert ran.returncode == 0 and "D109" not in ran.stdout, ran.stdout + ran.stderr
