"""Make the pydantic models of a request from each API version's schema, with datamodel-code-generator.

The models hold what a client may send: read-only properties are left out, so that they are refused like unknown ones,
and a format becomes the bounds or the plain text that it means on the wire.
"""

import importlib.metadata
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from generator import schemas
from generator.errors import Misuse

BOUNDS: dict[str, dict[str, Any]] = {
    "int32": {"minimum": -(2**31), "maximum": 2**31 - 1},
    "double": {"minimum": -sys.float_info.max, "maximum": sys.float_info.max},
}
FOLDER = Path(__file__).parent / "models"


def model_file(version: str) -> Path:
    """Where the models of an API version stand."""
    return FOLDER / f"v{version.replace('-', '_')}.py"


def request_schema(version: str) -> dict[str, Any]:
    """The part of a version's schema that a client may send, in plain JSON Schema."""
    schema = schemas.load(version)
    definitions = {name: _sent(inner) for name, inner in schema["$defs"].items()}
    root = {**_sent(schema), "$defs": definitions}
    text = json.dumps(root)
    root["$defs"] = {name: inner for name, inner in definitions.items() if f'"#/$defs/{name}"' in text}
    return root


def _sent(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema less what only the service sets, with formats turned into bounds."""
    kept = {
        key: value for key, value in schema.items() if key not in ("format", "$defs") and not key.startswith("x-ms-")
    }
    if "properties" in schema:
        sent = {name: inner for name, inner in schema["properties"].items() if not inner.get("readOnly")}
        kept["properties"] = {name: _sent(inner) for name, inner in sent.items()}
        kept["additionalProperties"] = False
    if "items" in schema:
        kept["items"] = _sent(schema["items"])
    return {**kept, **BOUNDS.get(schema.get("format", ""), {})}


def generate_models(version: str) -> str:
    """The text of a version's model module. Raises Misuse where datamodel-code-generator is not installed."""
    try:
        from datamodel_code_generator import InputFileType, LiteralType, generate
        from datamodel_code_generator.enums import DataModelType, StrictTypes
        from datamodel_code_generator.format import Formatter, PythonVersion
    except ImportError:
        raise Misuse("datamodel-code-generator is not installed", "pip install 'poolgen[models]'") from None
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "models.py"
        generate(
            json.dumps(request_schema(version)),
            input_file_type=InputFileType.JsonSchema,
            output=output,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_311,
            enum_field_as_literal=LiteralType.All,
            strict_types=list(StrictTypes),
            formatters=[Formatter.BUILTIN],
            field_constraints=True,
            use_annotated=True,
            snake_case_field=False,
            use_standard_collections=True,
            use_union_operator=True,
            use_schema_description=True,
            disable_timestamp=True,
            disable_future_imports=True,  # the models then load a fifth faster
            custom_file_header=(
                f'"""Request models of API version {version}. Made by `poolgen models` with datamodel-code-generator '
                f'{importlib.metadata.version("datamodel-code-generator")}; not edited by hand."""'
            ),
        )
        return output.read_text(encoding="utf-8")
