"""The stock tool as it is, from the command line."""

import json
import subprocess
import sys
from pathlib import Path

from scripts.schema import ROOT


def test_the_stock_tool_validates_every_resource():
    """Catch a package that the standard tool rejects when it reads Parquet in its own way."""
    tool = Path(sys.executable).parent / "frictionless"
    command = [tool, "validate", "datapackage.json", "--json"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-3000:]
    report = json.loads(result.stdout)
    package = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    assert report["stats"]["tasks"] == len(package["resources"])
