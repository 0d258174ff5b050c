"""The measured pairs of opposites, and the words every kick carries."""

from __future__ import annotations

from klangwerk.engines.language.phrases import define

PAIRS = (
    define(
        "pitch",
        "deep",
        "low, tief*, subsonic, infrasonic, abyssal, abgrundtief*, low pitched, low-pitch, low tuned, tief "
        "gestimmt*, tiefgestimmt*, tiefer ton, bottomless, depth",
        opposite="high",
    ),
    define(
        "pitch",
        "high",
        "hoch/hoh*, high pitched, high-pitch, high tuned, hoch gestimmt*, hochgestimmt*, hoher ton, raised, "
        "upper, treble pitch",
        opposite="deep",
    ),
    define(
        "length",
        "short",
        "kurz*, knapp*, brief, quick, fast, schnell*, fast decay, short decay, short tail, quick decay, "
        "kurzer ausklang, kurz ausklingend*, kurzlebig*, staccato, stubby, choppy",
        opposite="long",
    ),
    define(
        "length",
        "long",
        "lang*, länger, langer ausklang, lang ausklingend*, ausklingend*, sustained, sustain, sustaining, "
        "long decay, slow decay, long tail, tail, ausklang, nachklang, nachklingend*, lasting, extended, "
        "ausgedehnt*, lingering, drawn out, langgezogen*",
        opposite="short",
    ),
    define(
        "attack",
        "soft",
        "weich*, sanft*, soft attack, slow attack, weicher anschlag, langsamer anschlag, cushioned, softly, "
        "fluffy, pillowy, samtig*, velvety, plush, kuschelig*",
        opposite="punchy",
    ),
    define(
        "attack",
        "punchy",
        "punch, druckvoll*, knackig*, schlagkräftig*, hart zuschlagend*, zuschlagend*, durchschlagend*, "
        "hard hitting, attack, fast attack, hard attack, harter anschlag, schneller anschlag, anschlag, "
        "transient, transienten, punching, percussive, perkussiv*, impact, impactful, slamming, slam, "
        "banging, treibend*, driving, druck",
        opposite="soft",
    ),
    define(
        "distortion",
        "clean",
        "sauber*, undistorted, unverzerrt*, distortion free, verzerrungsfrei*, cleanly, pristine, "
        "unbearbeitet*, makellos*, hifi, hi-fi",
        opposite="distorted",
    ),
    define(
        "distortion",
        "distorted",
        "verzerrt*, distortion, distort, dist, verzerrung, zerre, zerrend*, dirty, dreckig*, schmutzig*, "
        "dirt, filthy, trashy, blown out, broken, kaputt*, zerstört*, destroyed, mangled, nasty",
        opposite="clean",
    ),
    define(
        "tone",
        "dark",
        "dunkel/dunkl*, dunkler*, finster*, düster*, düstr*, gloomy, murky, sombre, somber, shadowy, dull, "
        "low passed, schwarz*, black, höhenarm*",
        opposite="bright",
    ),
    define(
        "tone",
        "bright",
        "hell*, brilliant, brillant*, glänzend*, strahlend*, shiny, sparkling, brightness, treble, highs, "
        "top end, höhen, höhenreich*, helligkeit, leuchtend*, glitzernd*",
        opposite="dark",
    ),
    define(
        "noise",
        "pure",
        "rein*, noiseless, noise free, rauschfrei*, rauscharm*, sine, sine wave, sinewave, sinus, sinuston, "
        "sinusförmig*, plain, pur*",
        opposite="noisy",
    ),
    define(
        "noise",
        "noisy",
        "noise, rauschend*, rauschig*, rauschen, verrauscht*, geräuschhaft*, geräuschvoll*, lärmend*, lärm, "
        "lärmig*, static noise, white noise, weißes rauschen, pink noise, rosa rauschen, geräusch",
        opposite="pure",
    ),
)

GENERIC = (
    define(
        "generic",
        "hit",
        "hits, one-shot, oneshot, single hit, schlag, einzelschlag, treffer, strike, hieb, single",
    ),
    define(
        "generic",
        "kick",
        "kicks, kick drum, kickdrum, kick drums, kickdrums, bass drum, bassdrum, basstrommel, große "
        "trommel, fußtrommel, bd",
    ),
)
