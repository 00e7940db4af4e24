# Two commands for a newcomer: `make run` and `make test`. Both install what they need.
# While you work: `make test-fast`, everything but the slow tests, in two minutes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
export QT_QUICK_BACKEND ?= software

.PHONY: run test test-fast flaky findings check bench lock clean
run: $(READY)
	@.ci/system-packages debian-packages
	$(BIN)/denluot demo

test: $(READY)
	@.ci/system-packages debian-packages debian-packages-test
	$(BIN)/python -m assets.tools.run_tests

test-fast: $(READY)
	@.ci/system-packages debian-packages debian-packages-test
	$(BIN)/python -m assets.tools.run_tests --fast

flaky: $(READY)  # make flaky FILES="tests/e2e tests/integration" REPEATS=20 LOAD=2
	$(BIN)/python -m assets.tools.flaky --repeats $(or $(REPEATS),20) --load $(or $(LOAD),2) $(or $(FILES),tests/e2e tests/integration)

findings: $(READY)  # which findings have a proof, and where
	$(BIN)/python -m assets.tools.findings

check: $(READY)
	@.ci/system-packages debian-packages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m assets.tools.qmllint
	$(BIN)/denluot office check assets/offices/ward-hoa-binh.toml assets/offices/province-song-lam.toml
	$(BIN)/python -m assets.tools.translations --check

bench: $(READY)
	$(BIN)/python -m bench

$(READY): requirements/dev.lock pyproject.toml
	@command -v $(PYTHON) > /dev/null || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	@.ci/system-packages debian-packages
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock:  # after a change of dependencies; needs uv
	uv pip compile -q pyproject.toml --all-extras --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header --no-annotate -o requirements/dev.lock

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis
