"""The descriptor of the shipped model, written by `klangwerk train kicks --install`."""

from __future__ import annotations

from klangwerk.engines.kick.descriptor import ModelDescriptor

SHIPPED = ModelDescriptor(
    name="klangwerk-kick",
    version="1.0",
    source="klangwerk-kick-1.0.kwm",  # beside the model card
    sha256="959c210375505b7c392cfec55d13b1ea351b33fd10734b1525149dad26c684fc",
    licence="Apache-2.0",
)
