"""Plucked strings that are no guitars, and the clavinet, whose strings are struck."""

from klangwerk.engines.composer.instruments.plucked.clavinet import clavinet
from klangwerk.engines.composer.instruments.plucked.harp import harp
from klangwerk.engines.composer.instruments.plucked.harpsichord import harpsichord
from klangwerk.engines.composer.instruments.plucked.pizzicato import pizzicato

__all__ = ["clavinet", "harp", "harpsichord", "pizzicato"]
