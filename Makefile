# Chores. `go build ./cmd/tocsin` and `go test ./...` need none of this.
FUZZTIME ?= 30s
BENCH    ?= .

SHARED   ?= ../shared
TEXT      = $(SHARED)/data/text

.PHONY: check bench fuzz score dist dist-check

# check is what CI does, on this work tree, and what takes longer: the other systems
# that dist is made for, and the long kills: programs that write are killed at
# KILLS moments and the desk is looked through after each.
KILLS ?= 1000
check:
	.ci/run
	GOOS=windows CGO_ENABLED=0 go vet ./cmd/tocsin
	GOOS=darwin CGO_ENABLED=0 go vet ./cmd/tocsin
	TOCSIN_MUST_RUN=1 TOCSIN_KILLS=$(KILLS) go test -run 'TestKill' -count=1 -timeout 3h ./cmd/tocsin

# bench prints the speeds that docs/design.md names.
bench:
	go test -run '^$$' -bench '$(BENCH)' -benchmem ./...

# fuzz runs every fuzz function for FUZZTIME each, or those that FUZZ matches:
# make fuzz FUZZ=FuzzRead FUZZTIME=10m
FUZZ ?= .
fuzz:
	@go list -f '{{.Dir}} {{join .TestGoFiles " "}} {{join .XTestGoFiles " "}}' ./... | while read -r dir files; do \
		for f in $$files; do \
			for fn in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$$dir/$$f" | grep -e '$(FUZZ)'); do \
				echo "== $$dir $$fn"; \
				(cd "$$dir" && go test -run '^$$' -fuzz "^$$fn\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x .) || exit 1; \
			done; \
		done; \
	done

# score measures the reader on sets with known answers and writes the score file,
# and its figures into docs/methods/reading.md.
# It looks at held sets: log the look in read/testdata/looks.txt first.
score:
	go run ./cmd/tocsin bench read \
		--muc4 $(TEXT)/muc4/tst3.jsonl \
		--system $(TEXT)/muc4/system_gtt2021_tst3.jsonl --system $(TEXT)/muc4/system_ge1992_tst3.jsonl \
		--system $(TEXT)/muc4/system_umass1992_tst3.jsonl --system $(TEXT)/muc4/system_sri1992_tst3.jsonl \
		--polnear $(TEXT)/polnear/polnear_train_dev.tar.gz --part dev \
		--factuality $(TEXT)/factuality/UW/dev.conll.gz --factuality $(TEXT)/factuality/UDS_IH2/dev.conll.gz \
		--geo $(TEXT)/geo/lgl.xml.gz --geo $(TEXT)/geo/gwn.xml.gz \
		--geo-system $(TEXT)/geo/lgl_system_edin.txt.gz --geo-system $(TEXT)/geo/lgl_system_cliff.txt.gz \
		--geo-system $(TEXT)/geo/lgl_system_clavin.txt.gz \
		--verb-place $(TEXT)/event-location/labeled.jsonl.gz \
		--parse $(TEXT)/ud/en_ewt-ud-dev.conllu.gz --parse $(TEXT)/ud/en_ewt-ud-test.conllu.gz \
		--parse $(TEXT)/ud/en_gum-ud-test.eval-only.conllu.gz --parse $(TEXT)/ud/en_pud-ud-test.conllu.gz \
		--times $(TEXT)/time_tempeval3.tar.gz --names $(TEXT)/ner/en_ewt-ud-test.iob2 --names $(TEXT)/ner/wikigold/CONLL-format/data/wikigold.conll.txt \
		--cases read/testdata/cases --careful \
		--looks read/testdata/looks.txt --out read/testdata/score.txt
	go test ./read/score -run Methods -args -update

# dist makes what is given out: an archive for each system, checksums, and a list
# of what is built in. TARGETS narrows it: make dist TARGETS=linux/amd64
dist:
	go run ./internal/dist -out dist $(if $(TARGETS),-targets '$(TARGETS)')

# dist-check makes it a second time, from another clone in another place with
# nothing cached, and compares the bytes.
dist-check: dist
	go run ./internal/dist -again dist $(if $(TARGETS),-targets '$(TARGETS)')
