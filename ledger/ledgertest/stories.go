package ledgertest

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"tocsin"
	"tocsin/ledger"
)

// add adds a report and one reading of it.
func add(t *testing.T, l ledger.Ledger, n int, r tocsin.Report, raw []byte, names ...string) {
	t.Helper()
	added, err := l.AddReport(ctx, r, raw, clock(n))
	must(t, "added", added, err)
	rd, list, links := Reading(r, "rules-1", clock(n), 0.5, names...)
	added, err = l.AddReading(ctx, rd, list, links)
	must(t, "added", added, err)
}

func latestReading(t *testing.T, l ledger.Ledger) {
	r, raw := Report("page", "2020-08-20", "Soldiers", "Diaw")
	add(t, l, 1, r, raw, "Soldiers")
	rd, list, links := Reading(r, "rules-2", clock(2), 0.5, "Diaw", "Soldiers")
	for _, want := range []string{"added", "already"} {
		added, err := l.AddReading(ctx, rd, list, links)
		must(t, want, added, err)
		rd.Recorded = clock(3)
	}
	v := l.View(on("2020-08-20"))
	same(t, "now", actors(t, v, ledger.Filter{}), []string{"Diaw", "Soldiers"})
	same(t, "links", len(collect(t, v.Links(ctx))), 1)
	same(t, "before", actors(t, v.RecordedBefore(clock(2)), ledger.Filter{}), []string{"Soldiers"})
	same(t, "links before", len(collect(t, v.RecordedBefore(clock(2)).Links(ctx))), 0)
	got := collect(t, v.Statements(ctx, ledger.Filter{}))[0]
	at := clock(2)
	want := list[0]
	want.Recorded = &at
	same(t, "the statement", got, want)
	same(t, "the reading", collect(t, v.Readings(ctx))[0].Recorded, clock(2))

	// A better gazetteer changes no identity, and yet it counts.
	rd, list, links = Reading(r, "rules-2", clock(4), 0.9, "Diaw", "Soldiers")
	added, err := l.AddReading(ctx, rd, list, links)
	must(t, "added", added, err)
	got = collect(t, v.Statements(ctx, ledger.Filter{}))[0]
	same(t, "the score", got.Places[0].Candidates[0].Score, 0.9)
}

func readingRefused(t *testing.T, l ledger.Ledger) {
	r, raw := Report("page", "2020-08-20", "Soldiers")
	rd, list, _ := Reading(r, "rules-1", clock(1), 0.5, "Soldiers")
	_, err := l.AddReading(ctx, rd, list, nil)
	wantCode(t, err, tocsin.NotFound)
	added, err := l.AddReport(ctx, r, raw, clock(1))
	must(t, "added", added, err)
	_, err = l.AddReading(ctx, rd, nil, nil)
	wantCode(t, err, tocsin.Invalid)
	_, err = l.AddReading(ctx, rd, list, []tocsin.Link{{Kind: "likes", From: "a", To: "b"}})
	wantCode(t, err, tocsin.Invalid)
	off := list[0]
	off.Span[0]++
	off.Span[1]++
	off.ID = off.ComputeID()
	rd.Statements = []string{off.ID}
	rd.ID = rd.ComputeID()
	_, err = l.AddReading(ctx, rd, []tocsin.Statement{off}, nil)
	wantCode(t, err, tocsin.Invalid)
	same(t, "nothing is there", actors(t, l.View(0), ledger.Filter{}), []string{})
}

