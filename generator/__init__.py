"""poolgen prints Azure Container Apps session pools: environment profiles in, deploy artifacts and examples out.

    read profiles              profiles.py    YAML files and all they extend, every value with its place
    merge                      merge.py       layers of values and patches into one map
    render the pool template   render.py      Jinja and YAML into a body; no value ever becomes text
    validate                   validate.py    the API version's schema, all errors at once, at their lines
    emit                       emit.py        the body's code model, spelled by each target into its template
    write                      write.py       all artifacts or none, and nothing else is touched

``pipeline.py`` runs them in this order, ``cli.py`` calls it and prints. A module imports only what stands below it here:
cli, pipeline, write and emit, templating, targets, codemodel, validate, render, profiles, merge, yamlsource, errors.
"""

__version__ = "0.1.0"
