"""The JSON Schema of a profile, for editors: what may stand where, and what it means. Most of them read draft 7."""

from generator import schemas
from generator.errors import NAME
from generator.executors import TYPES
from generator.modelgen import request_schema
from generator.patchschema import Schema, definitions, listing, markable, part, reference
from generator.resourceids import KEY_VAULT, UUID
from generator.rules import rules
from generator.validate import NAME as POOL_NAME
from generator.validate import TOLERATED

PLAIN_KEY = r"^(\$\$|[^$]|$)"  # or a marker, which means something in a value only


def profile_schema() -> Schema:
    """The schema, with the bodies of every API version."""
    versions = schemas.versions()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "poolgen profile",
        "description": "An environment: what is special there of Azure Container Apps session pools.",
        "type": ["object", "null"],
        "properties": _settings(request_schema(versions[-1])["properties"]),
        "additionalProperties": False,
        "definitions": {
            "rule": _rule(),
            "pool": _pool(versions),
            **{name: inner for version in versions for name, inner in definitions(version).items()},
        },
    }


def _settings(address: Schema) -> Schema:
    rule = {"$ref": "#/definitions/rule"}
    profile = {"type": "string", "pattern": f"^{NAME.pattern}$"}
    of_body = request_schema(schemas.versions()[-1])["$defs"][schemas.BODY]["properties"]
    return {
        "abstract": {"description": "Whether it is only there to be extended.", "type": "boolean"},
        "apiVersion": markable(
            {"description": "Version of the API that its requests speak.", "enum": list(schemas.versions())}
        ),
        "existingResources": markable(
            {
                "description": "Whether ARM and Bicep call environments and identities by name, not by ID.",
                "type": "boolean",
            }
        ),
        "extends": {
            "description": "The profiles that this one takes over, later ones winning; each by its file's name.",
            "anyOf": [profile, {"type": "array", "items": profile}],
        },
        "ignore": listing("Rules that are not heard of this profile's pools.", rule),
        "select": listing("Advice to be heard: rules, or 'advice' for all.", {"anyOf": [{"const": "advice"}, rule]}),
        "keyVault": markable(
            {"description": "Resource ID of the Key Vault that deployments take secrets from.", "type": "string"}
            | {"pattern": KEY_VAULT}
        ),
        "location": markable(of_body["location"], deferrable=True),
        "resourceGroup": markable(_portable(address["resourceGroupName"])),
        "sessionExecutors": listing("Who may run code in the sessions: object IDs.", _executor()),
        "subscriptionId": markable(address["subscriptionId"]),
        "tags": part(of_body["tags"], ""),
        "values": _free("Values that pool templates read, under names of one's own."),
        "pools": {
            "description": "What the profile says of single pools; each by its template's name.",
            "type": "object",
            "propertyNames": {"pattern": f"^{NAME.pattern}$"},
            "additionalProperties": {"$ref": "#/definitions/pool"},
        },
    }


def _pool(versions: tuple[str, ...]) -> Schema:
    bodies = [reference(version, schemas.BODY) for version in versions]
    patch = bodies[0] if len(bodies) == 1 else {"anyOf": bodies}
    name = request_schema(versions[-1])["properties"]["sessionPoolName"] | {
        "pattern": f"^{TOLERATED[POOL_NAME, 'string_pattern_mismatch'].pattern}$"
    }
    return {
        "type": "object",
        "properties": {
            "enabled": {"description": "Whether the profile has the pool; true by itself.", "type": "boolean"},
            "sessionPoolName": markable(name),
            "values": _free("Values for this pool, merged onto the profile's."),
            "patch": {
                "description": "Merged onto the body that the template gives, in the API's own names.",
                "allOf": [{"propertyNames": {"pattern": PLAIN_KEY}}, patch],
            },
        },
        "additionalProperties": False,
    }


def _executor() -> Schema:
    """An object ID; in an editor, a call that asks for one is text."""
    principal = {"type": "string", "pattern": f"{UUID}|^parameter\\(.*\\)$"}
    typed = {
        "type": "object",
        "properties": {"principalId": principal, "principalType": {"enum": list(TYPES)}},
        "required": ["principalId"],
        "additionalProperties": False,
    }
    return {"anyOf": [principal, typed]}


def _rule() -> Schema:
    return {"anyOf": [{"const": rule.id, "description": f"{rule.sentence}."} for rule in rules().values()]}


def _free(description: str) -> Schema:
    return {"description": description, "type": "object", "propertyNames": {"pattern": PLAIN_KEY}}


def _portable(schema: Schema) -> Schema:
    r"""A schema whose pattern means the same in JavaScript, to which ``\w`` is ASCII."""
    return {**schema, "pattern": schema["pattern"].replace(r"\w", r"\w\u0080-\uffff")}
