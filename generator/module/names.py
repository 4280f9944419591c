"""Names for the parameters of a module, from where their values stand: the shortest that is one parameter's alone."""

from collections.abc import Iterable, Iterator

from generator import naming
from generator.declarations import SECRET, is_secret
from generator.expressions import name as allowed
from generator.module.asks import EXECUTOR
from generator.module.slots import Place, Slot, Step

LONGEST = 48  # letters and digits of a name, less what tells it from others
# Properties whose own name says too little, or what linters take for a secret.
PLAIN = {
    "server": "registryServer",
    "username": "registryUsername",
    "passwordSecretRef": "registryCredentialName",
    "identity": "identityId",
    "status": "sessionNetworkStatus",
    "lifecycle": "identityLifecycle",
}
ENDINGS = {"prefix": "Prefix", "suffix": "Suffix", "part": "Part", "tag": "Tag"}


def named(slots: Iterable[Slot], taken: Iterable[str]) -> dict[int, str]:
    """A name for each slot, by number; none of them is taken, whatever its case."""
    choices = {slot.number: list(candidates(slot)) for slot in slots}
    used = {name.lower() for name in taken}
    level = dict.fromkeys(choices, 0)  # where all that clash have the same choices, a longer name would tell no more
    while True:
        names = {number: choices[number][level[number]] for number in choices}
        by_name: dict[str, list[int]] = {}
        for number, name in names.items():
            by_name.setdefault(name.lower(), []).append(number)
        clash = [
            number
            for name, numbers in by_name.items()
            if name in used or len({tuple(choices[number]) for number in numbers}) > 1
            for number in numbers
            if level[number] + 1 < len(choices[number])
        ]
        if not clash:
            return _numbered(names, used)
        for number in clash:
            level[number] += 1


def _numbered(names: dict[int, str], used: set[str]) -> dict[int, str]:
    """The names, with numbers on those that others have before them."""
    result = {}
    for number, name in names.items():
        chosen, count = name, 1
        while chosen.lower() in used:
            count += 1
            chosen = f"{name}{count}"
        used.add(chosen.lower())
        result[number] = chosen
    return result


def candidates(slot: Slot) -> Iterator[str]:
    """Names for a slot, the shortest first."""
    place = slot.places[0]
    base, rest = _base(slot, place)
    around = [_own(step) for step in reversed(rest) if step.kind != "field" and step.name]
    around += [step.name for step in reversed(rest) if step.kind == "field" and step.name != "properties"]
    seen: set[str] = set()
    if slot.role == "key":  # of two identities neither is better described by where it stands
        around = []
    for prefix in ([], *([name] for name in around), around[::-1]):
        parts = [*prefix, base]
        if slot.role == "condition":
            parts = ["has", *parts]
        if slot.variant:
            parts += ["as", "in", slot.variant]
        name = _spelled(parts, slot.secure)
        if name not in seen:
            seen.add(name)
            yield name


def _base(slot: Slot, place: Place) -> tuple[str, Place]:
    """What a name must say at least, and the steps that it leaves out."""
    *above, last = place
    if slot.role == "key":
        return f"{singular(last.name).split()[-1]}Id", tuple(above)
    if not last.name:  # what is asked for says no name
        return singular(last.owner), tuple(above)
    if last.kind == "entry":
        return f"{singular(last.owner)}_{_own(last)}", tuple(above)
    if last.kind == "item":
        return _own(last), tuple(above)
    name = PLAIN.get(last.name, last.name)
    if name.startswith(EXECUTOR):
        return EXECUTOR if slot.role == "condition" else f"{EXECUTOR}Id", ()
    if slot.type:
        name = slot.type
    if above and above[-1].kind == "item" and last.name in ("value", "secretRef", "name"):
        item = above.pop()
        ending = {"value": "", "secretRef": "_CredentialName", "name": f"{singular(item.owner)}_name"}[last.name]
        name = ending if last.name == "name" else _own(item) + ending
    return name + ENDINGS.get(slot.role, ""), tuple(above)


def _own(step: Step) -> str:
    """What an item or entry is called, of a resource id its last segment; and what it is, if no letter comes first."""
    own = step.name.rpartition("/")[2] or step.name
    return own if _words(own) and _words(own)[0][0].isalpha() else f"{singular(step.owner)}_{own}"


def singular(name: str) -> str:
    """One of those that a list or map holds, in words."""
    known = {"env": "environment variable", "userAssignedIdentities": "identity", "managedIdentitySettings": "identity"}
    return known.get(name) or name.removesuffix("s")


def _words(text: str) -> list[str]:
    return [word for word in naming.words(text) if word.isascii()]


def _spelled(parts: list[str], secure: bool) -> str:
    name = naming.camel_case("_".join(word for part in parts for word in _words(part)) or "value")
    name = name[:LONGEST] if name[0].isalpha() else f"value{name[:LONGEST]}"
    while not secure and is_secret(name):
        name = naming.camel_case(SECRET.sub("_credential_", name).strip("_"))
    return allowed(allowed(name))
