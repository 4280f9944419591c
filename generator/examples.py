"""Read the example files of an Azure REST API specification: JSON in, requests in the documented style out."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

from generator import codemodel, schemas
from generator.targets import Example, Request

OPERATION = "ContainerAppsSessionPools_CreateOrUpdate"


def read_example(file: Path, title: str = "") -> Request:
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    parameters = data["parameters"]
    version: str = parameters["api-version"]
    place = schemas.load(version)["x-ms-examples"]
    responses = [
        (status, codemodel.build(response["body"], version))
        for status, response in data["responses"].items()
        if "body" in response
    ]
    example = Example(
        file.stem,
        title or data.get("title") or file.stem,
        str(PurePosixPath(place["directory"]) / file.name),
        place["commit"],
        tuple(responses),
    )
    return Request(
        parameters["subscriptionId"],
        parameters["resourceGroupName"],
        parameters["sessionPoolName"],
        version,
        codemodel.build(parameters["sessionPoolEnvelope"], version),
        example,
    )
