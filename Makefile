# Two commands are enough: `make demo` shows the product, `make test` proves it. `make help` lists the rest.
PYTHON ?= python3
VENV   ?= .venv
JOBS   ?= 2
ARGS   ?=

BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check
SOURCES := $(shell find src -type f -not -path '*/__pycache__/*' 2>/dev/null)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types layers fmt unit rules bench-speed bench-reconcile bench-incremental bench-marks bench-claims bench-numbers bench-places one-wire measure soak dist clean

help: ## lists what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## installs Tawatur into .venv and shows the bundled case, with no network after that
	$(BIN)/tawatur demo $(ARGS)

test: lint types layers ## checks style, types and layers, then runs every test
	$(BIN)/pytest -n $(JOBS) $(ARGS)

lint: $(VENV)/.dev ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy, strict
	$(BIN)/mypy

layers: $(VENV)/.dev ## import-linter: imports run one way
	$(BIN)/lint-imports

fmt: $(VENV)/.dev ## mends what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

unit: $(VENV)/.dev ## the tests alone; ARGS="-k name" picks some
	$(BIN)/pytest -n $(JOBS) $(ARGS)

rules: $(VENV)/.dev ## lists the rules of the language pack that no case covers
	PYTHONPATH=. $(BIN)/python scripts/rules_without_case.py

bench-speed: $(VENV)/.dev ## documents a second, stage by stage, on this machine
	$(BIN)/python benchmarks/speed.py $(ARGS)

bench-reconcile: $(VENV)/.dev ## how long 10,000, 30,000 and 100,000 made claims take to become events
	$(BIN)/python benchmarks/reconcile.py $(ARGS)

bench-incremental: $(VENV)/.dev ## how much quicker a run is after ten reports more, or a judgement, than one of the whole case
	$(BIN)/python benchmarks/incremental.py $(ARGS)

bench-marks: $(VENV)/.dev ## the mark stage alone; ARGS="--before REV" compares it with an earlier revision
	$(BIN)/python benchmarks/marks.py $(ARGS)

bench-claims: $(VENV)/.dev ## the claim stage alone; ARGS="--before REV" compares it with an earlier revision
	$(BIN)/python benchmarks/claims.py $(ARGS)

bench-numbers: $(VENV)/.dev ## how many numbers of a bench are read right; ARGS="--data FILE", else TAWATUR_SHARED names its folder
	$(BIN)/python benchmarks/number_reading.py $(ARGS)

bench-places: $(VENV)/.dev ## how many places are resolved right; ARGS="--failures" lists the others. TAWATUR_SHARED names the folder
	@test -n "$$TAWATUR_SHARED" || { echo "make bench-places: set TAWATUR_SHARED to the folder that holds bench/airwars" >&2; exit 2; }
	$(BIN)/python benchmarks/places.py "$$TAWATUR_SHARED/bench/airwars" $(ARGS)

one-wire: $(VENV)/.dev ## one agency's text through 1,000 made outlets adds no chain; ARGS="--outlets N"
	$(BIN)/python benchmarks/one_wire.py $(ARGS)

measure: $(VENV)/.dev ## scores against the benches in the folder that TAWATUR_SHARED names
	@test -n "$$TAWATUR_SHARED" || { echo "make measure: set TAWATUR_SHARED to the folder that holds bench/run.sh" >&2; exit 2; }
	PATH="$(abspath $(BIN)):$$PATH" bash "$$TAWATUR_SHARED/bench/run.sh" $(ARGS)

soak: $(VENV)/.dev ## the long campaign: kills the run at many points and verifies what is left
	TAWATUR_SOAK=1 $(BIN)/pytest tests/campaign $(ARGS)

dist: $(VENV)/.dev ## builds the wheel and the source archive into dist/
	$(BIN)/python -m build --outdir dist .

clean: ## removes what was made, .venv included
	rm -rf $(VENV) dist build tawatur-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Tawatur needs Python 3.11 or newer, but $(PYTHON) is $$($(PYTHON) --version 2>&1); try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

# Editable, with the tools. Done again only when pyproject.toml changes.
$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) -e '.[dev]'
	@touch $@

# As a user gets it: a built wheel, with its data inside. Left alone where the editable install stands already.
$(VENV)/.installed: pyproject.toml $(SOURCES) | $(BIN)/python
	@if [ -e $(VENV)/.dev ]; then echo "tawatur is installed from this folder"; else echo "installing tawatur into $(VENV)"; $(PIP) .; fi
	@touch $@
