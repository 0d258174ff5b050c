"""Moods, and scenes that stand for one."""

from __future__ import annotations

from collections.abc import Iterator

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.prompt.vocabulary.terms import MoodTerm

_G = Genre

_MOODS: tuple[tuple[MoodTerm, str], ...] = (
    (
        MoodTerm("happy", 0.1, 0.15, 1, _G.POP),
        (
            "happy, cheerful, joyful, joyous, merry, feel-good, feel good, good mood, positive, optimistic, "
            "fröhlich*, froh*, glücklich*, heiter*, gute laune, positiv*, optimistisch*, lustig*, "
            "funny, fun, gut "
            "gelaunt*, freudig*"
        ),
    ),
    (
        MoodTerm("sad", -0.15, -0.15, -1),
        (
            "sad, sorrowful, melancholic, melancholy, melancholia, heartbroken, tearful, mournful, "
            "gloomy, lonely, "
            "traurig*, melancholisch*, wehmütig*, trübsinnig*, einsam*, depressiv*, emotional, emotional*, "
            "bittersweet, wistful, sehnsüchtig*"
        ),
    ),
    (
        MoodTerm("dark", 0.0, -0.25, -1),
        (
            "dark, darker, sinister, ominous, brooding, evil, moody, noir, gothic, düster*, "
            "dunkel/dunkl*, finster*, "
            "unheilvoll*, böse*, grim"
        ),
    ),
    (
        MoodTerm("bright", 0.05, 0.25, 1),
        (
            "bright, shiny, sparkling, brilliant, crisp, hell*, glänzend*, strahlend*, glitzernd*, "
            "light, leicht*, "
            "airy, luftig*"
        ),
    ),
    (
        MoodTerm("calm", -0.25, -0.1, 0, _G.AMBIENT),
        (
            "sleep, sleeping, einschlafen, schlafen, bedtime, lullaby, schlaflied, "
            "calm, calming, peaceful, quiet, relaxing, relaxed, relax, soothing, serene, tranquil, "
            "gentle, soft, "
            "mellow, chill, chilled, chilling, laid-back, laid back, easygoing, slow and calm, "
            "ruhig*, friedlich*, "
            "entspannt*, entspannend*, sanft*, leise/leis*, still*, gelassen*, beruhigend*, "
            "gemütlich*, cozy, cosy, "
            "sleepy, schläfrig*, subtle, minimalistic, minimalistisch*"
        ),
    ),
    (
        MoodTerm("energetic", 0.25, 0.1, 0, _G.HOUSE),
        (
            "energetic, energy, high energy, high-energy, powerful, driving, upbeat, lively, "
            "dynamic, vigorous, "
            "pumping, banging, hard-hitting, hype, party, energiegeladen*, energisch*, kraftvoll*, "
            "treibend*, "
            "lebhaft*, schwungvoll*, mitreißend*, dynamisch*, antreibend*, workout, gym, fitness, "
            "training, sport, "
            "running, punchy, bouncy, motivational, motivating, motivierend*, double kick, "
            "double bass drum, double- "
            "kick"
        ),
    ),
    (
        MoodTerm("aggressive", 0.3, 0.0, -1, _G.METAL),
        (
            "aggressive, hard, heavy, brutal, angry, furious, intense, wild, raw, violent, "
            "aggressiv*, hart*, "
            "wütend*, brutal*, heftig*, wild*, intensiv*, rough, dirty, filthy, gnarly"
        ),
    ),
    (
        MoodTerm("epic", 0.25, 0.0, -1, _G.CINEMATIC),
        (
            "adventure, abenteuer, fantasy, battle, boss battle, boss fight, quest, "
            "epic, heroic, majestic, grand, massive, huge, triumphant, monumental, "
            "powerful orchestral, glorious, "
            "victorious, episch*, heroisch*, majestätisch*, gewaltig*, triumphal*, monumental*, heldenhaft*, "
            "bombastic, bombastisch*, mighty"
        ),
    ),
    (
        MoodTerm("dramatic", 0.15, -0.1, -1, _G.CINEMATIC),
        "dramatic, drama, tragic, dramatisch*, tragisch*, theatralisch*",
    ),
    (
        MoodTerm("tense", 0.05, -0.15, -1, _G.CINEMATIC),
        (
            "tense, suspense, suspenseful, thriller, spannend*, angespannt*, nervous, urgent, "
            "restless, unruhig*, "
            "chase, verfolgungsjagd, action"
        ),
    ),
    (
        MoodTerm("scary", 0.0, -0.3, -1, _G.CINEMATIC),
        (
            "scary, spooky, horror, creepy, eerie, haunting, haunted, gruselig*, unheimlich*, "
            "schaurig*, halloween, "
            "nightmare"
        ),
    ),
    (
        MoodTerm("dreamy", -0.15, 0.0, 0, _G.AMBIENT),
        (
            "dreamy, dreamlike, ethereal, floating, hazy, celestial, spacey, spacy, cosmic, space, "
            "otherworldly, "
            "atmospheric, verträumt*, träumerisch*, schwebend*, traumhaft*, ätherisch*, weltraum, "
            "atmosphärisch*, "
            "magical, magic, magisch*, surreal, psychedelic, psychedelisch*, trippy"
        ),
    ),
    (
        MoodTerm("romantic", -0.1, 0.05, 1),
        (
            "romantic, love, lovely, tender, intimate, sensual, sexy, seductive, romantisch*, "
            "liebevoll*, zärtlich*, "
            "sinnlich*, innig*, wedding, hochzeit, smooth, geschmeidig*"
        ),
    ),
    (
        MoodTerm("nostalgic", -0.1, -0.05, 0, _G.LOFI),
        (
            "nostalgic, nostalgia, retro, vintage, old, old-school, oldschool, memories, nostalgisch*, alt*, "
            "sentimental, sentimental*"
        ),
    ),
    (
        MoodTerm("warm", -0.05, -0.1, 1),
        "deep, tief*, warm, warm*, cosy warm, analog, analogue, organic, organisch*, rich, full, round",
    ),
    (
        MoodTerm("cold", 0.0, 0.1, -1),
        "cold, icy, frozen, sterile, kalt*, eisig*, frostig*, winter, winterlich*, snow, schnee",
    ),
    (
        MoodTerm("mysterious", -0.05, -0.15, -1),
        (
            "mysterious, mystery, mystic, mystical, enigmatic, secret, geheimnisvoll*, mysteriös*, "
            "mystisch*, "
            "rätselhaft*"
        ),
    ),
    (
        MoodTerm("uplifting", 0.15, 0.2, 1, _G.TRANCE),
        (
            "uplifting, euphoric, inspiring, inspirational, hopeful, hope, euphorisch*, erhebend*, "
            "inspirierend*, "
            "hoffnungsvoll*, mutmachend*, celebratory"
        ),
    ),
    (
        MoodTerm("hypnotic", 0.0, -0.1, -1, _G.TECHNO),
        "hypnotic, repetitive, trancey, hypnotisch*, monoton*, trance-like",
    ),
    (
        MoodTerm("playful", 0.05, 0.2, 1),
        (
            "playful, quirky, cute, whimsical, childlike, silly, cartoon, comedy, verspielt*, "
            "niedlich*, drollig*, "
            "süß*, kindlich*"
        ),
    ),
    (
        MoodTerm("cool", 0.0, -0.05, -1),
        (
            "cool, cool*, swagger, confident, slick, stylish, lässig*, stylisch*, classy, elegant, elegant*, "
            "sophisticated"
        ),
    ),
    (
        MoodTerm("night", -0.1, -0.15, -1, _G.SYNTHWAVE),
        (
            "drive, driving car, highway, autobahn, "
            "night, late night, late-night, midnight, nocturnal, nacht, nächtlich*, mitternacht, "
            "night drive, driving "
            "at night, neon, city, urban, cyberpunk, stadt, nachtfahrt"
        ),
    ),
    (
        MoodTerm("summer", 0.1, 0.2, 1, _G.DEEP_HOUSE),
        (
            "summer, sunny, beach, sunset, sunrise, tropical, holiday, vacation, island, sommer, "
            "sommerlich*, "
            "sonnig*, strand, sonnenuntergang, tropisch*, urlaub, ibiza, morning, morgen, spring, frühling"
        ),
    ),
    (
        MoodTerm("rainy", -0.15, -0.15, -1, _G.LOFI),
        (
            "rain, rainy, rainy day, regen, regnerisch*, verregnet*, autumn, fall leaves, herbst, "
            "herbstlich*, foggy, "
            "nebel, neblig*"
        ),
    ),
    (
        MoodTerm("focused", -0.15, -0.05, 0, _G.LOFI),
        (
            "study, studying, focus, concentration, coding, work, reading, coffee, cafe, café, "
            "coffee shop, lernen, "
            "konzentration, arbeiten, kaffee, kaffeehaus, lesen, homework, podcast, background, hintergrund, "
            "hintergrundmusik, vlog"
        ),
    ),
    (
        MoodTerm("nature", -0.15, 0.05, 1, _G.AMBIENT),
        (
            "nature, forest, mountain, mountains, ocean, sea, river, natur, wald, berge, meer, fluss, "
            "garden, garten"
        ),
    ),
    (
        MoodTerm("futuristic", 0.05, 0.1, -1, _G.TECHNO),
        (
            "futuristic, sci-fi, scifi, science fiction, robotic, technology, tech, futuristisch*, "
            "zukunft, roboter, "
            "digital"
        ),
    ),
    (
        MoodTerm("groovy", 0.1, 0.05, 0, _G.FUNK),
        "groove, dancey, danceable, tanzbar*, grooving, head-nodding, swaying, catchy, eingängig*",
    ),
)


def mood_terms() -> Iterator[tuple[str, MoodTerm]]:
    """Comma-separated phrases with what they mean."""
    for term, names in _MOODS:
        yield names, term
