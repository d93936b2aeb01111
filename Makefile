# Holdfire. `make` lists what there is to do; `make demo` and `make test` need only Python 3.11 or newer and pip.
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(if $(shell $(p) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null),$(p))))
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
DEV    := $(VENV)/.ready-dev
TRAIN  := $(VENV)/.ready-train
TEACH  := $(VENV)/.ready-teach
TAUGHT := build/taught.jsonl.gz
BENCH  := build/bench
CORE   := $(addprefix tests/,model reading geography corroboration assessment analysis release judging gate views)
PIP    := -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo browser test fast format lint types contracts gate bench docs screens readers teach-syntax train-syntax clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## *(.*)/\1|\2/' | while IFS='|' read -r name what; do printf '  make %-13s %s\n' "$$name" "$$what"; done

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Holdfire needs Python 3.11 or newer (set PYTHON=/path/to/it)"; exit 1; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python $(PIP) --editable '.[all]'
	@touch $@

$(DEV): pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python $(PIP) --editable '.[dev]'
	@touch $@ $(READY)

$(TRAIN): pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python $(PIP) --editable '.[train]'
	@touch $@ $(READY)

$(TEACH): pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python $(PIP) --editable '.[train,teach]'
	@touch $@ $(READY) $(TRAIN)

$(BENCH)/.ready: pyproject.toml
	@test -x $(BENCH)/bin/python || $(PYTHON) -m venv $(BENCH)
	@$(BENCH)/bin/python $(PIP) --editable '.[bench]'
	@touch $@

demo: $(READY)  ## read the example reports, show the story they tell, and open them in the workbench
	@$(BIN)/holdfire demo
	@mkdir -p out && $(BIN)/holdfire demo --format html --output out/demo.html && echo "  The same as a page: out/demo.html"
	@rm -f out/demo.book* && $(BIN)/holdfire demo --book out/demo.book
	@if [ -t 0 ] && [ -t 1 ]; then echo && $(BIN)/holdfire serve out/demo.book --port 0 --who "$${USER:-demo}"; fi

test: lint types contracts browser $(DEV)  ## everything that must hold: format, lint, types, contracts, tests, gate
	@$(BIN)/python -m pytest -n 2 --dist loadfile
	@$(MAKE) --no-print-directory gate

fast: $(DEV)  ## the tests to run while working: the pure core's, none of them slow
	@$(BIN)/python -m pytest -n 2 --dist loadfile -m "not slow" --hypothesis-profile=quick $(CORE)

format: $(DEV)  ## put the code in its form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lint: $(DEV)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(DEV)
	@$(BIN)/mypy

contracts: $(DEV)
	@$(BIN)/lint-imports

readers: tests/exports/readers/package.json  ## the readers of others that formats of a release are tested with; needs npm and pip
	@mkdir -p build/readers && cp tests/exports/readers/* build/readers/
	@npm install --silent --no-audit --no-fund --ignore-scripts --prefix build/readers
	@test -x build/readers/.venv/bin/python || $(PYTHON) -m venv build/readers/.venv
	@build/readers/.venv/bin/python $(PIP) "roc-validator>=0.13"

browser:
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || \
		{ command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ] && echo "Installing chromium for the tests of the workbench ..." && \
		(apt-get install -y -qq --no-install-recommends chromium || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }) >/dev/null 2>&1; } || \
		echo "No browser here: the tests of the workbench in a real browser are skipped."

gate: $(DEV)  ## how well the gold reports are read, against the floors
	@$(BIN)/python -m gate

bench: $(BENCH)/.ready  ## speed, start-up and memory, beside other tools in the same run
	@$(BENCH)/bin/python -m benchmarks.reading
	@echo && $(BENCH)/bin/python -m benchmarks.sources
	@echo && $(BENCH)/bin/python -m benchmarks.zones
	@echo && $(BENCH)/bin/python -m benchmarks.processes
	@echo && $(BENCH)/bin/python -m benchmarks.corroboration $(NUMBER)
	@echo && $(BENCH)/bin/python -m benchmarks.casebook $(NUMBER)
	@echo && $(BENCH)/bin/python -m benchmarks.trends
	@echo && $(BENCH)/bin/python -m benchmarks.workbench $(NUMBER)
	@echo && $(BENCH)/bin/python -m benchmarks.in_force $(NUMBER)

docs: $(DEV)  ## write again what the docs take from the program
	@$(BIN)/python -m docs.scripts.cli_reference
	@$(BIN)/python -m docs.scripts.rules
	@$(BIN)/python -m docs.scripts.capture

screens: $(DEV)  ## pictures of each page of the workbench, for the docs; needs a browser
	@$(BIN)/python -m docs.scripts.screens

teach-syntax: $(TEACH)  ## optional, before train-syntax: make teach-syntax DATA=treebanks PRETRAINED=mpnet TEXTS=texts.jsonl.gz
	@test -n "$(DATA)" -a -n "$(PRETRAINED)" -a -n "$(TEXTS)" || { echo "say DATA=treebanks PRETRAINED=folder-of-mpnet TEXTS=texts.jsonl.gz"; exit 1; }
	@$(BIN)/python -m training.syntax.teacher.train --data $(DATA) --pretrained $(PRETRAINED) --out build/teacher
	@$(BIN)/python -m training.syntax.teacher.annotate --teacher build/teacher --pretrained $(PRETRAINED) --texts $(TEXTS) --out $(TAUGHT)

train-syntax: $(TRAIN)  ## train the parser again: make train-syntax DATA=folder-of-treebanks
	@test -n "$(DATA)" || { echo "say where the treebanks are: make train-syntax DATA=folder"; exit 1; }
	@$(BIN)/python -m training.syntax.train --data $(DATA) $(addprefix --taught ,$(wildcard $(TAUGHT))) --out build/syntax
	@$(BIN)/python -m training.syntax.export build/syntax --version $(or $(VERSION),dev)
	@$(BIN)/python -m training.syntax.evaluate --data $(DATA)

clean:  ## remove what was built, and the environment
	@rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
