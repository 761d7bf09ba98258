package tocsin_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"tocsin"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// oneOf draws one of a closed list.
func oneOf[T any](list []T) *rapid.Generator[T] { return rapid.SampledFrom(list) }

// words draws texts as they occur: accents, quotes, line breaks, and markup
// that an encoder might escape.
var words = oneOf([]string{"", "Kati barracks", "Ibrahim Boubacar Keïta", "“the camp”", "a\nb\tc", "<b>&amp;</b>", "\u2028", "مالي", "\x00", `\"`})

func drawOr[T any](t *rapid.T, g *rapid.Generator[T], label string) *T {
	if rapid.Bool().Draw(t, label+" given") {
		v := g.Draw(t, label)
		return &v
	}
	return nil
}

var (
	dates    = rapid.Map(rapid.IntRange(0, 800000), func(n int) tocsin.Date { return tocsin.Date(n) })
	numbers  = rapid.Float64Range(-1e9, 1e9)
	spans    = rapid.Map(rapid.IntRange(0, 5000), func(n int) tocsin.Span { return tocsin.Span{n, n + 7} })
	mentions = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) tocsin.Mention {
		return tocsin.Mention{Text: words.Draw(t, "text"), Span: spans.Draw(t, "span"), How: oneOf(tocsin.Hows).Draw(t, "how"), ID: words.Draw(t, "id")}
	}), 0, 3)
	places = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) tocsin.Place {
		p := tocsin.Place{Role: oneOf(tocsin.Roles).Draw(t, "role"), Text: words.Draw(t, "text"), Relation: words.Draw(t, "relation"),
			Precision: oneOf(tocsin.Precisions).Draw(t, "precision")}
		for range rapid.IntRange(0, 2).Draw(t, "candidates") {
			p.Candidates = append(p.Candidates, tocsin.Candidate{ID: "geonames:1", Name: "Kati",
				Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon"), Score: rapid.Float64Range(0, 1).Draw(t, "score")})
		}
		return p
	}), 0, 2)
	whens = rapid.Custom(func(t *rapid.T) tocsin.When {
		w := tocsin.When{From: dates.Draw(t, "from"), Open: oneOf(tocsin.Opens).Draw(t, "open"), Precision: oneOf(tocsin.TimePrec).Draw(t, "precision"), Text: words.Draw(t, "text")}
		if rapid.Bool().Draw(t, "to") {
			w.To = w.From + 30
		}
		w.Anchor = drawOr(t, rapid.Custom(func(t *rapid.T) tocsin.Anchor {
			return tocsin.Anchor{Rel: oneOf(tocsin.AnchorRels).Draw(t, "rel"), Text: words.Draw(t, "text")}
		}), "anchor")
		return w
	})
	certainties = rapid.Custom(func(t *rapid.T) tocsin.Certainty {
		return tocsin.NewCertainty(oneOf(tocsin.Polarities).Draw(t, "polarity"), oneOf(tocsin.Degrees).Draw(t, "degree"), oneOf(tocsin.Bases).Draw(t, "basis"),
			rapid.SliceOfN(rapid.Custom(func(t *rapid.T) tocsin.Cue {
				return tocsin.Cue{Text: words.Draw(t, "cue"), Span: spans.Draw(t, "span")}
			}), 0, 2).Draw(t, "cues")...)
	})
	measures = rapid.Custom(func(t *rapid.T) tocsin.Measure {
		return tocsin.Measure{Act: "assault", Actor: words.Draw(t, "actor"), Country: words.Draw(t, "country"), Measure: oneOf([]string{"", "events", "deaths"}).Draw(t, "measure")}
	})
	values = rapid.Custom(func(t *rapid.T) tocsin.Value {
		return tocsin.Value{Text: words.Draw(t, "text"), Number: drawOr(t, numbers, "number"), Unit: oneOf([]tocsin.Unit{"", tocsin.Years, tocsin.Miles}).Draw(t, "unit")}
	})
	claims = rapid.Custom(func(t *rapid.T) tocsin.Claim {
		c := tocsin.Claim{Form: oneOf(tocsin.Forms).Draw(t, "form"), Of: drawOr(t, measures, "of"), Than: drawOr(t, measures, "than"),
			Window: drawOr(t, whens, "window"), Op: oneOf(tocsin.Ops).Draw(t, "op"), Value: drawOr(t, numbers, "value"),
			Unit: oneOf([]tocsin.Unit{"", tocsin.Ratio, tocsin.DeathsPerMonth}).Draw(t, "unit"), Novelty: oneOf(tocsin.Novelties).Draw(t, "novelty"), Text: words.Draw(t, "text")}
		c.Places = append(places.Draw(t, "places"), tocsin.Place{Role: "at", Text: "a", Precision: "town"}, tocsin.Place{Role: "at", Text: "b", Precision: "town"})
		return c
	})
)

