"""What a preset may be called: letters of any language, digits and spaces."""

from __future__ import annotations

import unicodedata

NAME_CHARS_MAX = 32


def cleaned(name: str) -> str:
    """The name as it is kept: composed, trimmed, single spaces. Raises ValueError with a sentence for a person."""
    name = unicodedata.normalize("NFC", name)
    name = "".join(" " if unicodedata.category(char) == "Zs" else char for char in name)
    words = [word for word in name.split(" ") if word]
    if not words:
        raise ValueError("A preset needs a name.")
    for word in words:
        _check(word)
    name = " ".join(words)
    if len(name) > NAME_CHARS_MAX:
        raise ValueError(
            f"A preset's name has at most {NAME_CHARS_MAX} characters; this one has {len(name)}."
        )
    return name


def _check(word: str) -> None:
    """Letters and digits; a combining mark only on one of them, for on a space it would be a sign of its own."""
    if unicodedata.category(word[0])[0] == "M":
        raise ValueError("A preset's name is of letters, digits and spaces; an accent needs a letter.")
    for char in word:
        kind = unicodedata.category(char)
        if kind[0] not in "LM" and kind != "Nd":
            which = f"“{char}” is" if char.isprintable() else "there is a sign in it that is"
            raise ValueError(f"A preset's name is of letters, digits and spaces; {which} none of these.")
