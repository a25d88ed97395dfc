"""The wheel in environments of its own, with what it requires from the package index."""

import re
import subprocess
import tomllib
import venv

import pytest

from scripts.schema import ROOT
from tests.test_wheel import build_dists, run_check

RANGES = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
# The oldest that pyproject.toml allows; they know nothing of the second numpy.
OLDEST = [*(re.sub(r">=(.+)", r"==\1.*", one) for one in RANGES), "numpy<2"]


@pytest.mark.parametrize("wanted", [[], OLDEST], ids=["newest", "oldest"])
def test_the_wheel_in_a_clean_environment(tmp_path, wanted):
    """Catch a requirement that is missing, or older than what works: load every table."""
    wheel, _ = build_dists(tmp_path)
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    command = [python, "-m", "pip", "install", *quiet, str(wheel), *wanted]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    run_check(python, tmp_path)
