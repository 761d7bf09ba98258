package says

// untitled takes away the speakers before a colon that are none: "Peru: troops
// retake the square" names its subject, "Lower Shabelle: two men died" its place.
// What stands before a colon speaks where a quotation or "I" follows, or where
// it speaks elsewhere in the text.
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
		colon := a.Cue == ":" && a.SourceHead >= 0
		if colon && !v.quoted[a.CueTok+1] && !v.isQuoteMark(a.CueTok+1) && !v.firstPerson(a.CueTok+1) && !speakers[v.Tok(a.SourceHead).Lower] {
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
