package mail

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	// "On Mon, 3 May 2021 at 10:00, A B <a@b> wrote:", over one line or two.
	wrote = regexp.MustCompile(`(?i)^(?:on\b.{6,200}\bwrote|le\b.{6,200}\ba écrit|am\b.{6,200}\bschrieb.{0,80}) ?:$`)
	// the mark above an earlier mail set below by Outlook
	original  = regexp.MustCompile(`(?i)^-{2,}\s*(?:original message|message d'origine|ursprüngliche nachricht)\s*-{2,}$|^_{20,}$`)
	forwarded = regexp.MustCompile(`(?i)^(?:-{2,}\s*(?:forwarded message|message transféré|weitergeleitete nachricht)\s*-{2,}|begin forwarded message:)$`)
	field     = regexp.MustCompile(`(?i)^\*?(from|de|von|sent|date|datum|subject|objet|betreff|to|an|cc|à|reply-to)\*?\s?:\*?\s*(.*)$`)
)

// longestSignature is how many lines may stand below two hyphens whose blank was
// lost on the way.
const longestSignature = 12

// text parts the message's own words from those it quotes and forwards.
func (p *parts) text() {
	text := p.plain.String()
	if p.flowed {
		text = unflow(text)
	}
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	var own []string
	quoted, signature := 0, 0
	for i := 0; i < len(lines); i++ {
		l := strings.TrimRight(lines[i], " \t")
		switch {
		case forwarded.MatchString(strings.TrimSpace(l)):
			p.m.Forwarded = append(p.m.Forwarded, forward(lines[i+1:]))
			i = len(lines)
		case original.MatchString(strings.TrimSpace(l)) && headed(lines[i+1:]):
			quoted += len(lines) - i
			i = len(lines)
		case lines[i] == "-- " || l == "--" && len(lines)-i <= longestSignature:
			signature = len(lines) - i
			i = len(lines)
		case strings.HasPrefix(l, ">"):
			quoted++
		case wrote.MatchString(strings.TrimSpace(l)) && quotes(lines[i+1:]):
			quoted++
		case i+1 < len(lines) && wrote.MatchString(strings.TrimSpace(l)+" "+strings.TrimSpace(lines[i+1])) && quotes(lines[i+2:]):
			quoted += 2
			i++
		default:
			own = append(own, l)
		}
	}
	p.m.Plain = strings.Trim(strings.Join(own, "\n"), "\n")
	if p.m.Plain != "" {
		p.m.Plain += "\n"
	}
	note := func(n int, format string) {
		if n > 0 {
			p.m.Notes = append(p.m.Notes, fmt.Sprintf(format, count(n, "line")))
		}
	}
	note(quoted, "%s quoted from an earlier mail are not read as this one's: import that mail too")
	note(signature, "%s of signature were left out")
	if n := len(p.m.Forwarded); n > 0 {
		p.m.Notes = append(p.m.Notes, "the message it forwards is a report of its own")
	}
}

// quotes reports whether the next line with anything on it is quoted.
func quotes(lines []string) bool {
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			return strings.HasPrefix(l, ">")
		}
	}
	return false
}

// headed reports whether the lines begin with the headers of a mail.
func headed(lines []string) bool {
	for _, l := range lines[:min(len(lines), 3)] {
		if m := field.FindStringSubmatch(strings.TrimSpace(l)); m != nil {
			return true
		}
	}
	return false
}

// forward reads the message that stands below the mark of a forwarded one.
func forward(lines []string) Forwarded {
	var f Forwarded
	at, seen := 0, false
	for ; at < len(lines); at++ {
		l := strings.TrimSpace(strings.TrimLeft(lines[at], "> "))
		m := field.FindStringSubmatch(l)
		if m == nil {
			if l == "" && !seen {
				continue
			}
			break
		}
		seen = true
		switch strings.ToLower(m[1]) {
		case "from", "de", "von":
			f.From = sender(m[2])
		case "sent", "date", "datum":
			f.Date = Clean(m[2])
		case "subject", "objet", "betreff":
			f.Subject = Clean(m[2])
		}
	}
	f.Text = strings.Trim(strings.Join(lines[min(at, len(lines)):], "\n"), "\n")
	if f.Text != "" {
		f.Text += "\n"
	}
	return f
}

// unflow joins the lines of a text of format=flowed (RFC 3676).
func unflow(text string) string {
	var b strings.Builder
	for l := range strings.Lines(text) {
		l = strings.TrimSuffix(l, "\n")
		l = strings.TrimPrefix(l, " ") // stuffed
		b.WriteString(l)
		if !strings.HasSuffix(l, " ") || l == "-- " {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
