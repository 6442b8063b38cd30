# The house's errands. `make` alone lists them.

PYTHON ?= python3
VENV ?= .venv
ARGS ?=
TIMES ?= 20
MINUTES ?= 30
TARGET ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq

# A make that finds these up to date starts nothing.
USABLE := $(VENV)/.usable
DEVELOPABLE := $(VENV)/.developable

.DELETE_ON_ERROR:
.PHONY: readme schema editor help run test torture fuzz check lint types imports bench oldest audit wheel clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(USABLE) ## open the library (ARGS="FILE" opens a file)
	@$(BIN)/briefing $(ARGS)

test: $(DEVELOPABLE) ## run the tests (ARGS="-k word" picks some)
	@$(BIN)/python -m pytest -q -n auto --dist loadgroup $(ARGS)

# Half an hour on two cores at 20. TIMES=1 is what an ordinary run does of it; BRIEFING_SEED=n does a run again.
torture: $(DEVELOPABLE) ## the long run: what the tests do by chance, many times over (TIMES=20)
	@BRIEFING_TORTURE=$(TIMES) $(BIN)/python -m pytest -q -n auto --dist loadgroup -m torture $(ARGS)

# atheris is no dependency: there are no wheels of it for every Python and machine.
fuzz: $(DEVELOPABLE) ## fuzz guided by coverage (MINUTES=30, TARGET=load)
	@$(PIP) install atheris || { echo "atheris cannot be installed here: no guided fuzzing" >&2; exit 1; }
	@$(BIN)/python -m tests.fuzz.guided --minutes $(MINUTES) $(TARGET)

check: lint types imports ## lint, types and import rules

lint: $(DEVELOPABLE)
	@$(BIN)/ruff check .

types: $(DEVELOPABLE)
	@$(BIN)/mypy

imports: $(DEVELOPABLE)
	@$(BIN)/lint-imports --no-logo

# The tests of the schema drive it, where it is; nothing else needs Node.
editor: $(DEVELOPABLE) ## install yaml-language-server for the tests of the schema (needs npm)
	@npm install --prefix $(VENV) --no-audit --no-fund --silent yaml-language-server@1.25.0

schema: $(DEVELOPABLE) ## make the JSON Schema anew from the model
	@$(BIN)/python -m briefing_tui.schema

readme: $(DEVELOPABLE) ## take the README's pictures anew and write its table of keys
	@$(BIN)/python -m briefing_tui.tui.picture docs README.md

# BRIEFING_RIVALS=FOLDER has the programs that are measured beside ours installed there, each by itself.
bench: $(DEVELOPABLE) ## measure against the baselines and others (ARGS="--quick" or a name)
	@$(BIN)/python -m benchmarks $(ARGS)

oldest: $(BIN)/python ## try the oldest versions allowed of all it needs: install, and run a part of the tests
	@$(BIN)/python -m tests.oldest $(VENV)-oldest $(ARGS)

audit: $(BIN)/python ## ask pip-audit whether what it needs has known vulnerabilities
	@$(BIN)/python -m tests.audit $(VENV)-audit

wheel: $(DEVELOPABLE) ## build the source archive and the wheel into dist/
	@$(BIN)/python -m build --no-isolation --outdir dist .

clean: ## remove what this file made
	@rm -rf $(VENV) $(VENV)-oldest $(VENV)-audit build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache snapshot_report.html
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Seen from here and not left to venv: its own message comes after half an environment was made.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "There is no $(PYTHON). Install Python 3.11 or later, or name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$(PYTHON) is too old ($$($(PYTHON) --version 2>&1)): Python 3.11 or later is needed." \
	    "Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(USABLE): pyproject.toml | $(BIN)/python
	@echo "Installing briefing-tui into $(VENV) ..."
	@$(PIP) install --editable .
	@touch $@

$(DEVELOPABLE): pyproject.toml | $(BIN)/python
	@echo "Installing briefing-tui and what its tests need into $(VENV) ..."
	@$(PIP) install --editable '.[dev]'
	@touch $(USABLE) $@
