package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// fields are the headers of a message or of a part.
type fields interface{ Get(key string) string }

// parts walks over a message.
type parts struct {
	m      *Message
	n      int
	plain  strings.Builder
	flowed bool
}

// walk takes one part, and those within it.
func (p *parts) walk(h fields, body []byte, depth int) error {
	if p.n++; p.n > maxParts || depth > maxDepth {
		return tooMany()
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil || kind == "" {
		kind, params = "text/plain", map[string]string{}
	}
	if strings.HasPrefix(kind, "multipart/") {
		return p.multipart(kind, params["boundary"], body, depth)
	}
	body, ok := decoded(h.Get("Content-Transfer-Encoding"), body)
	if !ok {
		p.m.Warnings = append(p.m.Warnings, "a part of the mail is damaged: its encoding cannot be undone to the end")
	}
	how, about, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	name := about["filename"]
	if name == "" {
		name = params["name"]
	}
	attached := how == "attachment" || name != "" && how != "inline"
	switch {
	case !attached && kind == "text/plain":
		if p.plain.Len() > 0 {
			p.plain.WriteString("\n\n")
		}
		p.flowed = p.flowed || strings.EqualFold(params["format"], "flowed")
		p.plain.WriteString(p.letters(params["charset"], body))
	case !attached && kind == "text/html":
		if p.m.HTML == nil {
			p.m.HTML = []byte(p.letters(params["charset"], body))
		}
	default:
		p.attach(kind, name, body)
	}
	return nil
}

func (p *parts) multipart(kind, boundary string, body []byte, depth int) error {
	if kind == "multipart/encrypted" {
		p.m.Warnings = append(p.m.Warnings, "the mail is encrypted: open it where it can be and save it in the clear")
		return nil
	}
	r := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			p.m.Warnings = append(p.m.Warnings, "the mail is cut off or damaged: what could be read was taken")
			return nil
		}
		inner, err := io.ReadAll(part)
		if err != nil {
			p.m.Warnings = append(p.m.Warnings, "a part of the mail is cut off: it was read as far as it goes")
		}
		if err := p.walk(part.Header, inner, depth+1); err != nil {
			return err
		}
	}
}

// attach keeps a part that is no text of the message.
func (p *parts) attach(kind, name string, body []byte) {
	if s, err := words().DecodeHeader(name); err == nil {
		name = s
	}
	name = base(name)
	if name == "" {
		ending := ""
		if kind == "message/rfc822" {
			ending = ".eml"
		}
		name = fmt.Sprintf("part %d%s", p.n, ending)
	}
	p.m.Attached = append(p.m.Attached, Attachment{Name: name, MediaType: kind, Raw: body})
}

// decoded undoes a transfer encoding as far as it can be undone; ok is false
// where that is not to the end.
func decoded(how string, body []byte) (out []byte, ok bool) {
	var r io.Reader
	switch strings.ToLower(strings.TrimSpace(how)) {
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, bytes.NewReader(onlyBase64(body)))
	case "quoted-printable":
		r = quotedprintable.NewReader(bytes.NewReader(body))
	default:
		return body, true
	}
	out, err := io.ReadAll(r)
	return out, err == nil && (len(out) > 0 || len(bytes.TrimSpace(body)) == 0)
}

// onlyBase64 drops what is no letter of base64: mail programs wrap and pad it.
func onlyBase64(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for _, c := range body {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
			out = append(out, c)
		}
	}
	return out
}

// letters reads bytes in the encoding their part names. Where that cannot be,
// they are read as UTF-8 or else as Windows-1252, with a warning.
func (p *parts) letters(label string, body []byte) string {
	if label != "" && !strings.EqualFold(label, "utf-8") && !strings.EqualFold(label, "us-ascii") {
		if enc, _ := charset.Lookup(label); enc != nil {
			if out, err := enc.NewDecoder().Bytes(body); err == nil {
				return tidy(out)
			}
		}
		p.m.Warnings = append(p.m.Warnings, fmt.Sprintf("a part names the encoding %q, which is not known or does not fit", clip(Clean(label))))
	}
	if utf8.Valid(body) {
		return tidy(body)
	}
	p.m.Warnings = append(p.m.Warnings, "a part is not in the encoding it names: read as Windows-1252; check the accents")
	out, err := charmap.Windows1252.NewDecoder().Bytes(body)
	if err != nil {
		out = bytes.ToValidUTF8(body, []byte("\ufffd"))
	}
	return tidy(out)
}

// tidy takes the zero bytes out and makes line ends one.
func tidy(b []byte) string {
	return strings.NewReplacer("\x00", "", "\r\n", "\n", "\r", "\n").Replace(string(b))
}

func clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
