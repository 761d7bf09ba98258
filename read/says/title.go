package says

// untitled takes away the speakers of titles that are none: "Peru: troops retake
// the square" names its subject. A title has a speaker where it quotes, says "I",
// or names somebody who speaks in the text below.
func (f *finder) untitled() {
	speakers := map[string]bool{}
	for n := range f.out {
		if a := &f.out[n]; a.SourceHead >= 0 && a.Cue != ":" {
			speakers[f.views[a.Sent].Tok(a.SourceHead).Lower] = true
		}
	}
	kept := f.out[:0]
	for _, a := range f.out {
		v := f.views[a.Sent]
		title := a.Cue == ":" && a.SourceHead >= 0 && (a.Sent == 0 || v.Kind == "heading")
		if title && !v.quoted[a.CueTok+1] && !v.isQuoteMark(a.CueTok+1) && !v.firstPerson(a.CueTok+1) && !speakers[v.Tok(a.SourceHead).Lower] {
			continue
		}
		kept = append(kept, a)
	}
	f.out = kept
}

// firstPerson reports whether "I" or "we" stands from token i on.
func (v *view) firstPerson(i int) bool {
	for ; i < len(v.Tokens); i++ {
		if w := v.Tok(i).Lower; w == "i" || w == "we" || w == "my" || w == "our" {
			return true
		}
	}
	return false
}