// drawFrame draws the parts that a statement and its content share. It fills
// what its kind needs and, now and then, what it does not.
func drawFrame(t *rapid.T, depth int) tocsin.Frame {
	f := tocsin.Frame{Kind: oneOf(tocsin.Kinds).Draw(t, "kind"), Mode: words.Draw(t, "mode"), Act: "protest",
		Actors: mentions.Draw(t, "actors"), Recipients: mentions.Draw(t, "recipients"), Places: places.Draw(t, "places"), When: whens.Draw(t, "when"),
		Outcome: oneOf(append([]string{""}, tocsin.Outcomes...)).Draw(t, "outcome"), Value: drawOr(t, values, "value"), Claim: drawOr(t, claims, "claim"),
		Certainty: certainties.Draw(t, "certainty"), Span: spans.Draw(t, "span"), Quote: words.Draw(t, "quote")}
	if low := drawOr(t, numbers, "low"); low != nil {
		f.Count = &tocsin.Count{What: "killed", Low: low, Text: words.Draw(t, "count")}
	}
	needsContent := false
	switch f.Kind {
	case tocsin.KindTie:
		f.Rel = oneOf(tocsin.Ties).Draw(t, "rel")
	case tocsin.KindTrait:
		v := values.Draw(t, "needed value")
		f.Rel, f.Value = oneOf(tocsin.Traits).Draw(t, "rel"), &v
	case tocsin.KindTrend:
		c := claims.Draw(t, "needed claim")
		f.Claim = &c
	case tocsin.KindAim:
		f.Rel, needsContent = oneOf(tocsin.Aims).Draw(t, "rel"), true
	case tocsin.KindCause, tocsin.KindOutlook, tocsin.KindQuestion:
		needsContent = true
	}
	if needsContent && depth == 0 {
		f.Kind, f.Rel = tocsin.KindEvent, ""
	} else if needsContent {
		c := drawFrame(t, depth-1)
		f.Content = &c
	}
	return f
}

// statements draws any statement that Validate accepts.
var statements = rapid.Custom(func(t *rapid.T) tocsin.Statement {
	f := drawFrame(t, tocsin.MaxFrameDepth)
	quote := "On 5 May, gunmen " + words.Draw(t, "quote")
	s := tocsin.Statement{V: tocsin.SchemaVersion, Kind: f.Kind, Rel: f.Rel, Act: f.Act, Mode: f.Mode, Codebook: "plover-0.8+tocsin-1",
		Actors: f.Actors, Recipients: f.Recipients, Places: f.Places, When: f.When, Outcome: f.Outcome, Count: f.Count, Value: f.Value, Claim: f.Claim,
		Content: f.Content, Certainty: f.Certainty, Group: words.Draw(t, "group"), Report: tocsin.Hash([]byte("r")), Span: tocsin.Span{10, 10 + len(quote)},
		Quote: quote, Reader: "rules-1", Published: dates.Draw(t, "published")}
	s.Condition = drawOr(t, rapid.Custom(func(t *rapid.T) tocsin.Condition {
		return tocsin.Condition{Text: words.Draw(t, "text"), Span: spans.Draw(t, "span"), Kind: oneOf(tocsin.Conditions).Draw(t, "kind")}
	}), "condition")
	s.Says = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) tocsin.Speaker {
		return tocsin.Speaker{Text: words.Draw(t, "text"), Type: oneOf(tocsin.Speakers).Draw(t, "type"), Cue: words.Draw(t, "cue"), Span: spans.Draw(t, "span"), Stance: oneOf(tocsin.Degrees).Draw(t, "stance")}
	}), 0, 2).Draw(t, "says")
	if rapid.Bool().Draw(t, "recorded") {
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "at"), 0).UTC()
		s.Recorded = &at
	}
	s.ID = s.ComputeID()
	return s
})

// TestStatementRoundTrip: what is written is read back the same, and writing it
// again gives the same bytes.
func TestStatementRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := statements.Draw(t, "statement")
		first := encode(t, s)
		if n := strings.Count(first, "\n"); n != 1 {
			t.Fatalf("%d lines, want one", n)
		}
		back, err := tocsin.DecodeStatement([]byte(first))
		if err != nil {
			t.Fatal(err)
		}
		if again := encode(t, back); again != first {
			t.Fatalf("changed on the way:\n%s", cmp.Diff(first, again))
		}
		if back.ID != s.ID || back.ComputeID() != s.ID {
			t.Fatalf("id %s became %s", s.ID, back.ComputeID())
		}
	})
}

func encode(t interface{ Fatal(...any) }, v any) string {
	var b bytes.Buffer
	if err := tocsin.EncodeJSON(&b, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// FuzzDecodeStatement: no line crashes the decoder, and a line it accepts is
// the statement it gives back.
func FuzzDecodeStatement(f *testing.F) {
	f.Add([]byte(encode(f, exampleStatement())))
	f.Add([]byte(`{"v":1}`))
	f.Add([]byte(`[[[[`))
	f.Add([]byte("[[Y["))
	f.Add([]byte(`{"v":1,"V":2}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		s, err := tocsin.DecodeStatement(line)
		if err != nil {
			return
		}
		back, err := tocsin.DecodeStatement([]byte(encode(t, s)))
		if err != nil {
			t.Fatalf("accepted, then refused: %v", err)
		}
		if encode(t, back) != encode(t, s) {
			t.Fatal("two different statements from one")
		}
	})
}
