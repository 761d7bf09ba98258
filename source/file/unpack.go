package file

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/source/mail"
)

// maxNested is how many mails within mails are opened.
const maxNested = 3

// A Part is one report within a file, or one thing in it that is none.
type Part struct {
	Name    string // of the file, and what leads to the part in it
	Raw     []byte
	Options Options
	Err     error // why it is not read; nil for a report
}

// Unpack opens what holds several reports. A box of mails gives its messages, a
// mail itself and what is attached to it or forwarded in it, each as a report of
// its own; any other file gives itself. Nothing is left out: what cannot be read
// is a part with an error.
func Unpack(name string, raw []byte, o Options) []Part {
	if err := admit(name, raw, o); err != nil {
		return []Part{{Name: name, Raw: raw, Options: o, Err: err}}
	}
	return unpack(name, raw, o, 0)
}

func unpack(name string, raw []byte, o Options, depth int) []Part {
	media, err := mediaType(name, raw, o)
	switch {
	case err != nil:
	case media == Box:
		return openBox(name, raw, o, depth)
	case media == Mail:
		return openMail(name, raw, o, depth)
	}
	return []Part{{Name: name, Raw: raw, Options: o, Err: err}}
}

func openBox(name string, raw []byte, o Options, depth int) []Part {
	list, err := mail.Split(raw)
	if err != nil {
		return []Part{{Name: name, Raw: raw, Options: o, Err: locate(name, err)}}
	}
	if len(list) == 0 {
		return []Part{{Name: name, Raw: raw, Options: o, Err: problem(name, tocsin.Invalid, "give the mail as .eml", "there is no message in the box")}}
	}
	var out []Part
	for i, m := range list {
		at := fmt.Sprintf("%s: message %d", name, i+1)
		if len(m) == 0 {
			out = append(out, Part{Name: at, Err: problem(at, tocsin.Invalid, "nothing is lost", "is empty")})
			continue
		}
		o.MediaType = Mail
		out = append(out, openMail(at, m, o, depth)...)
	}
	return out
}

// openMail gives a message and what it carries.
func openMail(name string, raw []byte, o Options, depth int) []Part {
	o.MediaType = Mail
	self := Part{Name: name, Raw: raw, Options: o}
	m, err := mail.Read(raw)
	if err != nil {
		self.Err = locate(name, err)
		return []Part{self}
	}
	var inner []Part
	for i, f := range m.Forwarded {
		at := fmt.Sprintf("%s: forwarded message %d", name, i+1)
		with := carried(o, m, "forwarded in")
		with.MediaType = Plain
		with.Title, with.Cover.Publisher = f.Subject, f.From
		if f.Date != "" {
			with.Cover.Published, with.Cover.Where = f.Date, "the head of the forwarded message"
		}
		inner = append(inner, Part{Name: at, Raw: []byte(f.Text), Options: with, Err: admit(at, []byte(f.Text), with)})
	}
	for _, a := range m.Attached {
		inner = append(inner, openAttached(name+": "+a.Name, a, carried(o, m, "attached to"), depth)...)
	}
	if strings.TrimSpace(m.Plain) == "" && m.HTML == nil && len(inner) > 0 {
		return inner // a cover without words
	}
	return append([]Part{self}, inner...)
}

// carried are the options of what came with a mail.
func carried(o Options, m mail.Message, how string) Options {
	return Options{Retrieved: o.Retrieved, Marking: o.Marking, PDF: o.PDF, Published: o.Published, MaxBytes: o.MaxBytes,
		Cover: &Cover{Where: "the mail it came with", Published: m.Date, Note: fmt.Sprintf("%s a mail from %s of %s", how, orUnknown(m.From), orUnknown(m.Date))}}
}

func orUnknown(s string) string {
	if s == "" {
		return "somebody unknown"
	}
	return s
}

func openAttached(name string, a mail.Attachment, o Options, depth int) []Part {
	part := Part{Name: name, Raw: a.Raw, Options: o}
	if part.Err = admit(name, a.Raw, o); part.Err != nil {
		return []Part{part}
	}
	if a.MediaType == Mail || strings.HasSuffix(strings.ToLower(name), ".eml") {
		if depth >= maxNested {
			part.Err = problem(name, tocsin.Unsupported, "save it as a file of its own and import that", "mails within mails are opened %d deep", maxNested)
			return []Part{part}
		}
		return openMail(name, a.Raw, o, depth+1)
	}
	if kind, _, _ := strings.Cut(a.MediaType, "/"); !packed(a.Raw) && (kind == "image" || kind == "audio" || kind == "video" || a.MediaType == "text/calendar" || strings.HasPrefix(a.MediaType, "application/pgp")) {
		part.Err = problem(name, tocsin.Unsupported, "nothing is needed where it is a logo or a signature", "an attachment of the kind %s is not read", a.MediaType)
	}
	return []Part{part}
}
