"""Hold the documented Go and C# of any session pool against AutoRest itself.

    python -m tests.reference.go_csharp SWAGGER [go|csharp] [FIRST] [COUNT]

prints random pools both ways and says how many files are the same, byte for byte. SWAGGER is the folder that holds
SessionPools.json of API version 2025-07-01 and the three files that it refers to. The first run installs what it needs
into ``.reference/``, from the registries of npm, PyPI and Go. Nothing else here imports it, and no user needs it.

- C#: the generator is the real one, of a release before the newest because that one runs on .NET 8; its line `using`s
  and its lists' indentation are then as the documentation shows them (``csharp.documented``), which two published
  files bear out.
- Go: the model of the example is the real one (modelerfour, the Go transformation and testmodeler), and so are gofmt
  and goimports. The printer between them is not published as a package; ``go_examples.js`` follows its description,
  and comes to the bytes of the two published files.
"""
