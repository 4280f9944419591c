"""What looks like a secret in a text: the well-known shapes of tokens, and words that are too random for anything else.

The shapes are those that their issuers document, so that scanners may find them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from operator import ne
from typing import NamedTuple

MASK = "****"  # what is shown for a secret


class Look(NamedTuple):
    """From where to where a text looks like a secret, and like what: ``a GitHub token``."""

    start: int
    end: int
    what: str


_NOT_FILLED_IN = r"(?![$<{%*\[])"  # ${PASSWORD}, <password>, {{ password }}, %PASSWORD%, ****
_SHAPES = {
    "an AWS access key": r"(?<![A-Za-z0-9])A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9])",
    "a GitHub token": r"(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})",
    "a GitLab token": r"(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}",
    "a Slack token": r"(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}",
    "a Slack webhook": r"hooks\.slack\.com/services/(?P<webhook>[A-Za-z0-9]+/[A-Za-z0-9]+/[A-Za-z0-9]{16,})",
    "a JSON web token": r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?",
    "an Azure access key": r"(?i:accountkey|sharedaccesskey)=(?P<access>[A-Za-z0-9+/]{32,}={0,2})",
    "a signature of Azure": r"(?<![A-Za-z0-9])sig=(?P<signature>[A-Za-z0-9+/%_-]{20,}={0,2})",
    "a client secret of Entra ID": r"(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}(?![\w~.-])",
    "a password of a container registry": r"[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9]{6}",
    "a private key": r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?s:.*?(?:-----END [A-Z0-9 ]+-----|\Z))",
    "a Google API key": r"(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}",
    "an API key": r"(?<![A-Za-z0-9_-])sk-(?=[\w-]*[0-9])(?=[\w-]*[A-Z])[A-Za-z0-9_-]{20,}",
    "a Stripe key": r"(?<![A-Za-z0-9])(?:[rs]k|whsec)_(?:live_|test_)?[A-Za-z0-9]{16,}",
    "an npm token": r"(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}",
    "a PyPI token": r"(?<![A-Za-z0-9])pypi-AgE[A-Za-z0-9_-]{16,}",
    "a SendGrid key": r"(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}",
    "a Docker Hub token": r"(?<![A-Za-z0-9])dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}",
    "a Hugging Face token": r"(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,}",
    "a password in an address": rf"[A-Za-z][A-Za-z0-9+.-]*://[^\s/:@\"']*:{_NOT_FILLED_IN}(?P<address>[^\s/@\"']+)@",
    "a password": rf"(?i:(?<![A-Za-z0-9])(?:password|passwd|pwd)=){_NOT_FILLED_IN}(?P<pwd>[^\s;,\"'&|)]{{3,}})",
}
_HINTS = re.compile("A[KS]IA|_|-|eyJ|=|Q~|ACR|AIza|SG|://|hooks")  # every shape holds one: most texts hold none
_ANY = re.compile("|".join(f"(?P<shape{index}>{shape})" for index, shape in enumerate(_SHAPES.values())))
_NAMES = list(_SHAPES)
_WORD = re.compile(r"[A-Za-z0-9_+/=-]{20,}")
_PIECE = re.compile(r"[A-Za-z0-9+]+")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DIGEST = re.compile(r"(?:sha(?:1|256|384|512)[:-])$", re.IGNORECASE)
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SIGNED = re.compile(r"(?<![A-Za-z0-9])s[ev]=")
RANDOM = "a random key"
LEAST = 8  # characters


def looks(text: str) -> Iterator[Look]:
    """What looks like a secret in a text, in its order; nothing twice."""
    if len(text) < LEAST:
        return
    shapes = list(_shapes(text))
    more = (
        look for look in _random(text) if not any(look.start < end and start < look.end for start, end, _ in shapes)
    )
    yield from sorted([*shapes, *more])


def _shapes(text: str) -> Iterator[Look]:
    if not _HINTS.search(text):
        return
    for found in _ANY.finditer(text):
        groups = {name: value for name, value in found.groupdict().items() if value is not None}
        shape = next(name for name in groups if name.startswith("shape"))
        what = _NAMES[int(shape[5:])]
        inner = next((name for name in groups if not name.startswith("shape")), shape)
        if inner != "signature" or _SIGNED.search(text):
            yield Look(*found.span(inner), what)


def _random(text: str) -> Iterator[Look]:
    for word in _WORD.finditer(text):
        if _UUID.search(word[0]) or _DIGEST.search(text, 0, word.start()) or _COMMIT.fullmatch(word[0]):
            continue
        if "/" not in word[0] and is_random(word[0]):
            yield Look(*word.span(), RANDOM)
            continue
        for piece in _PIECE.finditer(word[0]):
            if len(piece[0]) >= 20 and is_random(piece[0]) and not _COMMIT.fullmatch(piece[0]):
                yield Look(word.start() + piece.start(), word.start() + piece.end(), RANDOM)


def is_random(word: str) -> bool:
    """Whether a word changes between kinds of characters as often as no name does, and repeats as few of them.

    A capital in front of a small letter begins a word of a name, and is no change.
    """
    letters = "".join(filter(str.isalnum, word))
    kinds = "".join("9" if char.isdigit() else "a" if char.islower() else "A" for char in letters)
    used = len(set(kinds))
    changes = sum(map(ne, names := kinds.replace("Aa", "aa"), names[1:]))
    if len(letters) < (20 if used == 3 else 24) or changes / len(letters) < 0.26:
        return False
    return _entropy(letters) >= (3.6 if used == 3 else 3.2)


def _entropy(letters: str) -> float:
    """Bits a character, after Shannon."""
    return -sum(count / len(letters) * math.log2(count / len(letters)) for count in Counter(letters).values())
