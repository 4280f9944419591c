"""Render a pool template with a profile's values into a SessionPool body, without a value ever becoming text.

The template leaves a placeholder for each ``{{ }}`` (see ``instrument``); the text around them is parsed as YAML; then
the values are put in. A scalar that is one placeholder and nothing else, in quotes or not, *is* the value, whatever
its type; among other text a placeholder stands for the value's text.
"""

import bisect
import re
from pathlib import Path
from typing import Any

import jinja2
import yaml
from jinja2 import nodes, pass_context
from jinja2.runtime import Undefined

from generator.errors import Misuse, Refused, describe, nearest, refuse
from generator.instrument import CLOSE, LINE, OPEN, Instrument, Site
from generator.origins import Map, Origin, Seq
from generator.sandbox import MAX_TEXT, LimitError, Sandbox, located, text_of
from generator.yamlsource import Builder, compose, read_file

SUFFIX = ".yaml.j2"
_MARK = re.compile(f"({OPEN}|{LINE})([0-9]+){CLOSE}")


class PoolTemplates:
    """The pool templates of a folder. ``shown`` is the folder's name in messages; ``reads`` all origins ever read."""

    def __init__(self, folder: Path, shown: str) -> None:
        if not folder.is_dir():
            raise Misuse(
                f"there is no folder '{shown}'",
                "name the templates' folder with --templates, or start in their project",
            )
        self.folder = folder
        self.shown = shown
        self.names = sorted(file.name.removesuffix(SUFFIX) for file in folder.glob(f"[!_]*{SUFFIX}"))
        self._sites: list[Site] = []
        self._placed: list[tuple[Any, Origin]] = []
        self._sources: dict[str, str] = {}
        self._jinja = _Environment(self)
        self.reads = self._jinja.reads

    def render(self, pool: str, values: Map) -> Map:
        """The body of a pool. ``values`` are the names that the template sees. Raises Refused."""
        name = pool + SUFFIX
        self._placed.clear()
        self._jinja.reset()
        try:
            text = self._text(self._jinja.get_template(name), values)
            rows = _Rows(text, self._sites)
            node = compose(rows.text, lambda line, column: self.origin(rows.site(line, column)))
            body = None if node is None else _BodyBuilder(self, rows).build(node, 0)
        except (Refused, Misuse):
            raise
        except Exception as error:
            raise self._refused(error, name) from error
        if not isinstance(body, Map):
            raise refuse("a pool template must give a map", Origin(f"{self.shown}/{name}", 1, 1), found=describe(body))
        return body

    def origin(self, site: Site, text: str = "") -> Origin:
        """The place of a site, or of the text on its line where that can be found."""
        row = self._sources[site.template].split("\n")[site.line - 1]
        column = row.find(text, site.column - 1) + 1 if text else 0
        column = column or max(site.column, len(row) - len(row.lstrip()) + 1)
        shown = text if row.startswith(text, column - 1) else row[column - 1 :]
        return Origin(f"{self.shown}/{site.template}", site.line, column, shown)

    def _text(self, template: jinja2.Template, values: Map) -> str:
        pieces, size = [], 0
        context = {key: located(value, values.at[key]) for key, value in values.items()}
        for piece in template.generate(context):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_TEXT:
                raise LimitError(f"the text grows beyond {MAX_TEXT:,} characters")
        return "".join(pieces)

    def place(self, value: Any, mark: int) -> str:
        """Keep a value of a ``{{ }}`` with its origin; give the placeholder that stands for it."""
        site = self._sites[mark]
        origin = getattr(value, "_origin", None)
        if origin is None and isinstance(value, Map | Seq):
            origin = value.origin
            self._jinja.note(value)
        if origin is None and site.is_path:
            origin = self._jinja.last_read
        self._jinja.last_read = None
        if origin is None:
            row = self._sources[site.template].split("\n")[site.line - 1]
            end = row.find("}}", site.column)
            origin = self.origin(site, row[site.column - 1 : end + 2 if end > 0 else None])
        self._placed.append((plain(value, origin), origin))
        return f"{OPEN}{len(self._placed) - 1}{CLOSE}"

    def placed(self, number: str) -> tuple[Any, Origin]:
        """The value behind a placeholder, with its origin."""
        return self._placed[int(number)]

    def source(self, name: str) -> str:
        """A template's text. Raises TemplateNotFound for a name outside the folder."""
        file = self.folder / name
        if not file.is_file() or not file.resolve().is_relative_to(self.folder.resolve()):
            raise jinja2.TemplateNotFound(name)
        shown = f"{self.shown}/{name}"
        text = read_file(file, shown)
        for line, row in enumerate(text.split("\n"), 1):
            foreign = next((char for char in row if "\ufdd0" <= char <= "\ufdef"), None)
            if foreign:
                raise refuse(
                    "a Unicode noncharacter cannot stand in a template",
                    Origin(shown, line, row.index(foreign) + 1),
                    found=f"U+{ord(foreign):04X}",
                )
        self._sources[name] = text
        return text

    def instrument(self, name: str, tree: nodes.Template) -> nodes.Template:
        """Rewrite a parsed template so that it leaves placeholders."""
        make = lambda says, line: refuse(says, self.origin(Site(name, line)))  # noqa: E731
        Instrument(name, self._sources[name], self._sites, make).visit(tree)
        return tree

    def _refused(self, error: Exception, name: str) -> Refused:
        """The finding for what went wrong inside Jinja, at the template line where it did."""
        template, line, hint = name, 1, ""
        says = f"{error}" or type(error).__name__
        if isinstance(error, jinja2.TemplateNotFound):
            known = [str(file.relative_to(self.folder)) for file in sorted(self.folder.rglob("*")) if file.is_file()]
            says, hint = f"there is no template '{error.name}' in {self.shown}", nearest(str(error.name), known)
        if isinstance(error, RecursionError):
            says = "templates include each other, or nest, without end"
        if isinstance(error, jinja2.TemplateSyntaxError):
            template, line = error.name or name, error.lineno
        trace = error.__traceback__
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if file in self._sources:
                template, line = file, trace.tb_lineno
            trace = trace.tb_next
        rows = self._sources.get(template, "").split("\n")
        return (
            refuse(says, self.origin(Site(template, min(line, len(rows)))), hint=hint)
            if template in self._sources
            else refuse(says, Origin(f"{self.shown}/{template}", 1, 1), hint=hint)
        )


