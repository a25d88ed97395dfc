"""Programs that a test needs and that are not Python's: there, installed, or said to be missing."""

import os
import shlex
import shutil
import subprocess

import pytest

APT = ["apt-get", "--quiet", "install", "-y", "--no-install-recommends"]
WAIT = 900
"""Seconds: LibreOffice is large."""


def needs(command, packages, probe=None):
    """The path of a program, after installing its packages where that may be done.

    Where it is missing the test is skipped and says so; where CI is set it fails instead.

    Args:
        command: the program: "Rscript", "soffice".
        packages: the packages of Debian in which it and what it uses come.
        probe: arguments with which the program ends well if all that it uses is there.
    """
    if not _works(command, probe):
        _install(packages)
    if _works(command, probe):
        return shutil.which(command)
    said = f"{command} is missing or incomplete: {shlex.join([*APT, *packages])}"
    if os.environ.get("CI"):
        pytest.fail(f"{said}; with CI set nothing is skipped", pytrace=False)
    pytest.skip(said)


def _works(command, probe):
    found = shutil.which(command)
    if found is None or probe is None:
        return found is not None
    return subprocess.run([found, *probe], capture_output=True).returncode == 0


def _install(packages):
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for one in (["apt-get", "--quiet", "update"], [*APT, *packages]):
        subprocess.run(one, env=quiet, capture_output=True, timeout=WAIT)
