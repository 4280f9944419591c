# Two commands do all the set-up on a machine with Python 3.11 or later: `make generate` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: generate test quick check snapshots models docs schema lock bench reference clean

generate: $(VENV)/ready  ## write output/ from profiles/ and templates/
	$(BIN)/poolgen generate
	$(BIN)/poolgen generate --layout module

test: check  ## everything CI holds: style, types, import contracts, tests
	$(BIN)/pytest

quick: check  ## the same, but for the artifacts' runs on the SDKs
	$(BIN)/pytest -m "not sdk"

check: $(VENV)/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

snapshots: $(VENV)/ready  ## accept what is printed now; read the diff before you commit it
	$(BIN)/pytest -m "not sdk" --snapshot-update

models: $(VENV)/ready  ## make generator/models/ from generator/schemas/
	$(BIN)/poolgen models

docs: $(VENV)/ready  ## make docs/rules.md from generator/rules/
	$(BIN)/poolgen rules --format markdown > docs/rules.md

schema: $(VENV)/ready  ## make schemas/profile.json, which editors read, from generator/schemas/ and generator/rules/
	$(BIN)/poolgen schema profile > schemas/profile.json

bench: $(VENV)/ready  ## speed and memory, as ratios within one run
	$(BIN)/python -m tests.bench

reference: $(VENV)/ready  ## hold our samples against Microsoft's generators on the specification in SPEC; wants node, java
	$(BIN)/python -m tests.reference $(SPEC) $(OPTIONS)

lock:  ## choose the versions of the development environment anew; wants uv
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --no-header --quiet --upgrade --output-file requirements-dev.txt

clean:
	rm -rf $(VENV) dist build .reference

$(VENV)/ready: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
