package syntax

import "testing"

func TestBritishSpellingsAreSeenAsAmerican(t *testing.T) {
	for w, want := range map[string]string{
		"organised": "organized", "mobilise": "mobilize", "recognising": "recognizing", "organisation": "organization", "paralysed": "paralyzed",
		"labour": "labor", "neighbours": "neighbors", "neighbourhood": "neighborhood", "honoured": "honored", "defence": "defense", "metres": "meters",
		"raise": "raise", "promised": "promised", "advise": "advise", "exercise": "exercise", "surprised": "surprised", "four": "four", "hour": "hour",
		"tour": "tour", "source": "source", "court": "court", "comprised": "comprised", "seized": "seized", "crisis": "crisis", "noise": "noise", "is": "is",
		"supervised": "supervised", "compromise": "compromise", "otherwise": "otherwise", "devised": "devised", "disguised": "disguised",
	} {
		if got := american(w); got != want {
			t.Errorf("%s becomes %s, want %s", w, got, want)
		}
	}
}
