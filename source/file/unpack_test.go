package file_test

import (
	"fmt"
	"strings"
	"testing"

	"tocsin/source/file"
)

// parts tells what a file unpacks to, a line each.
func parts(name, raw string) string {
	var b strings.Builder
	for _, p := range file.Unpack(name, []byte(raw), file.Options{}) {
		fmt.Fprintf(&b, "%s (%d bytes) %v\n", p.Name, len(p.Raw), p.Err)
	}
	return b.String()
}

const mailHead = "From: A <a@example.org>\nDate: Tue, 18 Aug 2020 10:00:00 +0000\nMIME-Version: 1.0\n"

// nested is a mail in a mail, so many deep.
func nested(depth int) string {
	raw := mailHead + "\nSoldiers left Kati.\n"
	for i := range depth {
		raw = fmt.Sprintf("%sSubject: %d\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\nContent-Type: message/rfc822\n\n%s\n--b%d--\n", mailHead, i, i, i, raw, i)
	}
	return raw
}

func TestUnpack(t *testing.T) {
	for _, c := range []struct{ name, file, raw, want string }{
		{"a text is itself", "a.txt", "Kati", "a.txt (4 bytes) <nil>\n"},
		{"a mail", "a.eml", mailHead + "\nKati\n", "a.eml (86 bytes) <nil>\n"},
		{"an empty file", "a.txt", "", "a.txt (0 bytes) a.txt: is empty; save or fetch it again\n"},
		{"mails within mails", "a.eml", nested(2), "a.eml: part 2.eml: part 2.eml ("},
		{"too deep", "a.eml", nested(6), "mails within mails are opened 3 deep; save it as a file of its own and import that"},
		{"an empty box", "a.mbox", "hello\n", "a.mbox (6 bytes) a.mbox: there is no message in the box; give the mail as .eml\n"},
		{"a forwarded report", "a.eml", mailHead + "\nSee:\n\n---------- Forwarded message ---------\nFrom: B\n\nShots in Kati.\n", "a.eml: forwarded message 1 (15 bytes) <nil>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parts(c.file, c.raw); !strings.Contains(got, c.want) {
				t.Errorf("%s want %s", got, c.want)
			}
		})
	}
}

// FuzzUnpack: whatever comes, something comes of it: a report or an error.
func FuzzUnpack(f *testing.F) {
	f.Add("a.eml", []byte(nested(5)))
	f.Add("a.mbox", []byte("From a@b Tue Aug 18 10:00:00 2020\nSubject: x\n\ny\n\nFrom a@b Tue Aug 18 10:00:00 2020\n\n"))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		list := file.Unpack(name, raw, file.Options{})
		if len(list) == 0 {
			t.Error("a file became nothing")
		}
		for _, p := range list {
			if p.Err != nil && !strings.Contains(p.Err.Error(), "; ") {
				t.Errorf("an error that does not say what to do: %v", p.Err)
			}
		}
	})
}
