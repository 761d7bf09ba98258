package read

import (
	"slices"

	"tocsin"
	"tocsin/read/act"
	"tocsin/read/text"
	"tocsin/read/when"
)

// A day is kept where the words say that the thing told of was done on it.

// misdated reports a time of the item's sentence that is that of something else.
func (a *assembler) misdated(it *act.Item, f *when.Found) bool {
	return a.orAround(f) || a.whichNight(f) || a.ofIssue(it, f) || a.ofLast(it, f) || a.plannedFor(it, f) || a.secondAfter(it, f) || a.spokenDay(f) || a.calledBy(it, f) || a.aboutThen(f) || a.thatNight(f)
}

// orAround reports a day that is only about right: "on or around 5 October".
func (a *assembler) orAround(f *when.Found) bool {
	t := a.doc.Sentences[f.Sent].Tokens
	k := f.Lo
	for k < f.Hi && t[k].UPOS == "ADP" {
		k++
	}
	return k > 1 && f.When.Precision == "day" && (t[k-1].Lower == "around" || t[k-1].Lower == "about") && t[k-2].Lower == "or"
}

// whichNight reports an "overnight" deep in a text, where it is the night after the day
// told of, not that before the report came out.
func (a *assembler) whichNight(f *when.Found) bool {
	return f.Sent > 4 && f.Hi-f.Lo == 1 && a.doc.Sentences[f.Sent].Tokens[f.Lo].Lower == "overnight"
}

// ofIssue reports the day of a bulletin in its own headline: "Clashes in X - Flash
// Update No. 2 (14 May 2024)".
func (a *assembler) ofIssue(it *act.Item, f *when.Found) bool {
	s := &a.doc.Sentences[f.Sent]
	if f.Lo <= it.Pred || f.When.Precision != "day" || slices.ContainsFunc(s.Tokens, func(t text.Token) bool { return t.Finite() }) {
		return false
	}
	if f.Lo > 0 && s.Tokens[f.Lo-1].Text == "(" && f.Hi+2 >= len(s.Tokens) {
		return true
	}
	return slices.ContainsFunc(s.Tokens[it.Pred+1:f.Lo], func(t text.Token) bool {
		return t.Text == "–" || t.Text == "—" || t.Text == "|"
	})
}

// ofLast reports a time that is put between commas behind "and", for the last of several
// alone: "attacks in X, Y and, on 19 November, Z".
func (a *assembler) ofLast(it *act.Item, f *when.Found) bool {
	t, k := a.doc.Sentences[f.Sent].Tokens, f.Lo-1
	if k > 0 && t[k].UPOS == "ADP" {
		k--
	}
	return k > it.Pred+1 && t[k].Text == "," && t[k-1].UPOS == "CCONJ" && f.Hi < len(t) && t[f.Hi].Text == ","
}

// plannedFor reports the day for which something was planned of which the item tells what
// became: "the vote, planned for 2 October, was put off".
func (a *assembler) plannedFor(it *act.Item, f *when.Found) bool {
	s := &a.doc.Sentences[f.Sent]
	if it.Pred < f.Hi || f.Lo < 1 {
		return false
	}
	k := f.Lo - 1
	if s.Tokens[f.Lo].UPOS == "ADP" {
		k = f.Lo
	}
	return k > 0 && slices.Contains([]string{"for", "on", "to", "from"}, s.Tokens[k].Lower) && s.LemmaIs(k-1, "plan", "schedule", "set", "slate", "due", "expect", "fix")
}

// secondAfter reports the second of two times by which what came later is dated: "one day
// after gunmen stormed X, and less than a week after nine people were shot".
func (a *assembler) secondAfter(it *act.Item, f *when.Found) bool {
	if f.Kind != when.Anchor || f.Lo < 2 || f.Lo <= it.Pred || a.doc.Sentences[f.Sent].Tokens[f.Lo-1].UPOS != "CCONJ" {
		return false
	}
	return slices.ContainsFunc(a.when, func(g when.Found) bool {
		return g.Sent == f.Sent && g.Kind == when.Anchor && g.Lo < it.Pred && g.Hi <= f.Lo
	})
}

// calledBy reports a day without a year by which an event is only called, long before the
// report: "the September 11 attack" may be of any year.
func (a *assembler) calledBy(it *act.Item, f *when.Found) bool {
	t := a.doc.Sentences[f.Sent].Tokens
	if it.Act == "election" || f.When.Precision != "day" || f.Hi > it.Pred || it.Pred-f.Hi > 2 || t[it.Pred].UPOS != "NOUN" || a.rep.Published.IsZero() {
		return false
	}
	digits := slices.ContainsFunc(t[f.Lo:f.Hi], func(w text.Token) bool { return len(w.Text) == 4 && w.UPOS == "NUM" })
	return !digits && f.When.From != 0 && f.When.From.AddDays(60) < a.rep.Published && t[f.Lo].UPOS != "ADP"
}

// spokenDay reports a "today" within quotation marks: it is the day on which somebody
// spoke, which the report may tell late.
func (a *assembler) spokenDay(f *when.Found) bool {
	s := &a.doc.Sentences[f.Sent]
	if w := s.Tokens[f.Hi-1].Lower; !slices.Contains([]string{"today", "tonight", "yesterday", "tomorrow", "now", "night", "morning", "evening", "afternoon"}, w) || f.When.From == 0 {
		return false
	}
	return a.inQuotes(s.Tokens[f.Lo].Span)
}

// inQuotes reports a span behind an opening quotation mark of its paragraph.
func (a *assembler) inQuotes(span tocsin.Span) bool {
	open := false
	for i := span[0] - 1; i >= 0 && a.doc.Text[i] != '\n'; i-- {
		if a.doc.Text[i] == '"' || i > 0 && a.doc.Text[i-1:i+1] == "''" {
			open = !open
		}
		if i+3 <= len(a.doc.Text) {
			switch a.doc.Text[i : i+3] {
			case "“":
				return true
			case "”":
				return open
			}
		}
	}
	return open
}

// lapsed reports what somebody was before: "X, once his economy minister".
func (a *assembler) lapsed(it *act.Item) bool {
	if it.Kind != tocsin.KindTrait || len(it.Actors) == 0 {
		return false
	}
	t := a.doc.Sentences[it.Sent].Tokens
	for k := it.Actors[0].Hi; k < it.Pred; k++ {
		if t[k-1].Text == "," && slices.Contains([]string{"once", "formerly", "previously"}, t[k].Lower) {
			return true
		}
	}
	return false
}

// aboutThen reports a day that is only a guess: "on or around 5 October".
func (a *assembler) aboutThen(f *when.Found) bool {
	t := a.doc.Sentences[f.Sent].Tokens
	if f.When.Precision != "day" {
		return false
	}
	return slices.ContainsFunc(t[max(f.Lo-1, 0):f.Hi], func(w text.Token) bool {
		return w.Lower == "around" || w.Lower == "about" || w.Lower == "circa" || w.Lower == "approximately"
	})
}

// thatNight reports an "overnight" in a paragraph that tells of an earlier day: it is the
// night of that one, not the one before the report.
func (a *assembler) thatNight(f *when.Found) bool {
	s := &a.doc.Sentences[f.Sent]
	if s.Tokens[f.Lo].Lower != "overnight" || a.rep.Published.IsZero() {
		return false
	}
	return slices.ContainsFunc(a.when, func(g when.Found) bool {
		return g.Sent <= f.Sent && a.doc.Sentences[g.Sent].Paragraph == s.Paragraph && g.When.Precision == "day" && g.When.To != 0 && g.When.To.AddDays(1) < a.rep.Published
	})
}
