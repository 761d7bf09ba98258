package mail_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tocsin"
	"tocsin/source/mail"
)

const head = "From: Example Wire <wire@example.org>\nDate: Tue, 18 Aug 2020 10:00:00 +0000\nSubject: Kati\nMIME-Version: 1.0\n"

// tell writes a message down in a line.
func tell(m mail.Message, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	out := fmt.Sprintf("%s|%s|%s|%q", m.From, m.Subject, m.Date, m.Plain)
	if m.HTML != nil {
		out += fmt.Sprintf(" page %q", m.HTML)
	}
	for _, f := range m.Forwarded {
		out += fmt.Sprintf(" forwarded %s|%s|%s|%q", f.From, f.Subject, f.Date, f.Text)
	}
	for _, a := range m.Attached {
		out += fmt.Sprintf(" attached %s %s %q", a.Name, a.MediaType, a.Raw)
	}
	for _, w := range m.Warnings {
		out += " warning " + w
	}
	return out
}

func TestRead(t *testing.T) {
	both := "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nLeft.\n--b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nPHA+S2XvdGE8L3A+\n--b--\n"
	for _, c := range []struct{ name, raw, want string }{
		{"plain", head + "\nSoldiers left Kati.\r\n", `Example Wire|Kati|Tue, 18 Aug 2020 10:00:00 +0000|"Soldiers left Kati.\n"`},
		{"two forms", head + both, `"Left.\n" page "<p>Keïta</p>"`},
		{"an address alone", "From: <wire@example.org>\n\nx\n", `wire@example.org|||"x\n"`},
		{"encoded words", "From: =?iso-8859-1?q?Ke=EFta?= <k@example.org>\nSubject: =?utf-8?b?UydlbmZ1aXQ=?=\n\nx\n", `Keïta|S'enfuit||"x\n"`},
		{"turned text in the subject", "Subject: evil \u202egnp.exe\u202c\n\nx\n", `|evil gnp.exe||"x\n"`},
		{"flowed", head + "Content-Type: text/plain; format=flowed\n\nSoldiers left \nKati at dawn.\nResidents fled.\n", `"Soldiers left Kati at dawn.\nResidents fled.\n"`},
		{"quoted below a line", head + "\nYes.\n\nOn Mon, 17 Aug 2020 at 9:00, A B <a@b.org>\nwrote:\n> Is it so?\n", `"Yes.\n"`},
		{"quoted as Outlook does", head + "\nYes.\n-----Original Message-----\nFrom: A B\nSent: Monday\n\nIs it so?\n", `"Yes.\n"`},
		{"two hyphens that part nothing", head + "\n--\n" + strings.Repeat("Soldiers left.\n", 20), `"--\nSoldiers left.\n`},
		{"forwarded", head + "\nSee below.\n\n---------- Forwarded message ---------\nFrom: Other <o@example.org>\nDate: Mon, 17 Aug 2020 at 09:00\nSubject: Dawn\nTo: x\n\nShots in Kati.\n", `"See below.\n" forwarded Other|Dawn|Mon, 17 Aug 2020 at 09:00|"Shots in Kati.\n"`},
		{"an encoding that is none", head + "Content-Type: text/plain; charset=klingon\n\nKe\xefta\n", `"Keïta\n" warning a part names the encoding "klingon", which is not known or does not fit warning a part is not in the encoding it names: read as Windows-1252`},
		{"zero bytes", head + "\nKa\x00ti\n", `"Kati\n"`},
		{"broken base64", head + "Content-Transfer-Encoding: base64\n\n!!!\n", "its encoding cannot be undone"},
		{"cut off", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nLeft", `"Left\n" warning`},
		{"encrypted", head + "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n", "warning the mail is encrypted"},
		{"no mail", "hello", "error: the headers of the mail cannot be read: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := tell(mail.Read([]byte(c.raw))); !strings.Contains(got, c.want) {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// What is attached keeps its name and loses every path in it.
func TestAttached(t *testing.T) {
	for name, want := range map[string]string{"report.pdf": "report.pdf", "../../etc/passwd": "passwd", `C:\Windows\x.dll`: "x.dll", ".bashrc": "bashrc", "": "part 2",
		"a\u202egpj.exe": "agpj.exe", "=?utf-8?q?=2E=2E=2Fx=2Etxt?=": "x.txt"} {
		raw := head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf; name=\"" + strings.ReplaceAll(name, `\`, `\\`) + "\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\naGk=\n--b--\n"
		m, err := mail.Read([]byte(raw))
		if err != nil || len(m.Attached) != 1 || m.Attached[0].Name != want || string(m.Attached[0].Raw) != "hi" {
			t.Errorf("%q: %s, want %q", name, tell(m, err), want)
		}
	}
}

func TestSplit(t *testing.T) {
	box := "From a@b Tue Aug 18 10:00:00 2020\nSubject: one\n\nSoldiers left.\n>From Kati they went.\n>>From x\n\nFrom a@b Wed Aug 19 10:00:00 2020\nSubject: two\n\nFrom the start it was quiet.\n"
	got, err := mail.Split([]byte(box))
	if err != nil || len(got) != 2 {
		t.Fatalf("%q, %v", got, err)
	}
	if want := "Subject: one\n\nSoldiers left.\nFrom Kati they went.\n>From x\n\n"; string(got[0]) != want {
		t.Errorf("%q, want %q", got[0], want)
	}
	if !strings.HasSuffix(string(got[1]), "From the start it was quiet.\n") {
		t.Errorf("%q", got[1])
	}
}

// A text is not taken for mail because of how it begins.
func TestLooks(t *testing.T) {
	for text, want := range map[string]bool{"From Kati they went on to Bamako in 2020.\n": false, "Note: x\nMore: y\n\nz": false, "Soldiers: three left.\n": false,
		"Date: 2020-08-18\nPublisher: x\n\ny": false, head + "\nx": true, "From a@b Tue Aug 18 10:00:00 2020\nSubject: x\n\ny": true} {
		if got := mail.Looks([]byte(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestHostile holds mails made to be slow or deep to an answer within a moment.
func TestHostile(t *testing.T) {
	deep, close := "", ""
	for i := range 50 {
		deep += fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
		close = fmt.Sprintf("\n--b%d--\n", i) + close
	}
	many := "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\nContent-Type: text/plain\n\nx\n", 5000) + "--b--\n"
	for name, c := range map[string]struct{ raw, want string }{
		"deep":         {head + deep + "\nx" + close, "or 8 within one another; save the parts"},
		"many parts":   {head + many, "more parts than are followed: 500"},
		"many headers": {head + strings.Repeat("X-A: b\n", 1<<17) + "\nx\n", "Kati"},
		"a long line":  {head + "\n" + strings.Repeat("A", 8<<20), "AAAA"},
		"quotes":       {head + "\n" + strings.Repeat("On x wrote\n", 1<<16), "On x wrote"},
		"marks":        {head + "\n" + strings.Repeat("---------- Forwarded message ---------\n", 1<<14), "forwarded"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			got := tell(mail.Read([]byte(c.raw)))
			if !strings.Contains(got, c.want) {
				t.Errorf("%.300s, want %s", got, c.want)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "\nx\n> y\n-- \nz\n"))
	f.Add([]byte(head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\ny\n--b--\n"))
	f.Add([]byte("From a Tue Aug\nSubject: =?utf-8?q?=ff?=\nContent-Type: text/html; charset=utf-7\n\n+AGE-"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if list, err := mail.Split(raw); err == nil {
			n := 0
			for _, m := range list {
				n += len(m)
			}
			if n > len(raw) {
				t.Errorf("%d bytes became %d", len(raw), n)
			}
		}
		m, err := mail.Read(raw)
		if err != nil {
			if tocsin.CodeOf(err) == tocsin.Internal || !strings.Contains(err.Error(), "; ") {
				t.Errorf("an error that does not say what to do: %v", err)
			}
			return
		}
		for _, s := range []string{m.Subject, m.From, m.Plain, string(m.HTML)} {
			if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
				t.Errorf("unsound: %q", s)
			}
		}
		for _, a := range m.Attached {
			if a.Name == "" || strings.ContainsAny(a.Name, "/\\\n\x00\u202e") {
				t.Errorf("an attachment is called %q", a.Name)
			}
		}
	})
}

func ExampleRead() {
	m, err := mail.Read([]byte("From: Example Wire <wire@example.org>\nSubject: Kati\n\nSoldiers left their barracks.\n\nOn Monday, A wrote:\n> Any news?\n"))
	fmt.Print(m.From, ": ", m.Plain, err)
	// Output:
	// Example Wire: Soldiers left their barracks.
	// <nil>
}
