"""Render a pool template with a profile's values into a SessionPool body, without a value ever becoming text.

The template leaves a placeholder for each ``{{ }}`` (``instrument``); the text around them is parsed as YAML, and the
values are put in (``unmark``). A scalar that is one placeholder and nothing else, in quotes or not, *is* the value,
whatever its type; among other text a placeholder stands for the value's text.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes, pass_context
from jinja2.lexer import TokenStream

from generator.blame import blame
from generator.budget import MAX_TEXT, Wrong
from generator.errors import Misuse, Refused, check_name, describe, nearest, refuse
from generator.instrument import CLOSE, LINE, OPEN, PLACE, Instrument, Site, foreign
from generator.lexing import Lexed
from generator.located import located, origin_of, plain
from generator.origins import Map, Origin
from generator.sandbox import Sandbox
from generator.textfile import Reader, read_file
from generator.unmark import Placed, body_of

SUFFIX = ".yaml.j2"


class PoolTemplates(Sandbox):
    """The pool templates of a folder. ``shown`` is the folder's name in messages, ``names`` are the pools."""

    def __init__(self, folder: Path, shown: str, read: Reader = read_file) -> None:
        if not folder.is_dir():
            hint = "name the pool templates' folder with --templates, or start in their project"
            raise Misuse(f"there is no folder '{shown}'", hint)
        self.folder = folder
        self._read = read
        self.shown = shown
        self.names = sorted(file.name.removesuffix(SUFFIX) for file in folder.glob(f"[!_]*{SUFFIX}"))
        folded: dict[str, str] = {}  # two names that differ only in case are one folder to some systems
        for name in self.names:
            at = Origin(f"{shown}/{name}{SUFFIX}", 1, 1)
            check_name(name, "pool", at)
            if (twin := folded.setdefault(name.lower(), name)) != name:
                raise refuse(f"two files are pool '{twin}'", at, hint=f"the other is {shown}/{twin}{SUFFIX}")
        self._rows: dict[str, list[str]] = {}
        self._lexed: dict[str, Lexed] = {}
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
            body = body_of(text, self._sites, self._placed, self.ledger, self._origin)
        except (Refused, Misuse):
            raise
        except Exception as error:
            raise self._refused(error, name) from error
        if not isinstance(body, Map):
            raise refuse("a pool template must give a map", self._origin(Site(name, 1)), found=describe(body))
        return body

    @property
    def texts(self) -> dict[str, str]:
        """The text of each file that was read, by its name in messages."""
        return {f"{self.shown}/{name}": "\n".join(rows) for name, rows in self._rows.items()}

    def all_texts(self) -> dict[str, str]:
        """The same, and of the files that were not read yet those that can be."""
        texts = {}
        for file in sorted(self.folder.rglob("*")):
            name = file.relative_to(self.folder).as_posix()
            if name not in self._rows and file.is_file():
                with suppress(Refused):
                    texts[f"{self.shown}/{name}"] = self._read(file, name)
        return {**texts, **self.texts}

    def _text(self, template: jinja2.Template, values: Map) -> str:
        pieces: list[str] = []
        size = 0
        for piece in template.generate({key: located(value, values.at[key]) for key, value in values.items()}):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_TEXT:
                raise Wrong(f"the text grows beyond {MAX_TEXT:,} characters")
        return "".join(pieces)

    @pass_context  # so that Jinja leaves it for the rendering, even of a constant
    def _place(self, _: Any, value: Any, mark: int) -> str:
        """Keep the value of a ``{{ }}`` with its origin; give the placeholder that stands for it."""
        site = self._sites[mark]
        read = self.last_read if site.is_path else None
        self.ledger.taken(value)
        origin = origin_of(value) or read or self._origin(site, site.column, site.text)
        self._placed.append(Placed(plain(value, origin), value, origin))
        return f"{LINE}{mark}{CLOSE}{OPEN}{len(self._placed) - 1}{CLOSE}"

    def _origin(self, site: Site, column: int = 1, text: str = "") -> Origin:
        """The place of a text on a site's line, at a column; what stands there where the text does not."""
        file = f"{self.shown}/{site.template}"
        rows = self._rows.get(site.template, [])
        if not 0 < site.line <= len(rows):
            return Origin(file, 1, 1)
        row = rows[site.line - 1]
        if not text or not row.startswith(text, column - 1):
            column = max(column, len(row) - len(row.lstrip()) + 1)
            text = row[column - 1 :]
        return Origin(file, site.line, column, text)

    def _source(self, name: str) -> tuple[str, str, None]:
        """A template for Jinja: its text, and its name for tracebacks."""
        file = self.folder / name
        known = Path(name).as_posix() == name and ".." not in Path(name).parts and not Path(name).is_absolute()
        if not known or not os.path.isfile(file):  # noqa: PTH113 - it takes a name of any length
            raise jinja2.TemplateNotFound(name)
        if not file.resolve().is_relative_to(self.folder.resolve()):
            raise Wrong(f"template '{name}' is a link that leads out of {self.shown}", name=name)
        text = self._read(file, f"{self.shown}/{name}").replace("\r", "\n")  # to Jinja, a line ends there too
        self._rows[name] = text.split("\n")
        if foreign(text):
            for line, row in enumerate(self._rows[name], 1):
                if char := foreign(row):
                    says = "a template cannot hold a Unicode noncharacter"
                    place = self._origin(Site(name, line), row.index(char) + 1, char)
                    raise refuse(says, place, found=f"U+{ord(char):04X}")
        return text, name, None

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> TokenStream:
        template = str(name)
        lexed = self._lexed[template] = Lexed(source, self.lexer.tokeniter(source, name, filename, state), template)
        return TokenStream(self.lexer.wrap(lexed.tokens, name, filename), name, filename)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        Instrument(str(name), self._lexed[str(name)].tags, self._sites).visit(tree)
        return tree

    def _refused(self, error: Exception, name: str) -> Refused:
        """The finding for what went wrong inside Jinja, at the template line where it did."""
        says, hint, site = blame(error, name, self._lexed)
        if isinstance(error, jinja2.TemplateNotFound) and error.name:
            says = f"there is no template '{error.name}' in {self.shown}"
            files = (file for file in self.folder.rglob("*") if file.is_file())
            hint = nearest(str(error.name), [file.relative_to(self.folder).as_posix() for file in files])
        return refuse(says, self._origin(site, site.column, site.text), hint=hint)
