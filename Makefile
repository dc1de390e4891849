# `make run` and `make test` are the two commands. `make help` prints this list.
.DEFAULT_GOAL := help
SERVE ?= 1
PORT ?= 8000
BUNDLE ?= specimens/police-chain.pdf
OFFICE ?= police
BIN := .venv/bin
CHECKS := check-types check-style check-layers check-risks
# Containers forbid Python to keep what it compiled: every process of the tests, and there are hundreds, would compile the program anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup run serve test lint check lock words sbom soak train clean
help: ## print this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## virtual environment, locked dependencies, Thai typeface
	@scripts/setup.sh

run: setup ## the main job on the specimen bundle, then the tracking page (SERVE=0 ends instead)
	@$(BIN)/saraban run $(BUNDLE) --office $(OFFICE) --rehearse
	@if [ "$(SERVE)" != 0 ]; then exec $(BIN)/saraban serve --port $(PORT); fi

serve: setup ## only the tracking page
	@exec $(BIN)/saraban serve --port $(PORT)

lint: setup ## ruff, mypy --strict, import-linter, bandit
	@$(MAKE) --no-print-directory -j2 --output-sync=target $(CHECKS)

.PHONY: check-types check-style check-layers check-risks
check-types: # the longest first: the others run beside it
	$(BIN)/mypy
check-style:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
check-layers:
	$(BIN)/lint-imports
check-risks:
	$(BIN)/bandit -q -r workflow memos scripts -c pyproject.toml

.PHONY: compiled
compiled: # once, in the time that the type check leaves a core idle: each of pytest's workers would do it for itself
	@$(BIN)/python -m compileall -q workflow memos
	@$(BIN)/pytest --collect-only -qq -n 0 > /dev/null

test: setup ## every check: lint, then pytest
	@$(MAKE) --no-print-directory -j2 --output-sync=target $(CHECKS) compiled
	$(BIN)/pytest -m "not soak"

soak: setup ## the long proofs, and one table of what they saw: lost, duplicated, unseen (more than half an hour on two cores)
	@mkdir -p dist && rm -f dist/soak.jsonl
	@SARABAN_SOAK_REPORT=$(CURDIR)/dist/soak.jsonl $(BIN)/pytest -m soak --dist load --maxschedchunk 1 --durations 15; ended=$$?; $(BIN)/python -m tests.soak.table dist/soak.jsonl && exit $$ended

train: ## train the line recogniser anew, in an environment of its own (72 minutes on two cores; TOY=1: two minutes)
	@test -x .venv-train/bin/python || (python3 -m venv .venv-train && .venv-train/bin/pip install -q --require-hashes -r requirements/train.txt)
	.venv-train/bin/python -m training.fetch_typefaces
	.venv-train/bin/python -W ignore -m training.train --out data/training/out $(if $(TOY),--toy)

lock: ## renew requirements/*.txt (needs uv on PATH)
	for f in run dev; do uv pip compile --python-version 3.11 --generate-hashes --no-annotate --no-header -q requirements/$$f.in -o requirements/$$f.txt; done
	uv pip compile --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-find-links -q requirements/train.in | sed 's/+cpu//' > requirements/train.txt
	uv pip compile --python-version 3.11 --generate-hashes --no-annotate --no-header --no-deps -q requirements/fonts.in -o requirements/fonts.txt

words: setup ## gather what the pages say into the English catalogue; then translate what it adds
	@$(BIN)/python -m scripts.words

sbom: setup ## a bill of materials (CycloneDX) of what runs, into dist/
	@mkdir -p dist
	@$(BIN)/python -m scripts.sbom > dist/saraban.cdx.json
	@echo dist/saraban.cdx.json

clean: ## remove what the program made (data/), keep the virtual environment
	rm -rf data
