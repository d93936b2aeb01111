# Holdfire: `make demo` shows what it does, `make test` checks everything.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready

.PHONY: demo test fast lint types contracts gate bench train-syntax clean

$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(STAMP)  ## read the example reports and show what they hold
	@$(BIN)/holdfire demo

test: lint types contracts $(STAMP)  ## everything that must hold
	@$(BIN)/python -m pytest
	@$(MAKE) --no-print-directory gate

fast: $(STAMP)  ## the tests to run while working
	@$(BIN)/python -m pytest -m "not slow"

lint: $(STAMP)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(STAMP)
	@$(BIN)/mypy

contracts: $(STAMP)
	@$(BIN)/lint-imports