func revision(t *testing.T, l ledger.Ledger) {
	old, rawOld := Report("first version", "2020-08-19", "Soldiers")
	add(t, l, 1, old, rawOld, "Soldiers")
	edited, rawEdited := Report("second version", "2020-08-21", "Colonels")
	edited.Revises = old.ID
	add(t, l, 2, edited, rawEdited, "Colonels")
	same(t, "before the edit", actors(t, l.View(on("2020-08-20")), ledger.Filter{}), []string{"Soldiers"})
	same(t, "after it", actors(t, l.View(on("2020-08-21")), ledger.Filter{}), []string{"Colonels"})
	fetched, rawFetched := Report("third version", "2020-08-21", "Majors")
	at := clock(0).AddDate(-5, 0, 0) // in 2021
	fetched.Revises, fetched.Retrieved = edited.ID, &at
	add(t, l, 3, fetched, rawFetched, "Majors")
	same(t, "before it was fetched", actors(t, l.View(on("2020-12-31")), ledger.Filter{}), []string{"Colonels"})
	same(t, "when it was", actors(t, l.View(on("2021-01-01")), ledger.Filter{}), []string{"Majors"})
	same(t, "both reports stay", titles(t, l.View(on("2020-08-21"))), []string{"first version", "second version"})
}

func filtered(t *testing.T, l ledger.Ledger) {
	a, rawA := Report("a", "2020-08-19", "Soldiers", "Diaw")
	add(t, l, 1, a, rawA, "Soldiers", "Diaw")
	b, rawB := Report("b", "2020-08-20", "Colonels")
	add(t, l, 1, b, rawB, "Colonels")
	v := l.View(0)
	same(t, "by report", actors(t, v, ledger.Filter{Report: b.ID}), []string{"Colonels"})
	all := collect(t, v.Statements(ctx, ledger.Filter{}))
	same(t, "by id", actors(t, v, ledger.Filter{IDs: []string{all[2].ID, all[1].ID}}), []string{"Diaw", "Colonels"})
	same(t, "by kind", actors(t, v, ledger.Filter{Kinds: []tocsin.Kind{tocsin.KindAim}}), []string{})
	same(t, "by two kinds", len(actors(t, v, ledger.Filter{Kinds: []tocsin.Kind{tocsin.KindAim, tocsin.KindEvent}})), 3)
	for range v.Statements(ctx, ledger.Filter{}) {
		break // a reader may stop early
	}
}

func failedImport(t *testing.T, l ledger.Ledger) {
	broken := errors.New("the file broke off")
	_, _, err := l.AddDataset(ctx, clock(1), func(keep func(tocsin.DataEvent) error) (ledger.Vintage, error) {
		return ledger.Vintage{}, errors.Join(keep(event(1, "Mali", "2020-08-18", 1)), broken)
	})
	if !errors.Is(err, broken) {
		t.Fatalf("got %v, want the error of the import", err)
	}
	_, _, err = l.AddDataset(ctx, clock(1), fill("empty.csv", "21.1", ""))
	wantCode(t, err, tocsin.Invalid)
	_, _, err = l.AddDataset(ctx, clock(1), func(keep func(tocsin.DataEvent) error) (ledger.Vintage, error) {
		v, err := fill("mixed.csv", "21.1", "", event(1, "Mali", "2020-08-18", 1))(keep)
		v.Dataset.Dataset = "cline"
		return v, err
	})
	wantCode(t, err, tocsin.Invalid)
	list, err := l.View(0).Vintages(ctx)
	if err != nil || len(list) != 0 {
		t.Fatalf("there are %v, %v", list, err)
	}
}

func datasetOnce(t *testing.T, l ledger.Ledger) {
	var events []tocsin.DataEvent
	for i := range 10_000 { // more than a backend may keep in one piece
		events = append(events, event(i, []string{"Mali", "Niger"}[i%2], "2020-08-18", i%40-1))
	}
	v, added, err := l.AddDataset(ctx, clock(1), fill("ged.csv", "21.1", "2021-06-10", events...))
	must(t, "added", added, err)
	same(t, "countries", v.Countries, []string{"Mali", "Niger"})
	again, added, err := l.AddDataset(ctx, clock(2), fill("ged.csv", "21.1", "2021-06-10", events...))
	must(t, "already", added, err)
	same(t, "the vintage", again, v)
	same(t, "the events", collect(t, l.View(0).Events(ctx)), events)
	same(t, "of another dataset", collect(t, l.View(0).Events(ctx, "cline")), []tocsin.DataEvent{})
	n := 0
	for range l.View(0).Events(ctx, "ucdp-ged") {
		if n++; n == 5000 {
			break
		}
	}
	list, err := l.View(0).Vintages(ctx)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the vintages", list, []ledger.Vintage{v})
}

