"""What can be wrong with a project file."""

from __future__ import annotations

from klangwerk.engines.contracts import InputUnusable


class NotADawproject(InputUnusable):
    """The file is no DAWproject, is damaged, or holds more than is taken in."""

    code = "not_a_dawproject"
