package tocsin

// Form is the form of a measurable claim.
type Form string

// The forms. docs/statements.md shows one sentence for each.
const (
	FormDistance  Form = "distance"  // places[0] lies value away from places[1]
	FormDirection Form = "direction" // places[0] lies toward the bearing value from places[1]
	FormWithin    Form = "within"    // places[0] lies in places[1]
	FormCount     Form = "count"     // of, in window and places, op value
	FormRate      Form = "rate"      // the same per unit of time
	FormChange    Form = "change"    // of, in window, against the time before: op value (a ratio); value null: grew or fell
	FormRank      Form = "rank"
	FormFirst     Form = "first" // of had not happened before (in places[0], or as far toward the bearing value)
	FormLast      Form = "last"  // the latest of, before the report's own event, was in window
	FormDate      Form = "date"  // of happened in window
	FormDuration  Form = "duration"
	FormShare     Form = "share"
)

// A Claim is the measurable content of a statement, in a form that package
// check can compute and that package read writes down from the text. It holds
// only what the text fixes; what the text leaves open is empty, and check
// varies exactly that.
type Claim struct {
	Form    Form     `json:"form"`
	Of      *Measure `json:"of"`
	Than    *Measure `json:"than"`
	Window  *When    `json:"window"`
	Places  []Place  `json:"places"`
	Op      string   `json:"op"` // < <= = >= > ~
	Value   *float64 `json:"value"`
	Unit    Unit     `json:"unit"`
	Novelty string   `json:"novelty"` // none, first, again, still
	Text    string   `json:"text"`
}

// A Measure is what is counted: acts of a kind, by an actor, in a country.
// Empty fields are not restricted. Actor and Country are as the text writes them
// (or, for Country, as the report's subject implies); several actors are joined
// by "; ". What is counted is Measure: events or deaths, or "" where the text
// leaves it open.
type Measure struct {
	Act     string `json:"act"`
	Actor   string `json:"actor"`
	Country string `json:"country"`
	Measure string `json:"measure"`
}

// Number returns a pointer to x, for the fields that may be null.
func Number(x float64) *float64 { return &x }
