"""Words that say nothing about a track, and words that turn what follows into its opposite."""

from __future__ import annotations

from typing import Final

from klangwerk.engines.language.phrases import fold, phrase_key


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _phrases(phrases: str) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase_key(phrase) for phrase in phrases.split(","))


STOP_WORDS: Final = _folded(
    """
    a an the and or of with for to in on at by from into as is are be was this that these those it its i me my you
    your we us our he she they want wants wanted need needs like likes would could should can will please pls thanks
    give make makes made making generate create compose write produce get find show play do does let lets go some
    any something thing things one also but so then than w n s t m ll ve re d x o & + = / via around about ca circa
    version plus yet where which who what how when if there here kind sort type style styled styles sounding sounds
    sound based feel feeling feels vibe vibes vibey flavour flavor flavored touch hint bit lot lots very really
    extra super ultra quite rather pretty fairly extremely extreme incredibly strongly totally especially
    particularly more most much many slightly somewhat too nice good great beautiful beautifully awesome perfect
    suitable suited appropriate track tracks song songs music piece pieces tune tunes audio composition number theme
    backing recording featuring feat including includes having has have using use elements element influenced
    influences inspired mood moods atmosphere long short duration length key tempo bpm speed per minute seconds
    second lead leading led under over above behind between while through throughout during after before until all
    every each another other same own up down out off first last new modern contemporary high low big small little
    nicely simple complex ish esque der die das den dem des ein eine einen einem einer eines und oder mit für von
    vom zu zum zur im in am an auf aus bei als wie ist sind sein soll sollte bitte danke ich du er sie es wir ihr
    mir mich dir uns mein meine dein möchte will hätte gern gerne brauche mach mache machen gib gibt erzeuge
    erstelle generiere komponiere schreibe klingen klingt klang etwas was so eher auch noch dann aber doch mal
    dieser diese dieses welche hauch art stil richtung charakter sehr extrem echt richtig ganz besonders ziemlich
    total wirklich viel viele vielen mehr meist bisschen wenig schön schöne schöner schönes schönen gut gute guter
    gutes toll tolle stück stücke lied lieder musik titel nummer thema begleitung stimmung atmosphäre gefühl tonart
    dauer länge lang lange langem langer langes kurz kurze kurzer kurzes minute minuten sekunde sekunden takt takte
    unter über hinter zwischen während durch nach vor bis alle jeder jede jedes moderne moderner modernes neu neue
    neuer neues groß große großer großes großem großen klein kleine kleiner kleines kleinem kleinen einfach einfache
    einfacher einfaches
    """
)
"""Dropped without report."""

NEGATORS: Final = _phrases(
    """
    no, not, without, w/o, without any, minus, none, nor, neither, lacking, free of, anything but, avoid, don't, dont,
    no more, skip, leave out, remove, without a, no big, kein, keine, keinen, keinem, keiner, keinerlei, nicht, ohne,
    nie, weder, frei von, ohne jegliches, lass weg
    """
)
"""In front of something: without it."""

NEGATION_LINKS: Final = _folded("or nor and oder noch und")
"""They carry a no on to the next: "no drums or bass"."""

COMPOUND_ENDS: Final = _folded(
    ""
    "stueck musik lied song solo sound melodie klang klaenge beat track melodien begleitung music akkorde chords"
)
"""Second halves of German compounds that add nothing to the first: "Klavierstück", "Technobeat"."""
