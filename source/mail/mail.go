// Package mail takes apart e-mail: one message (.eml) or a box of them (mbox).
//
// In go the bytes; out comes a [Message]: who sent it, when and under what
// subject, its text, and apart from it what it quotes, what it forwards and what
// is attached. Letters are read in the encoding each part names.
//
// Names of attachments are names alone: folders, control and direction
// characters in them are taken away, and nothing is written to a disk. Parts
// within parts are followed to a depth, and counted. It checks no signature:
// a From line is what the sender says, and says so in the notes. It reads no
// encrypted mail and no Outlook .msg.
package mail

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"tocsin"
)

// Bounds of one message and of a box.
const (
	MaxMessages = 20000
	maxParts    = 500
	maxDepth    = 8 // multiparts within one another
)

// A Message is what one e-mail holds.
type Message struct {
	Subject   string
	From      string // the sender's name, else the address
	Date      string // as the header writes it
	ID        string // of the message, without brackets
	Plain     string // the text, without what it quotes
	HTML      []byte // the text as a page in UTF-8, where there is one
	Forwarded []Forwarded
	Attached  []Attachment
	Notes     []string
	Warnings  []string
}

// A Forwarded message stands within the text of another.
type Forwarded struct{ From, Date, Subject, Text string }

// An Attachment is a part with bytes of its own.
type Attachment struct {
	Name      string // as the mail names it, without folders; made up where it does not
	MediaType string
	Raw       []byte
}

// Looks reports whether bytes begin as a message or a box does: with header
// fields, of which one is of mail alone.
func Looks(raw []byte) bool {
	head := raw[:min(len(raw), 8<<10)]
	if IsBox(raw) {
		return true
	}
	known := 0
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || bytes.ContainsAny(name, " \t") {
			return false
		}
		switch strings.ToLower(string(name)) {
		case "received", "return-path", "message-id", "mime-version", "delivered-to", "x-mailer":
			known++
		}
	}
	return known > 0
}

// IsBox reports whether bytes begin as an mbox does.
func IsBox(raw []byte) bool {
	line, _, _ := bytes.Cut(raw[:min(len(raw), 1<<10)], []byte("\n"))
	return fromLine.Match(line)
}

// fromLine begins a message in a box: "From a@b Tue Aug 18 10:00:00 2020".
var fromLine = regexp.MustCompile(`^From \S+ .*\d\d:\d\d.*\d{4}`)

// Split cuts a box into its messages, each as it lies in the box without the
// line that parts it from the one before, and without the marks that keep its
// own lines from being taken for such.
func Split(raw []byte) ([][]byte, error) {
	var out [][]byte
	var now []byte
	begun, blank := false, true
	for line := range bytes.Lines(raw) {
		if blank && fromLine.Match(line) {
			if begun {
				out = append(out, now)
			}
			if len(out) >= MaxMessages {
				return nil, tocsin.Errorf(tocsin.Invalid, "split the box", "holds more than %d messages", MaxMessages)
			}
			now, begun, blank = nil, true, false
			continue
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
		if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, []byte("From ")) {
			line = line[1:]
		}
		now = append(now, line...)
	}
	if begun {
		out = append(out, now)
	}
	return out, nil
}

// Read takes one message apart. Its errors carry a code and say what to do.
func Read(raw []byte) (Message, error) {
	var m Message
	got, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return m, tocsin.Errorf(tocsin.Invalid, "save the message again as .eml, or give its text", "the headers of the mail cannot be read: %v", err)
	}
	m.Subject = header(got.Header.Get("Subject"))
	m.Date = header(got.Header.Get("Date"))
	m.ID = strings.Trim(header(got.Header.Get("Message-Id")), "<>")
	m.From = sender(got.Header.Get("From"))
	body, err := io.ReadAll(got.Body)
	if err != nil {
		return m, tocsin.Errorf(tocsin.Invalid, "save the message again", "the mail cannot be read: %v", err)
	}
	p := &parts{m: &m}
	if err := p.walk(got.Header, body, 0); err != nil {
		return m, err
	}
	m.Notes = append([]string{"text of a mail; its sender is what the mail says, which nobody has checked"}, m.Notes...)
	p.text()
	return m, nil
}

// words decodes the encoded words of headers.
func words() *mime.WordDecoder {
	return &mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, r) }}
}

// header makes one clean line of a header's value.
func header(value string) string {
	if s, err := words().DecodeHeader(value); err == nil {
		value = s
	}
	return Clean(value)
}

// Clean makes one line of a name that others have written: without control
// characters, without characters that turn the direction of what follows, and
// with U+FFFD for bytes that are no characters.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u200b', r == '\ufeff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(s), " ")
}

func sender(value string) string {
	parser := mail.AddressParser{WordDecoder: words()}
	if a, err := parser.Parse(value); err == nil {
		if name := Clean(a.Name); name != "" {
			return name
		}
		return Clean(a.Address)
	}
	return header(value)
}

// base is the last part of a file's name, whichever system wrote it.
func base(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.TrimLeft(Clean(name), ".")
	for len(name) > 120 {
		_, size := utf8.DecodeRuneInString(name)
		name = name[size:]
	}
	return name
}

var errParts = errors.New("more parts than are followed")

func tooMany() error {
	return tocsin.Errorf(tocsin.Invalid, "save the parts you need one by one", "the mail has %w: %d, or %d within one another", errParts, maxParts, maxDepth)
}

func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
