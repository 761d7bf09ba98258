package desk_test

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tocsin/desk"
	"tocsin/source/file"
)

func collect[T any](seq iter.Seq2[T, error]) (out []T, err error) {
	for v, err := range seq {
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// TestFolder: files come in once, an edited one as a new version, one that is
// still being written later, and one that cannot be read is told of.
func TestFolder(t *testing.T) {
	clock := time.Date(2020, 10, 15, 9, 0, 0, 0, time.UTC)
	dir := t.TempDir()
	write := func(name, text string, age time.Duration) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, clock.Add(-age), clock.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	d := desk.Ephemeral(desk.Options{Now: func() time.Time { return clock }})
	defer d.Close()
	if _, err := d.AddFeed(t.Context(), desk.Feed{Address: dir, Folder: true}); err != nil {
		t.Fatal(err)
	}
	step := func(what, want string) desk.Round {
		t.Helper()
		r, err := d.Fetch(t.Context(), dir, desk.FetchOptions{})
		if err != nil || counts(r) != want {
			t.Errorf("%s: %s, %v; want %s\n%+v", what, counts(r), err, want, r.Items)
		}
		return r
	}
	write("a.txt", "Soldiers left their barracks at Kati on Tuesday.\n", time.Hour)
	write("sub/b.txt", "Residents of Bamako heard shots on Tuesday.\n", time.Second)
	write("c.txt", "\n", time.Hour)
	write(".hidden", "x", time.Hour)
	write("d.txt.part", "x", time.Hour)
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	first := step("three files", "3 = 1 new 0 revised 0 held 1 refused 1 later")
	clock = clock.Add(time.Minute)
	step("one has settled", "3 = 1 new 0 revised 1 held 1 refused 0 later")
	write("a.txt", "Soldiers left their barracks at Kati on Tuesday and arrested two ministers.\n", time.Hour)
	second := step("one is edited", "3 = 0 new 1 revised 1 held 1 refused 0 later")
	if second.Items[0].Revises != first.Items[0].Report {
		t.Errorf("%+v is no version of %+v", second.Items[0], first.Items[0])
	}
	step("nothing", "3 = 0 new 0 revised 2 held 1 refused 0 later")
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Fetch(t.Context(), dir, desk.FetchOptions{}); err == nil {
		t.Error("a folder that is gone is no error")
	}
}

// TestMailBox: each message is a report, and so is what is attached, with the
// date of its mail; what is not read is named.
func TestMailBox(t *testing.T) {
	d := create(t)
	box := "From a@b Tue Aug 18 10:00:00 2020\nFrom: Desk <d@example.org>\nDate: Tue, 18 Aug 2020 10:00:00 +0000\nSubject: Kati\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" +
		"--b\nContent-Type: text/plain\n\nSoldiers left their barracks at Kati on Tuesday.\n" +
		"--b\nContent-Type: text/plain; name=note.txt\nContent-Disposition: attachment; filename=\"../../note.txt\"\n\nResidents of Bamako heard shots at dawn.\n" +
		"--b\nContent-Type: image/png; name=logo.png\nContent-Disposition: attachment; filename=logo.png\n\n\x89PNG\n--b--\n\n" +
		"From a@b Wed Aug 19 10:00:00 2020\nFrom: Desk <d@example.org>\nDate: Wed, 19 Aug 2020 10:00:00 +0000\nSubject: Bamako\nMessage-Id: <2@x>\n\nThe president resigned on Tuesday night.\n"
	list, err := d.ImportFile(t.Context(), "in.mbox", []byte(box), file.Options{})
	if err != nil || len(list) != 4 {
		t.Fatalf("%d reports, %v", len(list), err)
	}
	for i, want := range []string{"in.mbox: message 1 by Desk on 2020-08-18", "in.mbox: message 1: note.txt by  on 2020-08-18", "in.mbox: message 1: logo.png refused", "in.mbox: message 2 by Desk on 2020-08-19"} {
		got := list[i].Name + " by " + list[i].Report.Publisher + " on " + list[i].Report.Published.String()
		if list[i].Err != nil {
			got = list[i].Name + " refused"
			if !strings.Contains(list[i].Err.Error(), "; ") {
				t.Errorf("%v does not say what to do", list[i].Err)
			}
		}
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if again, err := d.ImportFile(t.Context(), "in.mbox", []byte(box), file.Options{}); err != nil || !again[0].Already || !again[1].Already || !again[3].Already {
		t.Errorf("a second time: %+v, %v", again, err)
	}
}

// TestOneAddress: what a person imports with the address of a report is its new
// version where it tells much the same, and else a report of its own.
func TestOneAddress(t *testing.T) {
	d := create(t)
	take := func(text string) desk.ImportedReport {
		t.Helper()
		r, err := d.ImportReport(t.Context(), "page.txt", []byte(text), file.Options{URL: "https://wire.example/"})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	first := take("Soldiers left their barracks at Kati on Tuesday and arrested four ministers, residents said.\n")
	if r := take("Soldiers left their barracks at Kati on Tuesday and arrested nine ministers, residents said.\n"); r.Report.Revises != first.Report.ID {
		t.Errorf("revises %q", r.Report.Revises)
	}
	r := take("The European Union named a new envoy for the Sahel after a meeting in Brussels.\n")
	if r.Report.Revises != "" || !strings.Contains(fmt.Sprint(r.Reading.Warnings), "quite another text") {
		t.Errorf("another article revises %q, %v", r.Report.Revises, r.Reading.Warnings)
	}
}
