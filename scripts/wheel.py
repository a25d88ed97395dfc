"""What goes into the wheel beside the loader: the Parquet tables and their descriptor.

They are laid out as in the checkout. The CSV twins stay in the checkout and the sdist, since they
would double the wheel; the descriptor in it names what it holds.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelHook(BuildHookInterface):
    """Adds the tables and a descriptor of only these; an editable install reads the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        package = json.loads((root / "datapackage.json").read_text("utf-8"))
        package["resources"] = [
            resource for resource in package["resources"] if resource["format"] == "parquet"
        ]
        self._folder = tempfile.TemporaryDirectory()
        descriptor = Path(self._folder.name, "datapackage.json")
        descriptor.write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", "utf-8")
        build_data["force_include"][str(descriptor)] = "dutchcabinets/datapackage.json"
        paths = [resource["path"] for resource in package["resources"]]
        for path in (*paths, "data/tables/hashes.json"):
            build_data["force_include"][str(root / path)] = f"dutchcabinets/{path}"
