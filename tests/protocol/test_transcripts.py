"""What the server said in all tests of it, judged."""

import os
from pathlib import Path

import pytest

from conftest import FOLDER, loaded, transcripts
from judge import advertised, judge

pytestmark = pytest.mark.skipif(not os.environ.get(FOLDER), reason=f"{FOLDER} names no folder of transcripts")


@pytest.mark.parametrize("path", transcripts(), ids=lambda path: path.stem)
def test_nothing_is_wrong(path: Path) -> None:
    faults = judge(loaded(path))
    assert not faults, "\n".join(str(fault)[:1000] for fault in faults[:20])


def test_what_is_advertised_is_called() -> None:
    assert transcripts(), "there are no transcripts"
    assert [fault.what for fault in advertised.faults(map(loaded, transcripts()))] == []
