"""What a profile says of its deployments beside the pools: where secrets lie, who uses the pools, what goes by name."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator import resourceids
from generator.codemodel import Parameter, Scalar
from generator.deferred import Deferred
from generator.errors import Finding, describe, nearest
from generator.executors import TYPES, Executor
from generator.origins import Map, Origin, Seq
from generator.profiles import Profile
from generator.resourceids import KEY_VAULT, UUID, ResourceId

ENTRY = {"principalId", "principalType"}
MEANING = "Object ID of who may run code in the pool's sessions."


class DeploySettings(NamedTuple):
    """As Request has them."""

    key_vault: ResourceId | None = None
    existing_resources: bool = False
    executors: tuple[Executor, ...] = ()


def read(profile: Profile) -> DeploySettings:
    """What a profile says, in which nothing is wrong."""
    settings = profile.settings
    vault = settings.get("keyVault")
    entries = [_entry(entry) for entry in settings.get("sessionExecutors", ())]
    return DeploySettings(
        resourceids.parts(vault) if vault else None,
        settings.get("existingResources", False),
        tuple(Executor(_principal(principal), str(type_ or "")) for principal, type_ in entries),
    )


def _entry(entry: Any) -> tuple[Any, Any]:
    return (entry.get("principalId"), entry.get("principalType")) if isinstance(entry, Map) else (entry, None)


def _principal(principal: str | Deferred) -> Scalar | Parameter:
    ask = principal.alone if isinstance(principal, Deferred) else None
    if ask is None:
        return Scalar(str(principal), "uuid")
    return Parameter(ask.name, "uuid", ask.secure, ask.default, ask.description or MEANING, property="principalId")


def wrong(profile: Profile) -> Iterator[Finding]:
    """What is said in a way that nobody understands."""
    settings = profile.settings
    vault = settings.get("keyVault")
    if vault is not None and not (isinstance(vault, str) and re.fullmatch(KEY_VAULT, vault)):
        expected = "/subscriptions/UUID/resourceGroups/GROUP/providers/Microsoft.KeyVault/vaults/NAME"
        yield _finding("a Key Vault is named by its resource ID", settings.at["keyVault"], vault, expected)
    by_name = settings.get("existingResources", False)
    if not isinstance(by_name, bool):
        at = settings.at["existingResources"]
        yield _finding("'existingResources' is true or false", at, by_name, "true or false")
    listed = settings.get("sessionExecutors", Seq(Origin("", 0, 0)))
    if isinstance(listed, Seq):
        yield from _wrong_entries(listed)
    else:
        yield _finding("'sessionExecutors' is a list", settings.at["sessionExecutors"], listed, "a list of object IDs")


def _wrong_entries(listed: Seq) -> Iterator[Finding]:
    seen: set[str] = set()
    for entry, at in zip(listed, listed.at, strict=True):
        for key in entry if isinstance(entry, Map) else ():
            if key not in ENTRY:
                yield _finding("an executor has no such setting", entry.key_at[key], key, hint=nearest(key, ENTRY))
        principal, type_ = _entry(entry)
        if not _is_principal(principal):
            expected = "a UUID, or parameter(...) for one"
            yield _finding("an executor is named by its object ID", at, principal, expected)
        elif str(principal).lower() in seen:
            yield _finding("an executor is named twice", at, principal, hint="take one of the two out")
        seen.add(str(principal).lower())
        if type_ is not None and type_ not in TYPES:
            hint = nearest(str(type_), TYPES)
            yield _finding(
                "a principal has no such type", entry.at["principalType"], type_, "one of " + ", ".join(TYPES), hint
            )


def _is_principal(principal: Any) -> bool:
    if isinstance(principal, Deferred):
        ask = principal.alone
        return ask is not None and not ask.secure and (ask.default is None or _is_principal(ask.default))
    return isinstance(principal, str) and bool(re.fullmatch(UUID, principal))


def _finding(says: str, at: Origin, found: Any, expected: str = "", hint: str = "") -> Finding:
    return Finding(says, at, found=describe(found), expected=expected, hint=hint)
