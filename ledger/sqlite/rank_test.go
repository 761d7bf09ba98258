package sqlite_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tocsin/ledger"
)

// fts5 is an FTS5 table of the statements of a ledger, as formats before the third
// had one: what the order of a search is held against.
func fts5(t *testing.T, l ledger.Ledger) (order func(match string) []string) {
	t.Helper()
	db := must(sql.Open("sqlite", ":memory:"))
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	must(db.Exec(`CREATE VIRTUAL TABLE words USING fts5 (quote, who, says, places, content = '')`))
	ids := []string{}
	for _, s := range all(t, l.View(0).Statements(ctx, ledger.Filter{})) {
		ids = append(ids, s.ID)
		f := ledger.FieldsOf(&s)
		join := func(words []string) string { return strings.Join(words, " ") }
		must(db.Exec(`INSERT INTO words (rowid, quote, who, says, places) VALUES (?,?,?,?,?)`, len(ids), join(f.Quote), join(f.Who), join(f.Says), join(f.Places)))
	}
	return func(match string) (list []string) {
		rows := must(db.Query(`SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank, rowid`, match))
		defer rows.Close()
		for rows.Next() {
			var row int
			if err := rows.Scan(&row); err != nil {
				t.Fatal(err)
			}
			list = append(list, ids[row-1])
		}
		return list
	}
}

// TestRanking holds the order of a search to that of FTS5, hit by hit: words that
// all statements have and words that none has, phrases, beginnings, what must not be
// there, a word asked for twice.
func TestRanking(t *testing.T) {
	l := open(t)
	defer l.Close()
	h := newHand(3)
	for n := range 12 {
		r, rd, list := largeReport(h, n)
		must(l.AddReport(ctx, r, []byte(r.Text), rd.Recorded))
		must(l.AddReading(ctx, rd, list, nil))
	}
	order := fts5(t, l)
	rng := rand.New(rand.NewPCG(5, 6))
	draw := func() string { return word(int(rng.ExpFloat64() * 15)) }
	queries := [][2]string{{"mali", `"mali"`}, {"m*", `"m"*`}, {"mali " + word(0), `"mali" AND "` + word(0) + `"`}, {"nowhere", `"nowhere"`}}
	for range 60 {
		a, b, c := draw(), draw(), draw()
		queries = append(queries,
			[2]string{a + " " + b, fmt.Sprintf(`"%s" AND "%s"`, a, b)},
			[2]string{a + " " + b + " " + a, fmt.Sprintf(`"%s" AND "%s" AND "%s"`, a, b, a)},
			[2]string{a + " -" + b + ` -"` + b + " " + c + `"`, fmt.Sprintf(`"%s" NOT "%s" NOT "%s %s"`, a, b, b, c)},
			[2]string{`"` + a + " " + b + `"`, fmt.Sprintf(`"%s %s"`, a, b)},
			[2]string{`"` + a + " " + b[:1] + `"*`, fmt.Sprintf(`"%s %s"*`, a, b[:1])},
			[2]string{a[:2] + "* " + c, fmt.Sprintf(`"%s"* AND "%s"`, a[:2], c)})
	}
	found := 0
	for _, q := range queries {
		query := must(ledger.ParseQuery(q[0]))
		query.Limit = 1 << 20
		var got []string
		for _, hit := range must(l.View(0).SearchStatements(ctx, query)) {
			got = append(got, hit.Statement.ID)
		}
		want := order(q[1])
		found += len(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s finds %d statements, FTS5 %d, or in another order", q[0], len(got), len(want))
		}
		query.Limit = 7
		few := must(l.View(0).SearchStatements(ctx, query))
		for i, hit := range few {
			if hit.Statement.ID != want[i] || len(few) != min(7, len(want)) {
				t.Errorf("%s: of at most seven hits, %d come and number %d is another one", q[0], len(few), i)
			}
		}
	}
	if found < 10_000 {
		t.Errorf("%d hits in all: the test shows little", found)
	}
}
