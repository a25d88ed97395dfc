"""The wheel in an environment of its own, with what it requires from the package index."""

import subprocess
import venv

from tests.test_wheel import build_dists, run_check


def test_the_wheel_in_a_clean_environment(tmp_path):
    """Catch a requirement that is missing: install the wheel and load every table."""
    wheel, _ = build_dists(tmp_path)
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    command = [python, "-m", "pip", "install", *quiet, str(wheel)]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    run_check(python, tmp_path)
