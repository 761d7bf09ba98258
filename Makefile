# Chores. `go build ./cmd/tocsin` and `go test ./...` need none of this.
FUZZTIME ?= 30s
BENCH    ?= .

.PHONY: check bench fuzz

# check is what CI does, on this work tree.
check:
	@test -z "$$(gofmt -l .)" || { echo "gofmt these:"; gofmt -l .; exit 1; }
	go vet ./...
	go test ./...

# bench prints the speeds that docs/design.md names.
bench:
	go test -run '^$$' -bench '$(BENCH)' -benchmem ./...

# fuzz runs every fuzz function for FUZZTIME each.
fuzz:
	@go list -f '{{.Dir}} {{join .TestGoFiles " "}} {{join .XTestGoFiles " "}}' ./... | while read -r dir files; do \
		for f in $$files; do \
			for fn in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$$dir/$$f"); do \
				echo "== $$dir $$fn"; \
				(cd "$$dir" && go test -run '^$$' -fuzz "^$$fn\$$" -fuzztime $(FUZZTIME) .) || exit 1; \
			done; \
		done; \
	done
