package desk_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tocsin"
	"tocsin/desk"
	"tocsin/gazetteer"
	"tocsin/ledger"
	"tocsin/ledger/sqlite"
	"tocsin/source/file"
)

// keep imports a text and returns its report.
func keep(t *testing.T, d *desk.Desk, text, published string) tocsin.Report {
	t.Helper()
	done, err := d.ImportReport(t.Context(), "report.txt", []byte(text), file.Options{Publisher: "ours", Published: tocsin.MustDate(published)})
	if err != nil {
		t.Fatal(err)
	}
	return done.Report
}

// TestBackup: a desk is backed up while it is open, with its settings and feeds;
// the backup is a desk, verifies, and does not grow with the desk.
func TestBackup(t *testing.T) {
	d := create(t)
	importAll(t, d)
	feeds := filepath.Join(d.Dir(), "feeds")
	for name, text := range map[string]string{"feeds/a.json": "{}", "stray.txt": "not tocsin's", "desk.toml": "format = 1\ncountry = \"Mali\"\n"} {
		if err := errors.Join(os.MkdirAll(feeds, 0o700), os.WriteFile(filepath.Join(d.Dir(), name), []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	to := filepath.Join(t.TempDir(), "deep", "backup")
	made, err := d.Backup(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	head, _, err := d.Verify(t.Context(), "")
	if err != nil || made.Head != head {
		t.Errorf("the backup ends in %v, the desk in %v, %v", made.Head, head, err)
	}
	keep(t, d, "Soldiers left Bamako on 1 September 2020.\n", "2020-09-02")
	if got := files(t, to); !slices.Equal(got, []string{"desk.db", "desk.toml", "feeds", "feeds/a.json"}) {
		t.Errorf("the backup holds %v", got)
	}
	copied, err := desk.Open(t.Context(), to, options)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	if at, _, err := copied.Verify(t.Context(), head.Chain); err != nil || at != head || copied.Config().Country != "Mali" {
		t.Errorf("the backup ends in %v, %v, settings %+v", at, err, copied.Config())
	}
	if _, err := d.Backup(t.Context(), to); tocsin.CodeOf(err) != tocsin.Conflict || !strings.Contains(err.Error(), "something is there already") {
		t.Errorf("a second backup to the same place: %v", err)
	}
	if _, err := desk.Ephemeral(options).Backup(t.Context(), to+"2"); tocsin.CodeOf(err) != tocsin.Unsupported {
		t.Errorf("a desk without a directory: %v", err)
	}
}

// files lists what is in a directory.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(dir, path); rel != "." {
			list = append(list, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestRestore: a backup becomes a desk again, and never over one that is there
// unless it is told to; then that one is kept, and what was redacted in it is
// redacted in the restored one.
func TestRestore(t *testing.T) {
	d := create(t)
	secret := keep(t, d, "Witness Ana Oro spoke to soldiers in Bamako on 1 August 2020.\n", "2020-08-02")
	backup := filepath.Join(t.TempDir(), "backup")
	made, err := d.Backup(t.Context(), backup)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	again, err := desk.Restore(t.Context(), backup, elsewhere, false)
	if err != nil || again.Head != made.Head || again.Replaced != "" {
		t.Errorf("%+v, %v", again, err)
	}
	if _, err := desk.Restore(t.Context(), backup, d.Dir(), false); tocsin.CodeOf(err) != tocsin.Conflict || !strings.Contains(err.Error(), "--replace") {
		t.Errorf("over a desk that is there: %v", err)
	}
	if _, err := desk.Restore(t.Context(), backup, d.Dir(), true); !errors.Is(err, sqlite.ErrInUse) {
		t.Errorf("over a desk that is open: %v", err)
	}
	if _, err := d.Redact(t.Context(), secret.ID, desk.Signature{By: "the editor", Why: "endangers a witness"}); err != nil {
		t.Fatal(err)
	}
	before, _, err := d.Verify(t.Context(), "")
	if err := errors.Join(err, d.Close()); err != nil {
		t.Fatal(err)
	}
	done, err := desk.Restore(t.Context(), backup, d.Dir(), true)
	if err != nil || done.Before != before || !slices.Equal(done.Redacted, []string{secret.ID}) || done.Unread != nil {
		t.Fatalf("%+v, %v", done, err)
	}
	if found := grep(t, d.Dir(), "Ana Oro"); len(found) > 0 {
		t.Errorf("the restored desk has what was redacted: %v", found)
	}
	for _, dir := range []string{d.Dir(), done.Replaced} {
		l, err := desk.Open(t.Context(), dir, options)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		if _, _, err := l.Verify(t.Context(), ""); err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(d.Dir()), "*.partial-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestRestoreOfWhatIsBroken: a backup that does not verify replaces nothing; a desk
// too damaged to open is replaced and kept.
func TestRestoreOfWhatIsBroken(t *testing.T) {
	d := create(t)
	importAll(t, d)
	backup := filepath.Join(t.TempDir(), "backup")
	if _, err := d.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(filepath.Join(backup, desk.Database))
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(whole, []byte("arrested President"), []byte("applauded Presiden"), 1)
	bad := filepath.Join(t.TempDir(), "bad")
	write(t, bad, changed)
	if _, err := desk.Restore(t.Context(), bad, d.Dir(), true); err == nil || !strings.Contains(err.Error(), "nothing was replaced") {
		t.Errorf("a backup that was changed: %v", err)
	}
	write(t, bad, whole[:len(whole)/2])
	if _, err := desk.Restore(t.Context(), bad, d.Dir(), true); err == nil || !strings.Contains(err.Error(), "nothing was replaced") {
		t.Errorf("half a backup: %v", err)
	}
	if _, err := desk.Restore(t.Context(), t.TempDir(), d.Dir(), true); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("no backup: %v", err)
	}
	write(t, d.Dir(), []byte(strings.Repeat("garbage ", 1000)))
	done, err := desk.Restore(t.Context(), backup, d.Dir(), true)
	if err != nil || done.Unread == nil || done.Replaced == "" {
		t.Errorf("over a damaged desk: %+v, %v", done, err)
	}
}

func write(t *testing.T, dir string, raw []byte) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(dir, 0o700), os.WriteFile(filepath.Join(dir, desk.Database), raw, 0o600)); err != nil {
		t.Fatal(err)
	}
}

// grep lists the files below dir that hold the bytes.
func grep(t *testing.T, dir, what string) []string {
	t.Helper()
	var found []string
	for _, name := range files(t, dir) {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil && bytes.Contains(b, []byte(what)) {
			found = append(found, name)
		}
	}
	return found
}

// TestRedact: the bytes are in no file of the desk afterwards; what is left says
// who and why; near-copies and briefs that cite it are named; a brief on paper is
// told what became of what it cites.
func TestRedact(t *testing.T) {
	d := create(t)
	body := "Witness Ana Oro saw soldiers launch a coup in Bamako on 18 August 2020. They arrested President Ibrahim Boubacar Keïta that evening. " +
		"The African Union condemned the coup on 19 August 2020. Crowds gathered in the square, and the market of Gao stayed closed for three days.\n"
	secret := keep(t, d, body, "2020-08-20")
	twin := keep(t, d, body+"By our correspondent.\n", "2020-08-21")
	other := keep(t, d, "Soldiers left Bamako on 1 September 2020.\n", "2020-09-02")
	ctx := t.Context()
	by := desk.Signature{By: "the editor", Why: "endangers a witness"}
	statements, err := d.Statements(ctx, 0)
	if err != nil || len(statements) < 3 {
		t.Fatalf("%d statements, %v", len(statements), err)
	}
	b := "[1] report " + secret.ID[:19] + "\n[2] report " + other.ID + `; statement st\_` + statements[len(statements)-1].ID[3:] + "\n"
	if _, err := d.Judge().AddBrief(ctx, tocsin.KeptBrief{Hash: tocsin.Hash([]byte(b)), Country: "Mali", Reports: []string{secret.ID}, By: "an analyst", Recorded: noon()}); err != nil {
		t.Fatal(err)
	}
	if s, err := d.VerifyBrief(ctx, "brief.md", []byte(b)); err != nil || s.Reports != 2 || s.Statements != 1 || s.Flags() != 0 {
		t.Errorf("before: %+v, %v", s, err)
	}
	done, err := d.Redact(ctx, secret.ID[:14], by)
	if err != nil || done.Already || done.Statements == 0 || len(done.Briefs) != 1 || len(done.Near) != 1 || done.Near[0].ID != twin.ID {
		t.Fatalf("%+v, %v", done, err)
	}
	if _, err := d.Redact(ctx, twin.ID, by); err != nil {
		t.Fatal(err)
	}
	for _, what := range []string{"Ana Oro", "market of Gao", "evening"} {
		if found := grep(t, d.Dir(), what); len(found) > 0 {
			t.Errorf("%q is still in %v", what, found)
		}
	}
	if again, err := d.Redact(ctx, secret.ID, by); err != nil || !again.Already {
		t.Errorf("a second time: %+v, %v", again, err)
	}
	if _, err := d.ImportReport(ctx, "again.txt", []byte(body), file.Options{}); tocsin.CodeOf(err) != tocsin.Conflict || !strings.Contains(err.Error(), "by the editor: endangers a witness") {
		t.Errorf("the same report again: %v", err)
	}
	s, err := d.VerifyBrief(ctx, "brief.md", []byte(b))
	if err != nil || len(s.Redacted) != 1 || s.Redacted[0].Why != by.Why {
		t.Errorf("the brief afterwards: %+v, %v", s, err)
	}
	if _, _, err := d.Verify(ctx, ""); err != nil {
		t.Error(err)
	}
	if _, err := d.VerifyBrief(ctx, "shopping.txt", []byte("milk")); tocsin.CodeOf(err) != tocsin.Invalid {
		t.Errorf("no brief: %v", err)
	}
	if _, err := d.Redact(ctx, "sha256:00", by); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("no report: %v", err)
	}
}

// TestVerifyHead: a head noted earlier is found again, one of another desk is not.
func TestVerifyHead(t *testing.T) {
	d := create(t)
	importAll(t, d)
	noted, _, err := d.Verify(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	keep(t, d, "Soldiers left Bamako on 1 September 2020.\n", "2020-09-02")
	now, asked, err := d.Verify(t.Context(), noted.Chain)
	if err != nil || asked != noted || now.Seq <= asked.Seq {
		t.Errorf("now %v, asked %v, %v", now, asked, err)
	}
	if _, _, err := d.Verify(t.Context(), ledger.HeadOf(1, [32]byte{1}).Chain); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("another desk's head: %v", err)
	}
}

// TestAnotherProgramAdds: what another program adds to the desk is measured and
// known here without opening it anew.
func TestAnotherProgramAdds(t *testing.T) {
	d := create(t)
	other, err := desk.Open(t.Context(), d.Dir(), options)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	rows := func() int {
		if _, err := d.Gazetteer(t.Context()); err != nil {
			t.Fatal(err)
		}
		data, err := d.Data(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		return data.Events.Len()
	}
	if n := rows(); n != 0 {
		t.Errorf("%d rows in an empty desk", n)
	}
	importAll(t, other)
	if n := rows(); n != 3 {
		t.Errorf("%d rows of 3 that another program imported", n)
	}
}

// TestJudgingKeepsWhatIsKnown: a match or an undo does not make the desk load its
// gazetteer anew, which takes most of a second; imported places do.
func TestJudgingKeepsWhatIsKnown(t *testing.T) {
	d, ids, _ := judgedDesk(t)
	known := func() *gazetteer.Gazetteer {
		g, err := d.Gazetteer(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	before := known()
	by := desk.Signature{By: "Ada", Why: "seen together"}
	match, err := d.Match(t.Context(), tocsin.MatchActor, "soldiers", "guards", by)
	if err != nil {
		t.Fatal(err)
	}
	_, errA := d.Undo(t.Context(), match.ID, by)
	_, errB := d.Accept(t.Context(), ids[0], by)
	if errA != nil || errB != nil || known() != before {
		t.Errorf("the gazetteer was loaded again after a judgement (%v, %v)", errA, errB)
	}
	raw := []byte("9\tVelm\tVelm\t\t12.5\t-7.9\tP\tPPL\tML\t\t\t\t\t\t1200\t\t\tAfrica/Bamako\t2020-01-01\n")
	if _, err := d.Sources().AddPlaces(t.Context(), ledger.PlaceFile{Name: "ML.txt", SHA256: tocsin.Hash(raw), Vintage: "2020", Recorded: options.Now()}, raw); err != nil {
		t.Fatal(err)
	}
	if known() == before {
		t.Error("places that came into the record are not known")
	}
}
