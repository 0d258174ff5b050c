"""What a kick is like: attack, body, material, space, dynamics, dirt, era and mood."""

from __future__ import annotations

from klangwerk.engines.language.phrases import define

CHARACTERS = (
    define(
        "attack",
        "clicky",
        "click, clicks, clicking, klick, klicks, klickend*, klickig*, beater click, tick, ticky, beater, "
        "schlägel",
        opposite="smooth",
    ),
    define(
        "attack",
        "smooth",
        "glatt*, geschmeidig*, seidig*, silky, silk, clickless, click free, klickfrei*, smoothly, polished, "
        "creamy, cremig*, fließend*",
        opposite="clicky",
    ),
    define(
        "attack",
        "snappy",
        "snap, snapping, schnappig*, schnalzend*, schnappend*, zackig*, flott*, peppig*, smacking, smack",
    ),
    define(
        "body",
        "boomy",
        "boom, booming, bloomy, wummernd*, wummrig*, wummern, dröhnend*, dröhnen, boomig*, bulbous, donner",
        opposite="tight",
    ),
    define(
        "body",
        "tight",
        "straff*, eng*, kompakt*, compact, controlled, kontrolliert*, concise, tightly, fokussiert*, "
        "focused, focussed, stramm*",
        opposite="boomy",
    ),
    define(
        "body",
        "fat",
        "fett*, phat, thick, dick*, full, full bodied, voll*, füllig*, chunky, meaty, beefy, bulky",
        opposite="thin",
    ),
    define(
        "body",
        "thin",
        "dünn*, skinny, mager*, schmal*, slim, schlank*, narrow, hohl*, hollow, weak, schwach*",
        opposite="fat",
    ),
    define("tone", "warm", "warm*, warmth, wärme, cozy, cosy, wohlig*, cuddly, heimelig*", opposite="cold"),
    define(
        "tone",
        "cold",
        "kalt*, icy, eisig*, kühl*, cool, frosty, frostig*, chilly, frozen, sterile, steril*, ice",
        opposite="warm",
    ),
    define(
        "mood",
        "hard",
        "hart*, härte, tough, harsh, stark*, strong, kräftig*, stiff, knallhart*, schroff*, hardness",
        opposite="gentle",
    ),
    define(
        "mood",
        "gentle",
        "zart*, zahm*, subtle, subtil*, delicate, behutsam*, tender, gently, polite, dezent*, feinfühlig*, "
        "quiet, leise/leis*, tame",
        opposite="hard",
    ),
    define(
        "body",
        "subby",
        "sub, subs, subwoofer, subbass, sub bass, bass, bassy, bassig*, basslastig*, low end, tiefbass, "
        "basskräftig*, bässe, sub heavy, bass heavy, lows",
        opposite="thin",
    ),
    define(
        "tone",
        "tonal",
        "melodic, melodisch*, musical, musikalisch*, pitched, tuned, gestimmt*, tonhaltig*, harmonic, "
        "harmonisch*, singing, singend*",
    ),
    define(
        "sweep",
        "sweeping",
        "sweep, swept, pitch drop, pitch sweep, pitch bend, pitch envelope, pitch fall, falling pitch, "
        "fallend*, abfallend*, gleitend*, glide, gliding, swoop, swooping, dive, diving, fallende tonhöhe",
        opposite="flat",
    ),
    define(
        "sweep",
        "flat",
        "flach*, static, statisch*, gleichbleibend*, constant pitch, konstant*, steady, eben*, unbewegt*",
        opposite="sweeping",
    ),
    define(
        "sweep",
        "zappy",
        "zap, zapping, zappig*, laser, lasers, laser zap, pew, pew pew, blip, bleep, blippy, ray gun",
    ),
    define(
        "body",
        "thumpy",
        "thump, thumping, thud, thuddy, wumms, wummsig*, bumms, bummsig*, rumms, pumpernd*, stampfend*, "
        "stomp, stomping",
    ),
    define(
        "body",
        "knocking",
        "knock, knocky, klopfend*, klopfen, pochend*, pochen, tok, tock, anklopfend*, rapping, klopfer",
    ),
    define(
        "material",
        "woody",
        "wood, wooden, holz, hölzern*, holzig*, timber, beater wood, oak, eiche, maple, ahorn, birch",
    ),
    define(
        "material",
        "metallic",
        "metallisch*, blechern*, blech, tinny, steel, stahl, stählern*, clang, clanging, clank, anvil, "
        "amboss, iron, eisern*, scheppernd*, brass",
    ),
    define(
        "material",
        "plastic",
        "plasticky, plastik, kunststoff, plastikartig*, rubber, rubbery, gummi, gummiartig*, vinyl beater, "
        "toy",
    ),
    define(
        "material",
        "felt",
        "felted, filz, filzig*, felt beater, filzschlägel, mallet, wool, wolle, wollig*, woolly, cloth, "
        "stoff",
    ),
    define(
        "space",
        "roomy",
        "room, raum, räumlich*, in a big room, in a large room, in einem großen raum, ambient, ambience, "
        "spacious, live room, room mic, zimmer, raumklang, raumanteil, space, weiträumig*, open",
        opposite="dry",
    ),
    define(
        "space",
        "reverberant",
        "reverb, reverbed, reverberation, reverberating, hall, hallig*, verhallt*, nachhall, wet, echo, "
        "echoey, echoing, echoend*, cathedral, kathedrale, church, kirche, cave, höhle, plate reverb, with "
        "reverb, mit hall, cavernous",
        opposite="dry",
    ),
    define(
        "space",
        "dry",
        "trocken*, reverb free, hallfrei*, anechoic, close mic, close miked, knochentrocken*, bone dry, "
        "staubtrocken*",
        opposite="reverberant",
    ),
    define(
        "space",
        "gated",
        "gate, gating, gated reverb, noise gate, abgehackt*, gegated*, gegatet*, cut off, chopped, "
        "abgeschnitten*",
    ),
    define(
        "dynamics",
        "compressed",
        "compression, compressor, komprimiert*, kompression, squashed, squeezed, gequetscht*, limited, "
        "limiter, limitiert*, ott, pumping, pumpend*, glued, verdichtet*",
        opposite="dynamic",
    ),
    define(
        "dynamics",
        "dynamic",
        "dynamisch*, dynamics, dynamik, uncompressed, unkomprimiert*, lively, lebendig*, lebhaft*, "
        "breathing, atmend*, expressive",
        opposite="compressed",
    ),
    define(
        "dirt",
        "crunchy",
        "crunch, crunched, knirschend*, knusprig*, crushing, krachend*, crackling, bissig*",
        opposite="clean",
    ),
    define(
        "dirt",
        "gritty",
        "grit, grainy, körnig*, grob*, rough, rau*, rauh*, sandig*, sandy, abrasive, kratzig*, scratchy, "
        "grimy",
        opposite="clean",
    ),
    define(
        "dirt",
        "fuzzy",
        "fuzz, fuzz pedal, fuzzed, fuzzig*, flauschig*, furry, pelzig*, bratzig*, brizzelnd*, buzzing, buzzy",
        opposite="clean",
    ),
    define(
        "dirt",
        "saturated",
        "saturation, saturate, sättigung, gesättigt*, tube, tubes, röhre, röhrensättigung, valve, soft "
        "clip, soft clipped, angewärmt*",
        opposite="clean",
    ),
    define(
        "dirt",
        "overdriven",
        "overdrive, overdriving, übersteuert*, übersteuerung, drive, driven, overloaded, overload, "
        "überlastet*, amp, cranked, angezerrt*",
        opposite="clean",
    ),
    define(
        "dirt",
        "clipped",
        "clip, clipping, clipper, hard clip, hard clipped, hard clipping, geclippt*, geklippt*, clippend*, "
        "square, squared off",
        opposite="clean",
    ),
    define(
        "dirt",
        "bitcrushed",
        "bitcrush, bit crushed, bitcrusher, bitcrushing, 8-bit, 8bit, chiptune, downsampled, bit reduced, "
        "bitreduziert*, aliased, aliasing, crushed, 12-bit, 12bit, lo bit, pixelated, pixelig*",
        opposite="clean",
    ),
    define(
        "era",
        "tape",
        "taped, cassette, kassette, tonband, band, bandmaschine, tape saturation, bandsättigung, reel to "
        "reel, tape machine, wow and flutter",
    ),
    define(
        "dirt",
        "dusty",
        "dust, vinyl, vinyl crackle, crackle, crackly, staubig*, staub, verstaubt*, schallplatte, "
        "plattenknistern, knisternd*, knistern, lp, record player, sampled",
        opposite="pure",
    ),
    define(
        "noise",
        "hissy",
        "hiss, hissing, tape hiss, bandrauschen, zischend*, zischelnd*, zischen, zischig*, sizzle, sizzling",
        opposite="pure",
    ),
    define(
        "tone",
        "muffled",
        "dumpf*, muffig*, lowpass, low-pass, lowpassed, underwater, unterwasser, verhangen*, blanketed, "
        "woofy, mumpfig*",
        opposite="crisp",
    ),
    define(
        "tone",
        "crisp",
        "crispy, sharp, scharf*, clear, klar*, präzise/präzis*, precise, crystal, kristallklar*, defined, "
        "definiert*, detailed, spitz*",
        opposite="muffled",
    ),
    define(
        "tone",
        "airy",
        "air, breathy, luftig*, luft, hauchig*, ethereal, ätherisch*, windy, floating, schwebend*, offen*",
    ),
    define(
        "tone",
        "round",
        "rund*, rounded, abgerundet*, roundness, curvy, bauchig*, ball, bubbly, kugelig*, organically round",
    ),
    define(
        "body",
        "resonant",
        "resonance, resonating, ringing, ring, ringy, resonanz, resonierend*, klingend*, schwingend*, "
        "nachschwingend*, undamped, ungedämpft*",
        opposite="damped",
    ),
    define(
        "body",
        "damped",
        "damping, dampened, damp, gedämpft*, abgedämpft*, muted, mute, stuffed, pillow, kissen, decke, "
        "blanket, dead, abgeklebt*, tot*",
        opposite="resonant",
    ),
    define(
        "body",
        "layered",
        "layers, layer, stacked, stack, geschichtet*, gestapelt*, mehrschichtig*, multi layered, "
        "multilayered, complex, komplex*, blended",
    ),
    define(
        "era",
        "analog",
        "analogue, analog*, synth, analog synth, modular, modularsynth, circuit, transistor, drum machine, "
        "drumcomputer",
        opposite="digital",
    ),
    define(
        "era",
        "digital",
        "digital*, computer, fm, sample based, virtual, virtuell*, dsp, cyber, digitally",
        opposite="analog",
    ),
    define(
        "era",
        "vintage",
        "retro, old school, oldschool, classic, klassisch*, old, alt*, altmodisch*, antique, antik*, "
        "nostalgic, nostalgisch*, timeless",
        opposite="modern",
    ),
    define(
        "era",
        "modern",
        "modern*, contemporary, new school, neu*, zeitgemäß*, aktuell*, current, futuristic, futuristisch*, "
        "future, new, fresh, frisch*",
        opposite="vintage",
    ),
    define(
        "size",
        "huge",
        "riesig*, gigantic, gigantisch*, massive, massiv*, big, groß*, enormous, enorm*, giant, gewaltig*, "
        "monster, monströs*, colossal, large",
        opposite="small",
    ),
    define(
        "size",
        "small",
        "klein*, tiny, winzig*, little, mini, miniature, micro, petite, petit, kleinere, lütt*",
        opposite="huge",
    ),
    define(
        "size",
        "heavy",
        "schwer*, wuchtig*, wucht, weighty, heavyweight, powerful, power, kraftvoll*, mächtig*, mighty, "
        "bombastisch*, bombastic, ponderous",
        opposite="light",
    ),
    define(
        "size",
        "light",
        "leicht*, lightweight, feather, federleicht*, schwerelos*, weightless, lightly, unaufdringlich*",
        opposite="heavy",
    ),
    define(
        "mood",
        "aggressive",
        "aggressiv*, angry, wütend*, brutal*, fierce, wild*, violent, evil, böse/bös*, rabiat*, intense, "
        "intensiv*, vicious, savage",
        opposite="mellow",
    ),
    define(
        "mood",
        "mellow",
        "mild*, relaxed, entspannt*, chill, chilled, chillig*, laid back, calm, ruhig*, gemütlich*, "
        "gelassen*, easy, lazy",
        opposite="aggressive",
    ),
    define(
        "mood",
        "raw",
        "roh*, unprocessed, ungeschliffen*, rudimentär*, rotzig*, primal, primitive, primitiv*, untreated, "
        "naked, nackt*, unpolished",
    ),
)
