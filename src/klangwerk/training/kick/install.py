"""Making a trained model the shipped one: the archive, its descriptor and its card."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path

from klangwerk.engines.kick.bundle import DESCRIPTION
from klangwerk.engines.kick.descriptor import WEIGHTS

DESCRIPTOR = WEIGHTS.with_name("shipped.py")

SOURCE = '''"""The descriptor of the shipped model, written by `klangwerk train kicks --install`."""

from __future__ import annotations

from klangwerk.engines.kick.descriptor import ModelDescriptor

SHIPPED = ModelDescriptor(
    name="{name}",
    version="{version}",
    source="{file}",  # beside the model card
    sha256="{sha256}",
    licence="{licence}",
)
'''


def install(archive: Path) -> None:
    """Copy the archive into the package and point the descriptor at it."""
    with zipfile.ZipFile(archive) as opened:
        described = json.loads(opened.read(DESCRIPTION))
    WEIGHTS.mkdir(exist_ok=True)
    target = WEIGHTS / archive.name
    shutil.copyfile(archive, target.with_suffix(".tmp"))
    os.replace(target.with_suffix(".tmp"), target)
    temporary = DESCRIPTOR.with_suffix(".tmp")
    temporary.write_text(
        SOURCE.format(
            name=described["name"],
            version=described["version"],
            file=archive.name,
            sha256=hashlib.sha256(archive.read_bytes()).hexdigest(),
            licence=described["licence"],
        )
    )
    os.replace(temporary, DESCRIPTOR)
    for other in WEIGHTS.glob("*.kwm"):
        if other != target:
            other.unlink()
