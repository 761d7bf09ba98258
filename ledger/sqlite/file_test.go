package sqlite_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/ledger/ledgertest"
	"tocsin/ledger/sqlite"
)

var noon = time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)

// keepNote adds the n-th note to a ledger at path and leaves it open.
func keepNote(t *testing.T, path string, n int) *sqlite.Ledger {
	t.Helper()
	l, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	r, raw := note(n)
	if _, err := l.AddReport(ctx, r, raw, noon); err != nil {
		t.Fatal(err)
	}
	return l
}

// A desk may hold what endangers people: nobody else reads its files, the
// write-ahead log among them.
func TestOnlyTheOwnerReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a name with 100% odd? signs#.db")
	keepNote(t, path, 1)
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	if err != nil || len(files) < 2 {
		t.Fatalf("files %v, %v", files, err)
	}
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", filepath.Base(f), info.Mode())
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	newer := filepath.Join(dir, "newer.db")
	keepNote(t, newer, 1).Close()
	alter(t, newer, `INSERT INTO schema (version) VALUES (99)`)
	for _, c := range []struct {
		path, want string
		code       tocsin.Code
	}{
		{write("text.db", strings.Repeat("this is no database\n", 100)), "this is no desk", tocsin.Invalid},
		{filepath.Join(dir, "none", "desk.db"), "see that the folder is there", tocsin.Unavailable},
		{dir, "is a directory", tocsin.Unavailable},
		{newer, fmt.Sprintf("the desk has format 99, this program knows up to %d", sqlite.Format), tocsin.Unsupported},
	} {
		l, err := sqlite.Open(ctx, c.path)
		if err == nil {
			l.Close()
			t.Errorf("%s was opened", filepath.Base(c.path))
			continue
		}
		if tocsin.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v (%s), want %q (%s)", filepath.Base(c.path), err, tocsin.CodeOf(err), c.want, c.code)
		}
	}
}

// alter does what only someone outside the program can do.
func alter(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(s, err)
		}
	}
}

// Whoever changes the file by hand is found out, and where.
func TestVerifyFindsWhatWasChanged(t *testing.T) {
	for _, c := range []struct{ name, do, want string }{
		{"bytes", `UPDATE blob SET bytes = CAST('Note 2: not so' AS BLOB)`, "entry 1 has bytes that hash to"},
		{"bytes lost", `DELETE FROM blob`, "entry 1 has lost its bytes"},
		{"events", `UPDATE chunk SET body = x'0100'`, "entry 3 (dataset"},
		{"an entry", `DROP TRIGGER log_stays; UPDATE log SET known = known + 1 WHERE seq = 2`, "entry 2 (report"},
		{"a body", `DROP TRIGGER log_stays; UPDATE log SET body = CAST(replace(body, 'tocsin', 'x') || ' ' AS BLOB) WHERE seq = 2`, "was changed"},
		{"a body taken out", `UPDATE log SET body = NULL WHERE seq = 2`, "has lost its body without a redaction"},
		{"an entry taken out", `DROP TRIGGER log_keeps; DELETE FROM log WHERE seq = 2`, "entry 2 is missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "desk.db")
			l := keepNote(t, path, 1)
			keepNote(t, path, 2).Close()
			if _, _, err := l.AddDataset(ctx, noon, rows("ged")); err != nil {
				t.Fatal(err)
			}
			if err := l.Verify(ctx); err != nil {
				t.Fatal(err)
			}
			alter(t, path, c.do)
			if err := l.Verify(ctx); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// The database itself refuses to rewrite the log.
func TestLogIsAppendOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	keepNote(t, path, 1)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range []string{`DELETE FROM log`, `UPDATE log SET known = 1`, `UPDATE log SET body = x'00'`} {
		if _, err := db.Exec(s); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", s, err)
		}
	}
}

// After a redaction the bytes are in no file of the desk, not even while it is
// open.
func TestRedactedBytesAreInNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	secret := []byte("the witness lives near the old market of Gao")
	raw := append(bytes.Repeat([]byte("filler to span several pages of the file. "), 500), secret...)
	l := keepNote(t, path, 1)
	r := tocsin.Report{ID: tocsin.Hash(raw), TextHash: tocsin.Hash(raw), Text: string(raw), Title: "secret title"}
	if _, err := l.AddReport(ctx, r, raw, noon); err != nil {
		t.Fatal(err)
	}
	if found := grep(t, path, secret); len(found) == 0 {
		t.Fatal("the bytes are not there to begin with: the test shows nothing")
	}
	if _, err := l.Redact(ctx, tocsin.Redaction{Hash: r.ID, By: "the editor", Why: "endangers a witness", Recorded: noon}); err != nil {
		t.Fatal(err)
	}
	for _, what := range [][]byte{secret, []byte("secret title")} {
		if found := grep(t, path, what); len(found) > 0 {
			t.Errorf("%q is still in %v", what, found)
		}
	}
	if err := l.Verify(ctx); err != nil {
		t.Error(err)
	}
}

// With a report go the quotes of its statements, and what its links say of why.
func TestRedactedStatementsAreInNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	l := keepNote(t, path, 1)
	r, raw := ledgertest.Report("page", "2020-08-20", "Witness Alpha", "Witness Beta")
	if _, err := l.AddReport(ctx, r, raw, noon); err != nil {
		t.Fatal(err)
	}
	rd, statements, links := ledgertest.Reading(r, "rules-1", noon, 0.5, "Witness Alpha", "Witness Beta")
	links[0].Why = "Witness Gamma said so"
	if _, err := l.AddReading(ctx, rd, statements, links); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Redact(ctx, tocsin.Redaction{Hash: r.ID, By: "the editor", Why: "endangers them", Recorded: noon}); err != nil {
		t.Fatal(err)
	}
	for _, what := range []string{"Witness Alpha", "Witness Beta", "Witness Gamma"} {
		if found := grep(t, path, []byte(what)); len(found) > 0 {
			t.Errorf("%q is still in %v", what, found)
		}
	}
	if err := l.Verify(ctx); err != nil {
		t.Error(err)
	}
}

// grep lists the files of the desk that hold the bytes.
func grep(t *testing.T, path string, what []byte) []string {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, what) {
			found = append(found, filepath.Base(f))
		}
	}
	return found
}

// Two programs may have one desk open: what one has added the other sees.
func TestTwoPrograms(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	a := keepNote(t, path, 1)
	b := keepNote(t, path, 2)
	r, raw := note(3)
	if _, err := a.AddReport(ctx, r, raw, noon); err != nil {
		t.Fatal(err)
	}
	for _, l := range []*sqlite.Ledger{a, b} {
		n := 0
		for _, err := range l.View(0).Reports(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		if n != 3 {
			t.Errorf("%d reports, want 3", n)
		}
	}
}
