"""The fourteen impulse responses, in the order of display."""

from __future__ import annotations

from typing import Final

from klangwerk.training.rack_sounds.impulses import metal, shapes, spaces
from klangwerk.training.rack_sounds.recipe import Recipe

REVERBS: Final = (
    Recipe(
        "Lagerhalle",
        "Warehouse of brick and concrete, warm and dense, 1.5 s; the one to start with.",
        spaces.warehouse,
        low_cut_hz=62.0,
    ),
    Recipe(
        "Kammer",
        "Small tiled room, under half a second; puts a kick in a place without a tail.",
        spaces.chamber,
        low_cut_hz=100.0,
    ),
    Recipe(
        "Aula",
        "Big bright hall of wood, wide, 2 s; for open, slow and trancy patterns.",
        spaces.auditorium,
    ),
    Recipe(
        "Dom",
        "Dark cathedral of 3 s that takes its time and roars below; the classic behind a lonely kick.",
        spaces.cathedral,
        low_cut_hz=45.0,
    ),
    Recipe(
        "Grotte",
        "Cave: halls behind halls that answer one after another, each darker; makes a rhythm of its own.",
        spaces.cave,
    ),
    Recipe(
        "Tunnel",
        "Railway tunnel with fluttering walls and whistling echoes from its ends; for techno on the move.",
        spaces.tunnel,
    ),
    Recipe(
        "Stahlblech",
        "Steel plate, bright and even, 2 s; keeps its shape under heavy compression.",
        metal.steel_plate,
        low_cut_hz=90.0,
    ),
    Recipe(
        "Goldfolie",
        "Small warm foil plate, 1 s; thickens without being noticed.",
        metal.gold_foil,
        low_cut_hz=90.0,
    ),
    Recipe(
        "Feder",
        "Old spring tank with its drip and boing; for dub.",
        metal.spring,
    ),
    Recipe(
        "Drahtseil",
        "Slack steel cable: every hit comes back as a falling laser chirp; for hard and strange kicks.",
        metal.wire,
    ),
    Recipe(
        "Rohr",
        "Drain pipe that hums hollow on G; turns a kick into a bass note.",
        metal.pipe,
        low_cut_hz=40.0,
    ),
    Recipe(
        "Tank",
        "Empty oil tank, ringing and beating metal, 2.5 s; industrial.",
        metal.tank,
    ),
    Recipe(
        "Torschluss",
        "Gated: a dense wall of a third of a second, then shut; big without a tail.",
        shapes.gated,
    ),
    Recipe(
        "Sog",
        "Backwards: swells for three quarters of a second into the next beats and breaks off; pumps.",
        shapes.swell,
    ),
)
