"""What goes into the wheel beside the loader: the Parquet tables and their descriptor.

They are laid out as in the checkout, save that the tables on who says so, most of the bytes, are
packed into one archive, which the loader unpacks where somebody asks for one of them. The CSV twins
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

PACKED = (
    "claims", "codes", "crosswalk", "events", "evidence", "evidence_exceptions", "fall_recodings",
    "family_links", "lineage", "persons", "rulings", "sites", "sources",
)  # fmt: skip
"""The tables in the archive."""
ARCHIVE = "data/tables/packed.tar.xz"


class WheelHook(BuildHookInterface):
    """Adds the tables and a descriptor of only these; an editable install reads the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        package = json.loads((root / "datapackage.json").read_text("utf-8"))
        tables = [one for one in package["resources"] if one["format"] == "parquet"]
        for one in tables:
            if one["name"] in PACKED:
                one["packed"] = ARCHIVE
        descriptor = json.dumps(package | {"resources": tables}, ensure_ascii=False, indent=1)
        packed = [root / one["path"] for one in tables if one["name"] in PACKED]
        made = {"datapackage.json": f"{descriptor}\n".encode(), ARCHIVE: archive(packed)}
        self._folder = tempfile.TemporaryDirectory()
        for path, content in made.items():
            file = Path(self._folder.name, Path(path).name)
            file.write_bytes(content)
            build_data["force_include"][str(file)] = f"dutchcabinets/{path}"
        plain = [one["path"] for one in tables if one["name"] not in PACKED]
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
    return lzma.compress(sink.getvalue(), preset=9 | lzma.PRESET_EXTREME)
