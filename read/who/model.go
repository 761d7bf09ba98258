package who

import (
	_ "embed"
	"sync"

	"tocsin/read/text"
	"tocsin/read/who/internal/names"
)

//go:embed names.bin
var nameWeights []byte

// nameModel is decoded once, when a name is first looked at. The weights are
// embedded: that they cannot be read is a defect of the build.
var nameModel = sync.OnceValues(func() (*names.Model, error) { return names.Read(nameWeights) })

// readKinds labels the names of a sentence by the model, once it is asked about
// one of them.
func (f *finder) readKinds(s *text.Sentence) {
	if f.tagged == s {
		return
	}
	f.tagged, f.kinds, f.leads = s, nil, nil
	m, err := nameModel()
	if err != nil {
		return
	}
	f.kinds, f.leads = m.Tag(f.nameTokens(s))
}

// kindOf is the kind of name that the model takes tokens [lo,hi) for, and by how
// much the least sure of its decisions was ahead. names.None with 0 where its
// decisions differ.
func (f *finder) kindOf(s *text.Sentence, lo, hi int) (kind uint8, lead int) {
	f.readKinds(s)
	for i := lo; i < hi && i < len(f.kinds); i++ {
		if k := f.kinds[i].Kind(); i == lo {
			kind, lead = k, f.leads[i]
		} else if k != kind {
			return names.None, 0
		} else {
			lead = min(lead, f.leads[i])
		}
	}
	return kind, lead
}
