# Message Center Guide. `make help` lists everything.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.DELETE_ON_ERROR:

# The first Python that is new enough; name another with `make PYTHON=…`.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000
export PATH := $(CURDIR)/$(BIN):$(PATH)
# hooks.* and machinery.* are imported from here.
export PYTHONPATH := $(CURDIR)/overrides
# Byte code beside the sources would look like a change to the live reload.
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/pycache
export PYTHONUTF8 := 1
# One process for what builds and shows the site, the other cores for the rest (tests/conftest.py).
SPREAD := --numprocesses auto --dist loadgroup
# Material's note on MkDocs 2 does not concern a locked version.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help
help: ## list every target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: python
python:
	@$(or $(PYTHON),no-python) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || \
	  { echo "The Message Center Guide needs Python 3.11 or newer. Name one with: make PYTHON=/path/to/python3 …"; exit 1; }

.PHONY: setup
setup: python ## install what the project needs into .venv, node_modules and build/ (quick when nothing changed)
	@$(PYTHON) -m machinery.setup

.PHONY: setup-tests
setup-tests: python ## the same, and a browser for the tests
	@$(PYTHON) -m machinery.setup --browser

.PHONY: serve
serve: setup ## build and serve at http://127.0.0.1:8000, with live reload
	@echo "Building. The guide will be at http://$(ADDRESS)/ (Ctrl+C stops it)"
	@$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

.PHONY: site
site: setup ## build into site/ for any static host; SITE_URL and REPO_URL are optional
	@$(BIN)/mkdocs build --strict --quiet --clean
	@echo "Built site/ ($$(find site -name '*.html' | wc -l | tr -d ' ') pages)"

.PHONY: test
test: setup-tests lint types test-frontend ## set up and run every test
	@$(BIN)/pytest $(SPREAD)

.PHONY: lint
lint: setup ## style and likely mistakes
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

.PHONY: types
types: setup ## mypy strict and tsc strict
	@$(BIN)/mypy
	@node_modules/.bin/tsc

.PHONY: test-engine
test-engine: setup ## the engine's tests only: unit, property, contract
	@$(BIN)/pytest $(SPREAD) tests/unit tests/property tests/contract

.PHONY: test-frontend
test-frontend: setup ## the front end's unit tests, under Node
	@node overrides/machinery/test_frontend.mjs

.PHONY: test-site
test-site: setup ## the built site's tests: links, headers, facts
	@$(BIN)/pytest -m site

.PHONY: test-browser
test-browser: setup-tests ## the tests in a real browser
	@$(BIN)/pytest -m browser

.PHONY: score
score: setup ## how often the engine is right on the example drafts, and the search on people's questions
	@$(BIN)/python -m tests.score
	@$(BIN)/python -m tests.score.search

.PHONY: mutation
mutation: setup ## which lexicon entries and rules no message depends on
	@$(BIN)/python -m tests.mutation

.PHONY: bench
bench: setup-tests ## how fast it is, beside others (ONLY="start pages" measures these parts, WITHOUT="slow" all others, PATIENCE=4 on a busy machine)
	@$(BIN)/python -m tests.bench $(ONLY:%=--only %) $(WITHOUT:%=--without %) $(PATIENCE:%=--patience %)

.PHONY: format
format: setup ## put Python files into the project's form
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

.PHONY: lock
lock: setup ## choose versions anew and lock them with hashes
	@$(BIN)/python -m machinery.lock

.PHONY: clean
clean: ## remove what was built, keep what was installed
	@rm -rf site build/assets build/assets-dev build/python build/python.key build/early build/next build/ready build/jinja build/pycache build/tests
