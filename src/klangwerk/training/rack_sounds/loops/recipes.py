"""The ten noise loops, in the order of display."""

from __future__ import annotations

from typing import Final

from klangwerk.training.rack_sounds.loops import airs, machines, surfaces
from klangwerk.training.rack_sounds.recipe import Recipe

NOISES: Final = (
    Recipe(
        "Staub",
        "Empty record groove and warm tape: hiss, swish and crackle; glues anything together.",
        surfaces.dust,
    ),
    Recipe(
        "Nordwind",
        "Gusts round a corner with whistling edges; wide and restless, for breaks and intros.",
        airs.wind,
    ),
    Recipe(
        "Maschinenhalle",
        "Rotor, stamps on iron and steam in a hall; for industrial and hard techno.",
        machines.machine_hall,
    ),
    Recipe(
        "Wellblech",
        "Rain on corrugated iron, light and heavy drops; fills the top of a sparse loop.",
        surfaces.rain,
    ),
    Recipe(
        "Kurzwelle",
        "Between two stations: static, gliding whistles, a teletype far away; for electro and dub.",
        surfaces.radio,
    ),
    Recipe(
        "Unterdeck",
        "Deep in the hull of a ship that hums, beats and creaks; a floor under dark kicks.",
        machines.ship,
    ),
    Recipe(
        "Atem",
        "Two slow breaths, in and out, that open and close; hypnotic, moves against the beat.",
        airs.breath,
    ),
    Recipe(
        "Polarlicht",
        "Glittering partials of an open chord on D over bright air; for trance and melodic techno.",
        airs.northern_light,
    ),
    Recipe(
        "Ritual",
        "Deep voices on D in a vault, with an overtone that wanders above them; for slow, dark techno.",
        airs.ritual,
    ),
    Recipe(
        "Hochspannung",
        "Transformer buzz, corona hiss and arcs that break out; hard, close and electric.",
        machines.high_voltage,
    ),
)
