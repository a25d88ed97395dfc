"""What goes into the wheel beside the loader: the Parquet tables and their descriptor.

They are laid out as in the checkout, save that all but those that most people load are packed into
one archive, which the loader unpacks where somebody asks for one of them. The CSV twins
stay in the checkout and the sdist, since they would double the wheel; the descriptor in it names
what it holds.
"""

from __future__ import annotations

import io
import json
import lzma
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLAIN = (
    "cabinet_parties", "cabinet_phases", "cabinets", "duration_definitions", "election_results",
    "elections", "fall_causes", "falls", "formation_durations", "formation_stages", "formations",
    "model_cabinets", "model_formations", "parties", "party_cabinet", "prime_ministers",
)  # fmt: skip
"""The tables that most people load, which are not in the archive."""
ARCHIVE = "data/tables/packed.tar.xz"
TEXT = {
    "id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 4, "lp": 0, "pb": 0,
    "dict_size": 1 << 25,
}  # fmt: skip
"""LZMA as it is best for what is nearly all text."""


class WheelHook(BuildHookInterface):
    """Adds the tables and a descriptor of only these; an editable install reads the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        package = json.loads((root / "datapackage.json").read_text("utf-8"))
        tables = [one for one in package["resources"] if one["format"] == "parquet"]
        for one in tables:
            if one["name"] not in PLAIN:
                one["packed"] = ARCHIVE
        descriptor = json.dumps(package | {"resources": tables}, ensure_ascii=False, indent=1)
        packed = [root / one["path"] for one in tables if one["name"] not in PLAIN]
        made = {"datapackage.json": f"{descriptor}\n".encode(), ARCHIVE: archive(packed)}
        self._folder = tempfile.TemporaryDirectory()
        for path, content in made.items():
            file = Path(self._folder.name, Path(path).name)
            file.write_bytes(content)
            build_data["force_include"][str(file)] = f"dutchcabinets/{path}"
        plain = [one["path"] for one in tables if one["name"] in PLAIN]
        for path in (*plain, "data/tables/hashes.json"):
            build_data["force_include"][str(root / path)] = f"dutchcabinets/{path}"


def archive(files: list[Path]) -> bytes:
    """Files in one archive, without the time or owner of any."""
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w") as tar:
        for file in files:
            content = file.read_bytes()
            member = tarfile.TarInfo(file.name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return lzma.compress(sink.getvalue(), filters=[TEXT])