// ids lists the events of a view, with the deaths that tell the vintages apart.
func ids(t *testing.T, v ledger.View) []string {
	list := []string{}
	for _, ev := range collect(t, v.Events(ctx)) {
		list = append(list, fmt.Sprintf("%s %d", ev.ID, *ev.Best))
	}
	return list
}

func vintageCounts(t *testing.T, l ledger.Ledger) {
	for _, x := range []ledger.Fill{
		fill("a.csv", "21.1", "2021-06-10", event(1, "Mali", "2020-08-18", 1)),
		fill("b.csv", "", "", event(2, "Niger", "2020-08-18", 2)),
	} {
		_, added, err := l.AddDataset(ctx, clock(1), x)
		must(t, "added", added, err)
	}
	same(t, "before the release", ids(t, l.View(on("2021-06-09"))), []string{"ucdp-ged:2 2"})
	same(t, "from the release", ids(t, l.View(on("2021-06-10"))), []string{"ucdp-ged:2 2", "ucdp-ged:1 1"})
}

func newerVintage(t *testing.T, l ledger.Ledger) {
	for i, x := range []ledger.Fill{
		fill("21.csv", "21.1", "2021-06-10", event(1, "Mali", "2020-08-18", 1), event(2, "Mali", "2020-08-19", 1), event(3, "Niger", "2020-08-20", 1)),
		fill("mali.csv", "candidate", "2021-08-01", event(2, "Mali", "2020-08-19", 5), event(9, "Mali", "2020-08-19", 5)),
		fill("22.csv", "22.1", "2022-06-10", event(1, "Mali", "2020-08-18", 7), event(2, "Mali", "2020-08-19", 7), event(4, "Niger", "2020-08-22", 7)),
	} {
		_, added, err := l.AddDataset(ctx, clock(i), x)
		must(t, "added", added, err)
	}
	same(t, "the first", ids(t, l.View(on("2021-07-01"))), []string{"ucdp-ged:1 1", "ucdp-ged:2 1", "ucdp-ged:3 1"})
	same(t, "beside a smaller one", ids(t, l.View(on("2021-08-01"))), []string{"ucdp-ged:2 5", "ucdp-ged:9 5", "ucdp-ged:1 1", "ucdp-ged:3 1"})
	all, err := l.View(on("2022-06-10")).AllVintages(ctx)
	if err != nil || len(all) != 3 || all[0].Vintage != "22.1" || all[2].Vintage != "21.1" {
		t.Fatalf("all vintages are %+v, %v", all, err)
	}
	old := []string{}
	for _, ev := range collect(t, l.View(0).VintageEvents(ctx, all[2].SHA256)) {
		old = append(old, fmt.Sprintf("%s %d", ev.ID, *ev.Best))
	}
	same(t, "the replaced one by itself", old, []string{"ucdp-ged:1 1", "ucdp-ged:2 1", "ucdp-ged:3 1"})
	for _, err := range l.View(on("2021-07-01")).VintageEvents(ctx, all[0].SHA256) {
		wantCode(t, err, tocsin.NotFound)
	}
	small := fill("few.csv", "23.1", "2023-06-10", event(1, "Mali", "2020-08-18", 8), event(4, "Niger", "2020-08-22", 8))
	_, added, err := l.AddDataset(ctx, clock(9), small)
	must(t, "added", added, err)
	same(t, "replaced", ids(t, l.View(on("2022-06-10"))), []string{"ucdp-ged:1 7", "ucdp-ged:2 7", "ucdp-ged:4 7"})
	same(t, "a sample of a newer one replaces nothing", ids(t, l.View(on("2023-06-10"))), []string{"ucdp-ged:1 8", "ucdp-ged:4 8", "ucdp-ged:2 7"})
}

