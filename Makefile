# Everything here needs python3 >= 3.11 and make alone: each target makes .venv itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Several tests at once; PYTEST="-n 0 ..." runs them one after the other.
PARALLEL := -n auto --maxprocesses 8 --dist worksteal
COMPILE := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command "make lock"

compile = $(COMPILE) pyproject.toml --all-extras --group dev --output-file $(1)/dev.txt \
	&& $(COMPILE) --constraint $(1)/dev.txt pyproject.toml --output-file $(1)/runtime.txt \
	&& $(COMPILE) --constraint $(1)/dev.txt pyproject.toml --extra local --output-file $(1)/local.txt \
	&& $(COMPILE) --constraint $(1)/dev.txt pyproject.toml --extra serve --extra postgres --output-file $(1)/serve.txt \
	&& $(COMPILE) --constraint $(1)/dev.txt --group build --output-file $(1)/build.txt

.PHONY: run chat test quick test-all test-others check bench bench-check bench-check-set questions mutants proof-mutants docs screenshots world lock clean
.DELETE_ON_ERROR:

run: $(VENV)/run.stamp
	@$(BIN)/stancebook local

chat: $(VENV)/run.stamp
	@$(BIN)/stancebook chat

test: $(VENV)/dev.stamp
	$(BIN)/pytest $(PARALLEL) $(PYTEST)

# What takes less than two seconds each, while you work.
quick: $(VENV)/dev.stamp
	$(BIN)/pytest $(PARALLEL) -m "not slow" $(PYTEST)

test-all: test test-others

# The tests on every other Python at hand, each in an environment of its own; without those that
# say the same on each: of the sources, of a browser's page, of how well questions are answered.
test-others: $(BIN)/python
	@$(BIN)/python .ci/pythons.py >$(VENV)/pythons
	@test -s $(VENV)/pythons || echo "no other Python >= 3.11 is on this machine"
	@set -e; while read -r version python <&3; do \
		echo "the tests on Python $$version ($$python)"; \
		$(MAKE) --no-print-directory PYTHON="$$python" VENV=".venv-$$version" PYTEST='-m "not one_python" $(PYTEST)' test; \
	done 3<$(VENV)/pythons

check: $(VENV)/dev.stamp
	@PATH="$(abspath $(BIN)):$$PATH" $(MAKE) --no-print-directory lock-in-step
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/stancebook check $(CHECK)
	STANCEBOOK_HOSTILE=5000 $(BIN)/pytest $(PARALLEL) $(PYTEST)

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench

# /check held to the claims of tests/check_benchmark/; PEERS=1 adds other quote checkers, installed
# apart in build/, VERBOSE=-v lists what was judged otherwise.
bench-check: $(VENV)/dev.stamp
	$(BIN)/python -m tests.check_benchmark $(if $(PEERS),--peers) $(VERBOSE)

# The claims themselves, from the invented texts; a test checks that they are up to date.
bench-check-set: $(VENV)/dev.stamp
	$(BIN)/python -m tests.check_benchmark.build_set

# How many questions of tests/questions/ are answered right; VERBOSE=-v lists the others.
questions: $(VENV)/dev.stamp
	$(BIN)/python -m tests.questions $(VERBOSE)

# The generated parts of the documentation; tests/test_docs.py checks that they are up to date.
docs: $(VENV)/dev.stamp
	$(BIN)/python docs/reference.py -r

# The pictures in docs/images/, taken with Debian's chromium.
screenshots: $(VENV)/dev.stamp
	$(BIN)/python docs/screenshots.py

# The names and words of knowledge/world/, made from the libraries that dev.txt pins.
world: $(VENV)/dev.stamp
	$(BIN)/python -m tests.world_data

# Numbers that can be changed without a test that fails; ROOMS="knowledge/names" tries one room.
mutants: $(VENV)/dev.stamp
	$(BIN)/python -m tests.mutants $(ROOMS)

# Wrong entries that the proof accepts; STANCEBOOK_ARTICLES adds the built-in corpus, VERBOSE=-v
# lists them.
proof-mutants: $(VENV)/dev.stamp
	$(BIN)/python -m tests.proof_mutants $(VERBOSE)

lock: $(VENV)/dev.stamp
	PATH="$(abspath $(BIN)):$$PATH" $(MAKE) --no-print-directory lock-now

# The others keep to what dev.txt pins: what is installed together must agree.
lock-now:
	$(call compile,requirements)

# The pins already there are kept where they still fit, so only a change of pyproject.toml shows.
lock-in-step:
	@rm -rf build/lock && mkdir -p build/lock && cp requirements/*.txt build/lock/
	@$(call compile,build/lock)
	@diff -r requirements build/lock || { echo "the lock is out of step: run 'make lock'" >&2; exit 1; }

# An environment that was left half made has no pip, and is made again.
ifeq ($(wildcard $(BIN)/pip),)
.PHONY: $(BIN)/python
endif
$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { echo "There is no '$(PYTHON)': Python 3.11 or newer is needed." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and "%s is Python %d.%d: 3.11 or newer is needed." % (sys.executable, v[0], v[1]))'
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make a virtual environment: install $(notdir $(PYTHON))-venv (on Debian and Ubuntu: apt-get install $(notdir $(PYTHON))-venv)." >&2; exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV)

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
	rm -rf $(VENV) .venv-* build dist
