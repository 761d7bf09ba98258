package claim

import (
	"fmt"
	"strings"
	"testing"

	"tocsin"
)

// What a text says beyond the claims read from it is named, with its kind.
func ExampleUntested() {
	may := tocsin.When{From: tocsin.MustDate("2014-05-22"), To: tocsin.MustDate("2014-05-22"), Open: "none", Precision: "day", Text: "on 22 May 2014"}
	date := tocsin.Claim{Form: tocsin.FormDate, Of: &tocsin.Measure{Act: "successful coup", Country: "Thailand"}, Window: &may}
	for _, text := range []string{
		"Thailand's generals seized power on 22 May 2014.",
		"Thailand's generals last seized power on 22 May 2014.",
		"Thailand's generals seized power on 22 May 2014 for the second time.",
		"Thailand's generals, who had last done so in 2006, seized power on 22 May 2014.",
	} {
		var names []string
		for _, r := range Untested(text, []tocsin.Claim{date}) {
			names = append(names, r.Kind+" "+r.Text)
		}
		fmt.Printf("%q\n", strings.Join(names, "; "))
	}
	// Output:
	// ""
	// "order last"
	// "order second"
	// ""
}

// Untested and the search for asides stand any text, and point into it.
func FuzzUntested(f *testing.F) {
	f.Add("Boko Haram, which went from raids to towns, killed 3,000 in 2014, a lawyer noted.")
	f.Add("(((,,,;–—which who")
	f.Add("the third third of May 2014 %")
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range Untested(text, []tocsin.Claim{{Form: tocsin.FormCount, Op: ">", Value: tocsin.Number(3)}}) {
			if !strings.HasPrefix(text[r.At:], r.Text) {
				t.Errorf("%q at %d of %q", r.Text, r.At, text)
			}
		}
		last := 0
		for _, r := range asides(strings.Fields(text)) {
			if r[0] < last || r[1] <= r[0] {
				t.Errorf("asides %v of %q", r, text)
			}
			last = r[1]
		}
	})
}