func toldLater(t *testing.T, l ledger.Ledger) {
	events := []tocsin.DataEvent{event(1, "Mali", "2020-08-18", 1)}
	_, added, err := l.AddDataset(ctx, clock(1), fill("a.csv", "", "", events...))
	must(t, "added", added, err)
	v, added, err := l.AddDataset(ctx, clock(2), fill("a.csv", "21.1", "2021-06-10", events...))
	must(t, "added", added, err)
	same(t, "the vintage", v.Vintage, "21.1")
	v, added, err = l.AddDataset(ctx, clock(3), fill("a.csv", "", "", events...))
	must(t, "already", added, err)
	same(t, "the vintage stays", v.Vintage, "21.1")
	same(t, "before the release", ids(t, l.View(on("2021-01-01"))), []string{})
	same(t, "as it was recorded first", ids(t, l.View(on("2021-01-01")).RecordedBefore(clock(2))), []string{"ucdp-ged:1 1"})
	same(t, "the events are there once", ids(t, l.View(0)), []string{"ucdp-ged:1 1"})
}

func judgements(t *testing.T, l ledger.Ledger) {
	r, raw := Report("page", "2020-08-20", "Soldiers")
	add(t, l, 1, r, raw, "Soldiers")
	id := collect(t, l.View(0).Statements(ctx, ledger.Filter{}))[0].ID
	review := tocsin.Review{Statement: id, Verdict: "accept", By: "an analyst", Why: "two sources", Recorded: clock(2)}
	match := tocsin.Match{Left: "keita-ibrahim-boubacar", Right: "ibk", Verdict: "positive", By: "an analyst", Recorded: clock(2)}
	for _, want := range []string{"added", "already"} {
		added, err := l.AddReview(ctx, review)
		must(t, want, added, err)
		added, err = l.AddMatch(ctx, match)
		must(t, want, added, err)
	}
	undone := match
	undone.Verdict, undone.Recorded = "negative", clock(3)
	added, err := l.AddMatch(ctx, undone)
	must(t, "added", added, err)

	v := l.View(0)
	same(t, "reviews", collect(t, v.Reviews(ctx)), []tocsin.Review{review})
	same(t, "matches", collect(t, v.Matches(ctx)), []tocsin.Match{match, undone})
	same(t, "before the second", collect(t, v.RecordedBefore(clock(3)).Matches(ctx)), []tocsin.Match{match})
	same(t, "when the report came out", collect(t, l.View(on("2020-08-20")).Reviews(ctx)), []tocsin.Review{})

	review.Statement = "st_none"
	_, err = l.AddReview(ctx, review)
	wantCode(t, err, tocsin.NotFound)
	review.Verdict = "like"
	_, err = l.AddReview(ctx, review)
	wantCode(t, err, tocsin.Invalid)
	match.Right = match.Left
	_, err = l.AddMatch(ctx, match)
	wantCode(t, err, tocsin.Invalid)
}

