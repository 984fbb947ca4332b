# Start with `make serve` and `make test`; each installs what it needs first.
.DEFAULT_GOAL := help
.PHONY: help serve test test-long build bench screens clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile

serve: ## build if needed and serve on this machine only; PORT=8080 by default
	@scripts/serve

test: ## run every check; the last line counts them
	@scripts/test

test-long: ## every end-to-end test in every engine, more random cases
	@scripts/test long

build: ## the static app in dist/, fit for any web server and any sub-folder
	@scripts/setup build
	@scripts/build

bench: ## serves the engine's page for a benchmark, measures gestures; ONLY=page, ONLY=gestures N=50
	@scripts/bench

screens: ## pictures of every view in target/screens; scripts/screens takes links
	@scripts/setup test
	@scripts/build
	@scripts/screens

clean: ## remove what was built; the tools in .tools/ and node_modules/ stay
	rm -rf dist target
