# Two commands: `make site` builds this repository's own content, `make test` tests everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile

COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --no-emit-options --no-emit-index-url \
  --no-emit-find-links --no-emit-trusted-host --strip-extras --allow-unsafe --no-header

.PHONY: site test bench audit lock clean

site: $(VENV)/.installed
	$(BIN)/press fonts
	$(BIN)/press build

test: $(VENV)/.installed-test
	$(BIN)/press fonts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if scripts/browser.sh; then $(PYTEST); else PRESS_NO_BROWSER=1 $(PYTEST); fi
	$(BIN)/press check

bench: $(VENV)/.installed-test
	PYTHONPATH=scripts:tests $(BIN)/python -m bench

audit: $(VENV)/.installed-test
	$(BIN)/press build
	PYTHONPATH=scripts:tests/site $(BIN)/python -m audit

lock: $(VENV)/.installed-test
	$(PIP) install --quiet pip-tools
	$(COMPILE) --extra build -o requirements.lock pyproject.toml
	$(COMPILE) --extra test -c requirements.lock -o requirements-test.lock pyproject.toml

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新版本")'
	@echo "准备 $(VENV)，安装锁定的依赖（第一次约一分钟）…"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements-test.lock
	@echo "安装测试用的依赖…"
	$(PIP) install --quiet --require-hashes -r requirements-test.lock
	touch $@

clean:
	rm -rf dist $(VENV)
