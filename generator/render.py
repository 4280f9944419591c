"""Render a pool template with a profile's values into a SessionPool body, without a value ever becoming text.

The template leaves a placeholder for each ``{{ }}`` (``instrument``); the text around them is parsed as YAML, and the
values are put in (``unmark``). A scalar that is one placeholder and nothing else, in quotes or not, *is* the value,
whatever its type; among other text a placeholder stands for the value's text.
"""

import re
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes, pass_context

from generator.errors import Misuse, Refused, check_name, describe, nearest, refuse
from generator.filters import MAX_TEXT, LimitError
from generator.instrument import CLOSE, OPEN, PLACE, Instrument, Site, foreign, whole_lines
from generator.located import located, origin_of, plain
from generator.origins import Map, Origin
from generator.sandbox import Sandbox
from generator.unmark import Placed, body_of
from generator.yamlsource import read_file

SUFFIX = ".yaml.j2"


class PoolTemplates(Sandbox):
    """The pool templates of a folder. ``shown`` is the folder's name in messages, ``names`` are the pools."""

    def __init__(self, folder: Path, shown: str) -> None:
        if not folder.is_dir():
            hint = "name the pool templates' folder with --templates, or start in their project"
            raise Misuse(f"there is no folder '{shown}'", hint)
        self.folder = folder
        self.shown = shown
        self.names = sorted(file.name.removesuffix(SUFFIX) for file in folder.glob(f"[!_]*{SUFFIX}"))
        for name in self.names:
            check_name(name, "pool", Origin(f"{shown}/{name}{SUFFIX}", 1, 1))
        self._rows: dict[str, list[str]] = {}
        self._sites: list[Site] = []
        self._placed: list[Placed] = []
        super().__init__(loader=jinja2.FunctionLoader(self._source))
        self.filters[PLACE] = self._place

    def render(self, pool: str, values: Map) -> Map:
        """The body of a pool. ``values`` are the names that its template sees. Raises Refused."""
        name = pool + SUFFIX
        self.reset()
        self._placed.clear()
        try:
            text = self._text(self.get_template(name), values)
            body = body_of(text, self._sites, self._placed, self._origin)
        except (Refused, Misuse):
            raise
        except Exception as error:
            raise self._refused(error, name) from error
        if not isinstance(body, Map):
            raise refuse("a pool template must give a map", self._origin(Site(name, 1)), found=describe(body))
        return body

    def _text(self, template: jinja2.Template, values: Map) -> str:
        pieces: list[str] = []
        size = 0
        for piece in template.generate({key: located(value, values.at[key]) for key, value in values.items()}):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_TEXT:
                raise LimitError(f"the text grows beyond {MAX_TEXT:,} characters")
        return "".join(pieces)

    @pass_context  # so that Jinja leaves it for the rendering, even of a constant
    def _place(self, _: Any, value: Any, mark: int) -> str:
        """Keep the value of a ``{{ }}`` with its origin; give the placeholder that stands for it."""
        site = self._sites[mark]
        self.note(value)
        read = self.last_read if site.is_path else None
        origin = origin_of(value) or read or self._origin(site, site.column, site.text)
        self.last_read = None
        self._placed.append(Placed(plain(value, origin), value, origin))
        return f"{OPEN}{len(self._placed) - 1}{CLOSE}"

    def _origin(self, site: Site, start: int = 1, text: str = "") -> Origin:
        """The place of a text on a site's line, at or behind a column; what stands there where the text does not."""
        file = f"{self.shown}/{site.template}"
        if site.template not in self._rows:
            return Origin(file, 1, 1)
        row = self._rows[site.template][site.line - 1]
        column = row.find(text, start - 1) if text else -1
        if column < 0:
            column = max(start - 1, len(row) - len(row.lstrip()))
            text = row[column:]
        return Origin(file, site.line, column + 1, text)

    def _source(self, name: str) -> tuple[str, str, None]:
        """A template for Jinja: its text, and its name for tracebacks."""
        file = self.folder / name
        if not file.is_file() or not file.resolve().is_relative_to(self.folder.resolve()):
            raise jinja2.TemplateNotFound(name)
        text = read_file(file, f"{self.shown}/{name}")
        self._rows[name] = text.split("\n")
        for line, row in enumerate(self._rows[name], 1):
            if char := foreign(row):
                says = "a template cannot hold a Unicode noncharacter"
                raise refuse(says, self._origin(Site(name, line), 1, char), found=f"U+{ord(char):04X}")
        return whole_lines(text), name, None

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        template = str(name)
        refused = lambda says, line: refuse(says, self._origin(Site(template, line)))  # noqa: E731
        Instrument(template, self._rows[template], self._sites, refused).visit(tree)
        return tree

    def _refused(self, error: Exception, name: str) -> Refused:
        """The finding for what went wrong inside Jinja, at the template line where it did."""
        says, hint, site = str(error) or type(error).__name__, "", Site(name, 1)
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in self._rows:
                site = Site(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
            trace = trace.tb_next
        if isinstance(error, jinja2.TemplateNotFound):
            known = [file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file()]
            says, hint = f"there is no template '{error.name}' in {self.shown}", nearest(str(error.name), known)
        if isinstance(error, jinja2.TemplateSyntaxError):
            site = Site(error.name or name, min(error.lineno, len(self._rows.get(error.name or name, " "))))
        if isinstance(error, RecursionError):
            says = "templates include each other, or nest, without end"
        named = re.search(r"'([^']+)'", says)  # the name at fault, if the line has it
        return refuse(says, self._origin(site, 1, named[1] if named else ""), hint=hint)
