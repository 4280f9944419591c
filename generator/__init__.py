"""poolgen prints Azure Container Apps session pools: environment profiles in, deploy artifacts and examples out.

    read profiles              profiles.py    YAML files and all they extend, every value with its place
    merge                      merge.py       layers of values and patches into one map
    render the pool template   render.py      Jinja and YAML into a body; no value ever becomes text
    validate                   validate.py    the API version's schema and the rules, all errors at once, at their lines
    emit                       emit.py        the body's code model, spelled by each target into its template
    write                      write.py       all artifacts or none, and nothing else is touched

``pipeline.py`` runs them in this order, ``assemble.py`` does the middle ones for one pool, ``cli/`` calls and prints.
The import contracts in ``pyproject.toml`` hold which module may import which.
"""

__version__ = "0.1.0"
