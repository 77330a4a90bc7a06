# `make` lists the commands. Each works on a fresh machine that has Python 3.11, its pip, git and make.

PYTHON ?= python3
# Extra words for pytest, such as: make test ARGS="tests/feed -k guid"
ARGS ?=

BIN := .venv/bin
READERS := tests/feed/readers
INSTALL := -qq --disable-pip-version-check --no-input install --root-user-action=ignore
PIP := $(BIN)/python -m pip $(INSTALL)
LOCKED := --require-hashes
LOCK := $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header --no-config \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

# Byte code is written and read: without it every start of every command compiles feedpub anew.
unexport PYTHONDONTWRITEBYTECODE
unexport PYTHONPATH
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help setup demo test programs dev lint types contract docs docs-check golden bench lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: .venv/feedpub.stamp ## an environment in .venv with feedpub and what it needs
	@$(BIN)/python -m compileall -q feedpub

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("feedpub needs Python 3.11 or later, this is " + sys.version.split()[0] + " (another one: make PYTHON=python3.12 ...)" if sys.version_info < (3, 11) else 0)'
	@echo "Making an environment in .venv ..."
	@rm -f .venv/*.stamp
	@if $(PYTHON) -m pip --version >/dev/null 2>&1; then $(PYTHON) -m venv --without-pip .venv; else $(PYTHON) -m venv .venv; fi

# Debian's Python cannot put pip into an environment, but its pip can install into one.
.venv/build.stamp: requirements/build.txt | .venv/bin/python
	@if $(BIN)/python -m pip --version >/dev/null 2>&1; \
	then $(PIP) $(LOCKED) -r requirements/build.txt; \
	else $(PYTHON) -m pip --python $(BIN)/python $(INSTALL) $(LOCKED) -r requirements/build.txt; fi
	@touch $@

.venv/run.stamp: requirements/run.txt .venv/build.stamp
	@echo "Installing what feedpub needs ..."
	@$(PIP) $(LOCKED) -r requirements/run.txt
	@touch $@

.venv/feedpub.stamp: pyproject.toml .venv/run.stamp
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

dev: .venv/dev.stamp setup

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	@echo "Installing what tests and checks need ..."
	@$(PIP) $(LOCKED) -r requirements/dev.txt
	@touch $@

demo: setup ## set up, then build and validate the shows in feeds/
	@$(BIN)/feedpub build
	@$(BIN)/feedpub validate

test: dev programs ## set up, and run all tests
	@$(BIN)/python -m pytest -n auto $(ARGS)

# Tests look at a feed in a real browser (Playwright wants libatomic), make system calls fail (strace) and have chapters read
# by others (ffmpeg). What is not there and may not be installed is skipped, and says so.
programs: dev
	@if command -v chromium >/dev/null && command -v strace >/dev/null && command -v ffprobe >/dev/null && command -v setpriv >/dev/null \
		&& command -v xmllint >/dev/null \
		&& $(BIN)/python -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium, ffmpeg, strace and xmllint ..."; \
		export DEBIAN_FRONTEND=noninteractive; \
		{ apt-get update && apt-get install --yes --no-install-recommends chromium ffmpeg libatomic1 libxml2-utils strace util-linux; } >/dev/null 2>&1 \
			|| echo "Chromium, ffmpeg, strace and xmllint could not be installed; tests that need them are skipped."; \
	else echo "There is no Chromium, ffmpeg, strace or xmllint here (Debian: apt-get install chromium ffmpeg libatomic1 libxml2-utils strace); tests that need them are skipped."; fi
	@if ! command -v npm >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Node.js ..."; \
		{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends nodejs npm; } >/dev/null 2>&1 || true; fi
	@if command -v npm >/dev/null; then \
		if [ ! -d $(READERS)/node_modules ] || [ $(READERS)/package-lock.json -nt $(READERS)/node_modules ]; then \
			echo "Installing the readers of feeds that are not ours ..."; \
			{ npm ci --prefix $(READERS) --ignore-scripts --no-audit --no-fund >/dev/null 2>&1 && touch $(READERS)/node_modules; } \
				|| echo "They could not be installed; tests that need them are skipped."; fi; \
	else echo "There is no npm here (Debian: apt-get install nodejs npm); tests that need it are skipped."; fi

lint: dev ## style and likely mistakes (ruff)
	@$(BIN)/ruff format --check --quiet --output-format concise . || { echo "Run $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/ruff check --quiet .

types: dev ## types (mypy --strict)
	@$(BIN)/mypy --no-error-summary

contract: dev ## who may import whom (import-linter)
	@$(BIN)/lint-imports --no-logo

docs: dev ## write the parts of the documentation that come out of the code
	@$(BIN)/python tools/make_docs.py

docs-check: dev
	@$(BIN)/python tools/make_docs.py --check

golden: dev ## write the expected output of the test cases anew; review it with git diff
	@FEEDPUB_GOLDEN=write $(BIN)/python -m pytest -q tests/test_golden.py $(ARGS)

bench: dev ## measure; ARGS="--help" tells how to choose
	@$(BIN)/python -m benchmarks.run $(ARGS)

lock: dev ## newest versions of all dependencies, with hashes, into requirements/
	@$(LOCK) --output-file requirements/run.txt pyproject.toml
	@$(LOCK) --output-file requirements/build.txt requirements/build.in
	@$(LOCK) --output-file requirements/dev.txt requirements/dev.in
	@for name in run build dev; do \
		{ echo "# Written by make lock: exact versions and the hashes of their files. Do not edit."; cat requirements/$$name.txt; } \
			> requirements/$$name.tmp && mv requirements/$$name.tmp requirements/$$name.txt; done

clean: ## remove everything that can be made again
	@rm -rf .venv build .feedpub dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis benchmarks/.work $(READERS)/node_modules
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
