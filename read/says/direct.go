package says

import "slices"

func (f *finder) balance(parts []Part) {
	for n := range parts {
		p := &parts[n]
		for _, k := range f.opens[p.Sent] {
			q := &f.quotes[k]
			switch {
			case q.unclosed || q.last.Sent != p.Sent:
			case q.first.Lo >= p.Lo && q.first.Lo < p.Hi && q.last.Hi > p.Hi:
				p.Hi = q.last.Hi
			case q.first.Lo == p.Lo-1 && q.last.Hi <= p.Hi:
				p.Lo--
			}
		}
	}
}

func (f *finder) wholeQuotes(p Part) []Part {
	for _, k := range f.opens[p.Sent] {
		q := &f.quotes[k]
		if q.unclosed || q.first.Lo < p.Lo || q.first.Lo >= p.Hi || q.last.Sent == p.Sent && q.last.Hi <= p.Hi {
			continue
		}
		q.taken = true
		if q.last.Sent == p.Sent {
			p.Hi = q.last.Hi
			return []Part{p}
		}
		p.Hi = len(f.views[p.Sent].Tokens)
		return append([]Part{p}, q.parts[1:]...)
	}
	return []Part{p}
}

func (f *finder) withColon(v *view, c *cueVerb) int {
	if v.Tok(c.ghi).Text == ":" {
		return c.ghi + 1
	}
	return c.ghi
}

func (f *finder) quotation(v *view, c *cueVerb) []Part {
	var parts []Part
	l := c.left() - 1
	for l >= 0 && v.Tok(l).Text == "," {
		l--
	}
	if q := f.endingAt(v, l); q != nil && f.spoken(q, v, l) {
		if q.first.Sent == v.index && v.clauseStart(f.lead(v), q.first.Lo) < q.first.Lo && q.first.Lo > 0 && v.Tok(q.first.Lo-1).Text != ":" {
			// Only the end of the clause is in quotation marks.
			parts = append(parts, Part{v.index, v.clauseStart(f.lead(v), q.first.Lo), q.first.Hi})
		} else {
			parts = append(parts, q.parts...)
		}
		q.taken = true
	}
	q := f.startingAfter(v, c)
	if q == nil && len(parts) == 0 {
		return nil
	}
	last := v.index
	if q != nil {
		parts = append(parts, q.parts...)
		q.taken = true
		last = q.last.Sent
	}
	parts = f.goOn(parts, last)
	return parts
}

func (f *finder) spoken(q *quote, v *view, at int) bool {
	if v.Tok(at+1).Text == "," {
		return true
	}
	switch v.Tok(at - 1).Text {
	case ",", "?", "!", "...", "…", "—", "-", ".":
		return q.last.Hi-q.last.Lo > 2 || len(q.parts) > 1
	}
	return false
}

func (f *finder) endingAt(v *view, i int) *quote {
	for _, k := range f.closes[v.index] {
		q := &f.quotes[k]
		if !q.unclosed && !q.taken && q.last.Hi == i+1 {
			return q
		}
	}
	return nil
}

func (f *finder) startingAfter(v *view, c *cueVerb) *quote {
	r := c.right()
	for _, k := range f.opens[v.index] {
		q := &f.quotes[k]
		if q.taken || q.first.Lo < r || q.first.Lo > r+14 {
			continue
		}
		for j := r; j < q.first.Lo; j++ {
			if v.Finite(j) || v.Tok(j).Lower == "that" || v.Tok(j).UPOS == "SCONJ" {
				return nil
			}
		}
		before := v.Tok(q.first.Lo - 1)
		if before.Text != "," && before.Text != ":" && before.Text != "." && q.first.Lo != r && !c.verb.frames["hearer"] && c.right() == c.ghi {
			return nil
		}
		if q.last.Sent == v.index && q.last.Hi < v.end() && !v.punct(q.last.Hi-2) &&
			!v.punct(q.last.Hi) && v.Tok(q.last.Hi).UPOS != "CCONJ" {
			return nil // the sentence goes on in the author's words
		}
		return q
	}
	return nil
}

func (f *finder) silent(v *view) {
	for n := len(f.out) - 1; n >= 0 && f.out[n].Sent == v.index; n-- {
		a := &f.out[n]
		if a.Class != "speech" || a.SourceHead < 0 || v.quoted[a.CueTok] || f.inner(n) || v.Tok(a.CueTok).UPOS != "VERB" {
			continue
		}
		if a.Parts[len(a.Parts)-1].Sent == v.index {
			a.Parts = f.goOn(a.Parts, v.index)
			a.LastSent = a.Parts[len(a.Parts)-1].Sent
		}
		return
	}
}

func (f *finder) goOn(parts []Part, last int) []Part {
	for n := last + 1; n < len(f.views) && f.views[n].Paragraph == f.views[last].Paragraph; n++ {
		var q *quote
		for _, k := range f.opens[n] {
			if f.quotes[k].first.Lo == 0 {
				q = &f.quotes[k]
			}
		}
		if q == nil || q.taken || q.last.Hi < f.views[q.last.Sent].end() {
			return parts
		}
		q.taken = true
		parts = append(parts, q.parts...)
		n = q.last.Sent
	}
	return parts
}

// unclaimed gives the quotations that nobody was found to speak to somebody who
// is not named: whatever they say, the author does not. Words in quotation marks
// without a finite verb are the author's, at a distance.
func (f *finder) unclaimed() {
	bySent := map[int][]int{}
	for n := range f.out {
		for _, p := range f.out[n].Parts {
			bySent[p.Sent] = append(bySent[p.Sent], n)
		}
	}
	for k := range f.quotes {
		q := &f.quotes[k]
		v := f.views[q.first.Sent]
		if q.taken || q.first.Hi-q.first.Lo < 6 || !v.hasFinite(q.first.Lo, q.first.Hi) || !upper(v.Tok(q.first.Lo+1).Text) || f.held(q, bySent[q.first.Sent]) {
			continue
		}
		a := Attribution{Class: "speech", Stance: "certain", Parts: q.parts}
		f.add(v, a, nobody, q.first.Lo, q.first.Lo, q.first.Lo+1)
	}
}

// held reports whether the start or the middle of a quotation is the content of
// one of the attributions.
func (f *finder) held(q *quote, list []int) bool {
	mid := (q.first.Lo + q.first.Hi) / 2
	return slices.ContainsFunc(list, func(n int) bool {
		a := &f.out[n]
		return a.Class != "attitude" && (a.holds(q.first.Sent, mid) || a.holds(q.first.Sent, q.first.Lo+1))
	})
}