func redacted(t *testing.T, l ledger.Ledger) {
	r, raw := Report("to be destroyed", "2020-08-20", "Soldiers")
	add(t, l, 1, r, raw, "Soldiers")
	other, rawOther := Report("stays", "2020-08-20", "Colonels")
	add(t, l, 1, other, rawOther, "Colonels")
	id := collect(t, l.View(0).Statements(ctx, ledger.Filter{Report: r.ID}))[0].ID
	added, err := l.AddReview(ctx, tocsin.Review{Statement: id, Verdict: "reject", By: "an analyst", Why: "names a source", Recorded: clock(2)})
	must(t, "added", added, err)
	before, err := l.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	order := tocsin.Redaction{Hash: r.ID, By: "the editor", Why: "endangers a witness", Recorded: clock(3)}
	for _, want := range []string{"added", "already"} {
		added, err = l.Redact(ctx, order)
		must(t, want, added, err)
	}
	v := l.View(0)
	same(t, "reports", titles(t, v), []string{"stays"})
	same(t, "statements", actors(t, v, ledger.Filter{}), []string{"Colonels"})
	same(t, "reviews", collect(t, v.Reviews(ctx)), []tocsin.Review{})
	same(t, "redactions", collect(t, v.Redactions(ctx)), []tocsin.Redaction{order})
	same(t, "as it was before", titles(t, v.RecordedBefore(clock(3))), []string{"stays"})
	for code, ask := range map[tocsin.Code]func() error{
		tocsin.NotFound: func() error { _, err := v.Raw(ctx, r.ID); return err },
		tocsin.Conflict: func() error { _, err := l.AddReport(ctx, r, raw, clock(4)); return err },
	} {
		err := ask()
		wantCode(t, err, code)
		if want := "was redacted on 2026-01-01 by the editor: endangers a witness"; !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	refs, err := l.Find(ctx, r.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "what is found", refs, []ledger.Ref{{Kind: "redaction", ID: r.ID}})
	after, err := l.Head(ctx)
	if err != nil || after.Seq != before.Seq+1 {
		t.Fatalf("the head went from %v to %v, %v", before, after, err)
	}
	order.Hash = tocsin.Hash(nil)
	_, err = l.Redact(ctx, order)
	wantCode(t, err, tocsin.NotFound)
}

func places(t *testing.T, l ledger.Ledger) {
	raw := []byte("2448517\tYangasso\tYangasso\t\t13.07308\t-5.32135\n")
	f := ledger.PlaceFile{Name: "ML.txt", SHA256: tocsin.Hash(raw), Released: on("2023-10-01"), Recorded: clock(1)}
	for _, want := range []string{"added", "already"} {
		added, err := l.AddPlaces(ctx, f, raw)
		must(t, want, added, err)
	}
	list, err := l.View(0).Places(ctx)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "files", list, []ledger.PlaceFile{f})
	got, err := l.View(0).PlaceBytes(ctx, f.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "bytes", string(got), string(raw))
	f.SHA256 = tocsin.Hash(nil)
	_, err = l.AddPlaces(ctx, f, raw)
	wantCode(t, err, tocsin.Invalid)
	_, err = l.View(0).PlaceBytes(ctx, f.SHA256)
	wantCode(t, err, tocsin.NotFound)
}

func audit(t *testing.T, l ledger.Ledger) {
	var heads []ledger.Head
	for i, name := range []string{"a", "b", "c"} {
		r, raw := Report(name, "2020-08-20", "Soldiers")
		add(t, l, i, r, raw, "Soldiers")
		h, err := l.Head(ctx)
		if err != nil {
			t.Fatal(err)
		}
		heads = append(heads, h)
	}
	for i := range heads {
		same(t, "seq", heads[i].Seq, int64(2*i+2))
		same(t, "reports then", len(titles(t, l.View(0).RecordedBefore(clock(i+1)))), i+1)
	}
	if heads[0].Chain == heads[1].Chain || len(heads[0].Chain) != len("sha256:")+64 {
		t.Fatalf("heads %v", heads)
	}
	same(t, "the narrower of two", len(titles(t, l.View(0).RecordedBefore(clock(1)).RecordedBefore(clock(3)))), 1)
}

func concurrent(t *testing.T, l ledger.Ledger) {
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			for i := range 10 {
				r, raw := Report(fmt.Sprint(w, "-", i), "2020-08-20", "Soldiers")
				if _, err := l.AddReport(ctx, r, raw, clock(1)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 3 {
		wg.Go(func() {
			last := 0
			for range 20 {
				n := 0
				for _, err := range l.View(0).Reports(ctx) {
					if err != nil {
						t.Error(err)
						return
					}
					n++
				}
				if n < last {
					t.Errorf("%d reports after %d", n, last)
				}
				last = n
			}
		})
	}
	wg.Wait()
	same(t, "at the end", len(titles(t, l.View(0))), 20)
}
