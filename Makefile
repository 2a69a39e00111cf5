# Everything here needs python3 >= 3.11 and make alone: each target makes .venv itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILE := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command "make lock"

.PHONY: run chat test check bench lock clean
.DELETE_ON_ERROR:

run: $(VENV)/run.stamp
	@$(BIN)/stancebook local

chat: $(VENV)/run.stamp
	@$(BIN)/stancebook chat

test: $(VENV)/dev.stamp
	$(BIN)/pytest $(PYTEST)

check: $(VENV)/dev.stamp
	@PATH="$(abspath $(BIN)):$$PATH" $(MAKE) --no-print-directory lock-in-step
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/stancebook check $(CHECK)
	$(BIN)/pytest $(PYTEST)

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench

lock: $(VENV)/dev.stamp
	PATH="$(abspath $(BIN)):$$PATH" $(MAKE) --no-print-directory lock-now

lock-now:
	$(COMPILE) pyproject.toml --output-file requirements/runtime.txt
	$(COMPILE) pyproject.toml --extra local --output-file requirements/local.txt
	$(COMPILE) --group build --output-file requirements/build.txt
	$(COMPILE) pyproject.toml --all-extras --group dev --output-file requirements/dev.txt

# The pins already there are kept where they still fit, so only a change of pyproject.toml shows.
lock-in-step:
	@rm -rf build/lock && mkdir -p build/lock && cp requirements/*.txt build/lock/
	@$(COMPILE) pyproject.toml --output-file build/lock/runtime.txt
	@$(COMPILE) pyproject.toml --extra local --output-file build/lock/local.txt
	@$(COMPILE) --group build --output-file build/lock/build.txt
	@$(COMPILE) pyproject.toml --all-extras --group dev --output-file build/lock/dev.txt
	@diff -r requirements build/lock || { echo "the lock is out of step: run 'make lock'" >&2; exit 1; }

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "python3 >= 3.11 is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/local.txt requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "installing into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/local.txt -r requirements/build.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "installing into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/run.stamp

clean:
	rm -rf $(VENV) build dist