class _Environment(Sandbox):
    def __init__(self, templates: PoolTemplates) -> None:
        self.templates = templates
        super().__init__(loader=jinja2.FunctionLoader(lambda name: (templates.source(name), name, None)))

        @pass_context  # so that Jinja does not compute it for a constant when it compiles the template
        def place(_: Any, value: Any, mark: int) -> str:
            return templates.place(value, mark)

        self.filters["place"] = place

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return self.templates.instrument(name or "", super()._parse(source, name, filename))


def plain(value: Any, origin: Origin) -> Any:
    """A value as plain data; computed lists and maps get the origin of the ``{{ }}``. Raises TypeError for others."""
    match value:
        case Map() | Seq() | bool() | None:
            return value
        case str():
            return str.__str__(value)
        case int():
            return int(value)
        case float():
            return float(value)
        case Undefined():
            return str(value)
        case list() | tuple():
            items = Seq(origin)
            for item in value:
                items.put(plain(item, origin), getattr(item, "_origin", origin))
            return items
        case dict():
            entries = Map(origin)
            for key, item in value.items():
                entries.put(text_of(key), plain(item, origin), getattr(item, "_origin", origin), origin)
            return entries
    raise TypeError(
        f"{{{{ }}}} gives {type(value).__name__}; a template places text, numbers, booleans, null, lists and maps"
    )


class _Rows:
    """The rendered text without line marks, and for each place in it the template's place."""

    def __init__(self, marked: str, sites: list[Site]) -> None:
        self.rows: list[list[tuple[int, Site]]] = [[]]
        pieces: list[str] = []
        column, last = 0, sites[0] if sites else Site("", 1)
        position = 0
        for mark in _MARK.finditer(marked):
            for i, row in enumerate(marked[position : mark.start()].split("\n")):
                if i:
                    self.rows.append([(0, last)])
                    column = 0
                column += len(row)
            pieces.append(marked[position : mark.start()])
            position = mark.end()
            if mark[1] == OPEN:
                pieces.append(mark[0])
                column += len(mark[0])
            else:
                last = sites[int(mark[2])]
                self.rows[-1].append((column, last))
        pieces.append(marked[position:])
        self.text = "".join(pieces)
        self.last = last

    def site(self, line: int, column: int) -> Site:
        """The template's place of what stands at a line and column, from 0, of the text."""
        if line >= len(self.rows) or not self.rows[line]:
            return self.last
        index = bisect.bisect_right(self.rows[line], column, key=lambda entry: entry[0])
        return self.rows[line][max(index - 1, 0)][1]


class _BodyBuilder(Builder):
    """Builds the body from the rendered text's nodes, putting the values in."""

    def __init__(self, templates: PoolTemplates, rows: _Rows) -> None:
        super().__init__("", rows.text.split("\n"))
        self.templates = templates
        self.rows = rows

    def origin(self, node: yaml.Node) -> Origin:
        raw = super().origin(node).text
        mark = _MARK.match(raw.lstrip("\"'"))
        if mark and isinstance(node, yaml.ScalarNode):
            return self.templates.placed(mark[2])[1]
        site = self.rows.site(node.start_mark.line, node.start_mark.column)
        return self.templates.origin(site, _MARK.split(raw)[0] if isinstance(node, yaml.ScalarNode) else "")

    def scalar(self, node: yaml.ScalarNode) -> Any:
        if OPEN not in node.value:
            return super().scalar(node)
        whole = _MARK.fullmatch(node.value)
        return self.templates.placed(whole[2])[0] if whole else self._embedded(node)

    def key(self, node: yaml.ScalarNode) -> str:
        return self._embedded(node) if OPEN in node.value else super().key(node)

    def _embedded(self, node: yaml.ScalarNode) -> str:
        def text(mark: re.Match[str]) -> str:
            value, origin = self.templates.placed(mark[2])
            try:
                return text_of(located(value, origin))
            except TypeError as error:
                raise refuse(str(error), origin, expected="text, a number or a boolean") from None

        return _MARK.sub(text, node.value)
