"""The given names that kicks are called by: old-fashioned, German, and no two easily taken for each other."""

from __future__ import annotations

NAME_PREFIX = "AI: "

NAMES: tuple[str, ...] = (
    # a to d
    "Adalbert", "Adelheid", "Agathe", "Alfons", "Alwine", "Ansgar", "Apollonia", "Arnulf", "Auguste", "Balduin",
    "Balthasar", "Bartholomäus", "Benno", "Berthold", "Blasius", "Bonifaz", "Brunhilde", "Burkhard", "Carsten",
    "Cäcilie", "Dagobert", "Dankwart", "Detlef", "Diethelm", "Dorothea",
    # e to g
    "Eberhard", "Eckbert", "Edeltraud", "Egon", "Ehrenfried", "Eleonore", "Elfriede", "Emmerich", "Engelbert",
    "Erdmute", "Erwin", "Eusebius", "Ewald", "Falko", "Ferdinand", "Flora", "Fridolin",
    "Gerlinde", "Gernot", "Gertrud", "Giselher", "Gottlieb", "Gunhild", "Günther", "Gustav",
    # h to k
    "Hannelore", "Hartmut", "Hasso", "Hedwig", "Heinrich", "Heidrun", "Helga", "Hellmuth", "Heribert",
    "Hermine", "Hieronymus", "Hildegard", "Horst", "Hubertus", "Ignaz", "Ingeborg", "Irmgard", "Isolde", "Jobst",
    "Jolanthe", "Kaspar", "Kasimir", "Klothilde", "Knut", "Konrad", "Korbinian", "Kreszenz", "Kunibert", "Kunigunde",
    # l to q
    "Lambert", "Leberecht", "Leopold", "Liselotte", "Lothar", "Ludmilla", "Luitpold", "Magnus", "Manfred",
    "Mathilde", "Mechthild", "Meinrad", "Melchior", "Nepomuk", "Norbert", "Notburga", "Oktavia", "Olaf", "Oswald",
    "Ottilie", "Ottokar", "Pankraz", "Philomena", "Quirin",
    # r to s
    "Radegunde", "Raimund", "Reinhold", "Richlinde", "Roland", "Rosamunde", "Roswitha", "Ruprecht",
    "Sebald", "Severin", "Sieglinde", "Siegfried", "Sigismund", "Swantje",
    # t to z
    "Tassilo", "Thaddäus", "Theobald", "Thekla", "Thusnelda", "Traugott", "Trudbert", "Ulrike", "Ursula", "Valentin",
    "Veit", "Volkmar", "Walburga", "Waldemar", "Waltraud", "Wendelin", "Wenzel", "Wiebke", "Wilfried", "Wilhelmine",
    "Wolfram", "Wunibald", "Xaver", "Yvo", "Zacharias", "Zenobia",
)  # fmt: skip
