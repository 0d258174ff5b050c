# What one does with Klangwerk. `make` alone lists it.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMPS := $(VENV)/.klangwerk
WEBAPP := src/klangwerk/studio/webapp/index.html

# uv installs several times faster; pip does the same.
ifneq ($(shell command -v uv 2>/dev/null),)
  INSTALL := uv pip install --quiet --python $(BIN)/python
else
  INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

# Two of the processes that a test machine has; what measures time runs alone, afterwards.
PYTEST  := $(BIN)/python -m pytest
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-train studio test test-python test-web check lint format types layers web-check \
        api train-smoke requirements clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMPS)/editable $(STAMPS)/webapp  ## virtual environment, pinned dependencies, web app; then .venv/bin/klangwerk works

studio: setup  ## start the studio and open it in the browser (Ctrl-C stops it)
	@exec $(BIN)/klangwerk studio $(ARGS)

setup-dev: setup $(STAMPS)/dev  ## setup, and what tests and checks need

setup-train: setup-dev $(STAMPS)/train  ## setup-dev, and PyTorch for training

test: test-python test-web  ## everything; what a missing program makes impossible is skipped with the reason

test-python: setup-dev
	$(PYTEST) -n $(WORKERS) --dist loadgroup -m "not serial" --ignore tests/browser $(ARGS)
	$(PYTEST) -m serial --ignore tests/browser $(ARGS)
	$(PYTEST) tests/browser $(ARGS)  # by itself: the event loop that drives the browser is not for Django's tests

test-web: setup-dev
	$(BIN)/python hatch_build.py --npm run test

check: setup-dev lint types layers web-check  ## all that can be found out without running it

lint: setup-dev  ## style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: setup-dev  ## put code into shape
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

types: setup-dev
	$(BIN)/mypy

layers: setup-dev
	$(BIN)/lint-imports

web-check: setup-dev
	$(BIN)/python hatch_build.py --npm run types
	$(BIN)/python hatch_build.py --npm run lint
	$(BIN)/python hatch_build.py --npm run layers
	$(BIN)/python hatch_build.py --npm run api:check

api: setup-dev  ## the TypeScript client anew from the server's OpenAPI
	$(BIN)/python hatch_build.py --npm run api

train-smoke: setup-train  ## the whole way from data to weights, in small
	$(BIN)/klangwerk train kicks --smoke --work build/train-smoke

requirements:  ## pin the newest versions that pyproject.toml allows (needs uv)
	requirements/pin

clean:  ## delete what was built; not .venv and not your data
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache src/klangwerk/studio/webapp \
	  src/klangwerk/dsp/wasm
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# --- what setup is made of: each stamp is newer than what it was made from, or it is made again --------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v < (3, 14) else "Klangwerk needs \
	Python 3.11, 3.12 or 3.13, and $(PYTHON) is %d.%d. Name another: make setup PYTHON=python3.12" % v)'
	@$(PYTHON) -m venv $(VENV) || { echo "Could not make $(VENV). On Debian and Ubuntu: apt install python3-venv" >&2; \
	  rm -rf $(VENV); exit 1; }

$(STAMPS)/base: requirements/base.txt | $(BIN)/python
	@echo "installing dependencies ..."
	@$(INSTALL) -r requirements/base.txt
	@mkdir -p $(STAMPS) && touch $@

# Node's wheel is asked for only where the system's Node is missing or too old, and only to build.
$(STAMPS)/webapp: $(STAMPS)/base FORCE
	@$(BIN)/python hatch_build.py --node || { echo "fetching Node ..."; $(INSTALL) -r requirements/node.txt; }
	@$(BIN)/python hatch_build.py
	@cmp -s $(WEBAPP) $@ || cp $(WEBAPP) $@

$(STAMPS)/editable: pyproject.toml hatch_build.py src/klangwerk/__init__.py $(STAMPS)/base | $(STAMPS)/webapp
	@$(INSTALL) --no-deps --editable .
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/base
	@echo "installing what tests and checks need ..."
	@$(INSTALL) -r requirements/dev.txt
	@$(BIN)/python hatch_build.py --node-anyway || $(INSTALL) -r requirements/node.txt
	@touch $@

$(STAMPS)/train: requirements/train.txt $(STAMPS)/base
	@echo "installing PyTorch ..."
	@$(INSTALL) -r requirements/train.txt
	@touch $@

.PHONY: FORCE
FORCE:
