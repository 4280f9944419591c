"""Request models, one module an API version, made by ``poolgen models`` from ``generator/schemas``."""
