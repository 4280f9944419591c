"""Read C# programs back as the compiler and Azure.ResourceManager.AppContainers 1.5.0 would: into the body they send.

A program is parsed by tree-sitter, and run by an interpreter of the few constructs that ours are made of. Each name
must be one of the SDK's, of a namespace that the program imports; each value must convert to where it goes.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import tree_sitter_c_sharp
from tree_sitter import Language, Node, Parser

from tests.answers import GIVEN
from tests.readers import csharp_literals
from tests.readers.csharp_run import Program
from tests.readers.csharp_sdk import FACTS

HINTS = {"Azure.ResourceManager.Models", "Azure.ResourceManager.AppContainers.Models"}  # not every body needs them


def read(folders: list[Path], answers: Mapping[str, str] = GIVEN) -> list[dict[str, object]]:
    """The calls made in the folders that hold a CreateSessionPool.cs, in order, where the environment has answers."""
    names = [folder / "CreateSessionPool.cs" for folder in folders]
    return [_read(name, answers) for name in names if name.exists()]


def _read(file: Path, answers: Mapping[str, str]) -> dict[str, object]:
    project = ElementTree.parse(file.with_suffix(".csproj")).getroot()  # noqa: S314 - our own output
    packages = {item.attrib["Include"]: item.attrib["Version"] for item in project.iter("PackageReference")}
    assert packages.keys() == FACTS["packages"].keys(), f"{file}: packages {packages}"
    for name, version in packages.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), f"{file}: {name} {version}"
        assert version == (FACTS["packages"][name] or version), f"{file}: {name} {version}"
    implicit = project.findtext("PropertyGroup/ImplicitUsings") == "enable"
    assert project.findtext("PropertyGroup/OutputType") == "Exe", f"{file}: top-level statements make a program"
    try:
        program = run(file.read_text(encoding="utf-8"), implicit, answers)
        assert not program.unused - HINTS, f"usings that nothing needs: {program.unused}"
    except AssertionError as error:
        error.add_note(str(file))
        raise
    (call,) = program.calls
    assert program.api_version, f"{file}: the API version is left to the SDK"
    return call


def run(source: str, implicit_usings: bool, environment: Mapping[str, str] = {}) -> Program:
    """A program after its run: the calls that it made, and the usings that it did not need."""
    root = Parser(Language(tree_sitter_c_sharp.language())).parse(source.encode()).root_node
    assert not root.has_error, f"syntax error at line {next(_errors(root)).start_point.row + 1}"
    program = Program(root, implicit_usings, environment)
    program.run()
    assert csharp_literals.heap(program.texts) <= csharp_literals.HEAP, "CS8103: the texts are longer than 16 MB"
    return program


def published(source: str) -> dict[str, Any]:
    """The call that a sample of the documented style makes."""
    (call,) = run(source, implicit_usings=False).calls
    return call


def _errors(node: Node) -> Iterator[Node]:
    if node.is_error or node.is_missing:
        yield node
    for child in node.children:
        yield from _errors(child)
