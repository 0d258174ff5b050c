"""A hundred descriptions of tracks, of all genres, in English and German, with and without tempo, key and length."""

from __future__ import annotations

PROMPTS = """
30 seconds peaceful lo-fi chill hop track
lo-fi beat for a rainy night, 74 bpm, 20 seconds
Lo-Fi zum Lernen mit E-Piano, 24 Sekunden
nostalgic lofi with music box and vinyl crackle in D minor
loopable lo-fi study beat, 16 seconds
chill hop with jazz guitar, 88 bpm, 25 seconds
sunny chillhop with flute, F major
Chillhop für den Morgenkaffee, 20 Sekunden
house at 124 bpm with piano chords, 20 seconds
happy house with organ stabs, 25 s
Energiegeladener House in a-Moll, 30 Sekunden
house loop, 128 bpm, 15 seconds
deep house, warm and late night, 20 seconds
deep house with electric piano at 120 bpm in G minor
Deep House am Strand, Sonnenuntergang, 24 Sekunden
dark techno, 132 bpm, F# minor, with a big drop, 30 seconds
hypnotic techno with acid bass, 20 seconds
Harter Techno, 140 bpm, 20 Sekunden
techno without melody, 25 seconds
uplifting trance at 138 bpm with a breakdown, 40 seconds
trance in A minor with supersaw, 20 seconds
Euphorischer Trance mit Arpeggio, 25 Sekunden
drum and bass, 174 bpm, reese bass, 20 seconds
liquid drum and bass, dreamy, 30 seconds
Drum and Bass in E-Moll, 20 Sekunden
aggressive drum'n'bass with a drop, 24 seconds
dubstep with wobble bass, 140 bpm, 24 seconds
deep dark dubstep, 20 seconds
Dubstep mit großem Drop, 30 Sekunden
trap beat with 808s and bells, 140 bpm, 20 seconds
dark trap in C minor, 24 seconds
Trap mit Flöte, 20 Sekunden
slow trap with choir, 30 seconds
boom bap hip hop at 90 bpm, 20 seconds
old school hip hop with jazz piano, 25 seconds
90er Boom Bap mit Kontrabass, 20 Sekunden
uk garage, 132 bpm, 20 seconds
moody 2-step garage in F minor, 24 seconds
UK Garage mit Orgelbass, 20 Sekunden
ambient soundscape with glass pads, 30 seconds
calm ambient in C lydian with felt piano, 40 seconds
Ambient zum Einschlafen, 30 Sekunden
synthwave night drive at 100 bpm, 20 seconds
dark synthwave in E minor, 30 seconds
Synthwave der 80er mit Arpeggio, 24 Sekunden
retrowave with a breakdown, 110 bpm, 24 seconds
happy pop song at 116 bpm, 30 seconds
sad pop ballad with piano in A minor, 30 seconds
Fröhlicher Pop in G-Dur, 20 Sekunden
upbeat commercial pop with clean guitar, 15 seconds
smooth r&b with electric piano, 72 bpm, 24 seconds
neo soul in Eb major, 30 seconds
R&B für eine romantische Nacht, 24 Sekunden
funk with slap bass and clavinet, 108 bpm, 20 seconds
dirty funk in E dorian, 20 seconds
Funk mit Bläsern, 24 Sekunden
disco at 118 bpm with strings, 20 seconds
happy nu-disco in C major, 24 seconds
Disco mit Funkgitarre, 20 Sekunden
swinging jazz trio, 140 bpm, 20 seconds
jazz ballad with tenor saxophone, 30 seconds
cool jazz in Bb major with vibraphone, 24 seconds
Barjazz mit Klavier, 20 Sekunden
slow blues in E, 80 bpm, 30 seconds
blues with overdriven guitar in A, 24 seconds
Blues mit Orgel, 20 Sekunden
bossa nova with nylon guitar, 130 bpm, 20 seconds
bossa nova in D major with flute, 24 seconds
Bossa Nova, entspannt, 20 Sekunden
roots reggae, 74 bpm, 24 seconds
dub reggae in G minor with organ, 30 seconds
Reggae für den Sommer, 24 Sekunden
rock at 128 bpm with distorted guitars, 20 seconds
indie rock in D major, 24 seconds
Rock mit Gitarrensolo, 30 Sekunden
fast punk rock, 20 seconds
thrash metal, 180 bpm, 20 seconds
heavy metal in E minor, 24 seconds
Metal, aggressiv, 20 Sekunden
folk song with acoustic guitar, 96 bpm, 24 seconds
happy folk in G major with fiddle, 20 seconds
Lagerfeuerlied mit Gitarre, 24 Sekunden
epic cinematic trailer music with choir, 30 seconds
tense cinematic score at 100 bpm in D minor, 24 seconds
Epische Filmmusik mit Streichern und Hörnern, 30 Sekunden
dramatic orchestral music, 20 seconds
classical string quartet in C major, 96 bpm, 24 seconds
romantic piano sonata in A minor, 30 seconds
Klassik mit Cembalo, 20 Sekunden
playful classical with flute and pizzicato, 20 seconds
afrobeat, 108 bpm, 20 seconds
afrobeat with brass in F minor, 24 seconds
Afrobeat mit Marimba, 20 Sekunden
chiptune, 150 bpm, 16 seconds
8-bit boss battle in E minor, 20 seconds
fröhliche 8-Bit-Musik in C-Dur, 20 Sekunden
something calm with harp
energetic workout music, 126 bpm
solo piano, sad and slow, 24 seconds
music for a late-night city drive
""".strip().splitlines()
