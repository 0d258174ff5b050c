"""What a mix is: how loud, how bright, how far away and how held together its channels are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from klangwerk.engines.composer.render.ducking import Ducking
from klangwerk.engines.composer.render.spaces import Echo, Space
from klangwerk.engines.composer.render.strips import Role
from klangwerk.engines.composer.render.tone import Bell, Eq
from klangwerk.engines.composer.score import Stem
from klangwerk.engines.mastering.balance import ANY, Spread

DRY = -60.0  # a send at which nothing is heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """`level_db` is on one scale for all: for bass and kick of plain power, for others of K-weighted power.
    `send_db` is how loud its reverb is beside it. `width` scales the sides of what is stereo, up to 3 dB
    under the middle.
    """

    level_db: float
    send_db: float = DRY
    eq: Eq = field(default_factory=Eq)
    width: float = 1.0
    pan: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Glue:
    """A compressor of a whole stem: its threshold lies `over_db` above the stem's loudness. `drive` saturates:
    0 not at all, 1 audibly.
    """

    ratio: float = 1.0
    over_db: float = 0.0
    attack_s: float = 0.02
    release_s: float = 0.15
    drive: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """All of a genre's settings. `spaces` and `echoes` belong to the stem that sends into them. `tone` lies on
    everything. `wow_cents` wavers chords and melody. `spread` is the balance of the music that it is mastered to.
    """

    channels: Mapping[Role, Channel]
    spaces: Mapping[Stem, Space]
    glues: Mapping[Stem, Glue]
    echoes: Mapping[Stem, Echo] = field(default_factory=dict)
    ducking: Ducking | None = None
    tone: Eq = field(default_factory=Eq)
    wow_cents: float = 0.0
    spread: Spread = ANY

    def with_levels(self, **levels_db: float) -> Mix:
        """The same with other levels, by name of role."""
        channels = dict(self.channels)
        for name, level_db in levels_db.items():
            channels[Role(name)] = replace(channels[Role(name)], level_db=level_db)
        return replace(self, channels=channels)

    def with_sends(self, **sends_db: float) -> Mix:
        """The same with other sends, by name of role."""
        channels = dict(self.channels)
        for name, send_db in sends_db.items():
            channels[Role(name)] = replace(channels[Role(name)], send_db=send_db)
        return replace(self, channels=channels)


CHANNELS: dict[Role, Channel] = {
    Role.KICK: Channel(level_db=-7.0, eq=Eq(high_pass_hz=28.0)),
    Role.SNARE: Channel(
        level_db=-10.0,
        send_db=-13.0,
        eq=Eq(high_pass_hz=110.0, high_shelf=(9000.0, -2.0), low_pass_hz=15_000.0),
    ),
    Role.HATS: Channel(
        level_db=-15.0,
        send_db=-22.0,
        eq=Eq(high_pass_hz=300.0, high_shelf=(10_000.0, -3.0), low_pass_hz=15_000.0),
        pan=0.2,
    ),
    Role.DRUMS: Channel(level_db=-13.0, send_db=-14.0, eq=Eq(high_pass_hz=70.0), pan=-0.1),
    Role.EFFECTS: Channel(level_db=-15.0, send_db=-10.0, eq=Eq(high_pass_hz=90.0)),
    Role.NOISE: Channel(level_db=-32.0, eq=Eq(high_pass_hz=200.0)),
    Role.BASS: Channel(level_db=-7.0, eq=Eq(high_pass_hz=30.0)),
    Role.KEYS: Channel(
        level_db=-8.0, send_db=-12.0, width=1.6, eq=Eq(high_pass_hz=110.0, bells=(Bell(300.0, -1.5),))
    ),
    Role.PAD: Channel(
        level_db=-11.0, send_db=-10.0, eq=Eq(high_pass_hz=140.0, bells=(Bell(350.0, -2.0),)), width=1.7
    ),
    Role.LEAD: Channel(
        level_db=-7.0, send_db=-11.0, width=1.3, eq=Eq(high_pass_hz=130.0, bells=(Bell(3000.0, 1.0),))
    ),
}
"""Where tables begin: a balanced band, a little roomy."""

GLUES: dict[Stem, Glue] = {
    Stem.PERCUSSION: Glue(ratio=2.0, over_db=4.0, attack_s=0.02, release_s=0.12, drive=0.25),
    Stem.BASS: Glue(ratio=3.0, over_db=1.0, attack_s=0.015, release_s=0.15, drive=0.3),
    Stem.CHORDS: Glue(ratio=1.7, over_db=2.0, attack_s=0.03, release_s=0.25),
    Stem.MELODY: Glue(ratio=2.0, over_db=2.0, attack_s=0.02, release_s=0.2, drive=0.1),
}
