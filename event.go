package tocsin

// A DataEvent is one row of a dataset, as published. Low, Best and High are the
// dataset's own estimates of deaths and are nil where it gives none. Rows that
// break the dataset's own rules are kept and flagged.
type DataEvent struct {
	ID        string   `json:"id"`      // "ucdp-ged:13364"
	Dataset   string   `json:"dataset"` // "ucdp-ged", "cline", "powell-thyne", "colpus", "acled"
	From      Date     `json:"from"`
	To        Date     `json:"to"`
	DatePrec  int      `json:"date_prec"` // as in the dataset; 0 where the file does not say
	Country   string   `json:"country"`   // as written in the dataset
	Place     string   `json:"place"`
	HasPoint  bool     `json:"has_point"`
	Lat       float64  `json:"lat"`
	Lon       float64  `json:"lon"`
	PlacePrec int      `json:"place_prec"` // GED where_prec 1..7; 0 where the file does not say
	Act       string   `json:"act"`        // codebook act: "assault" for GED rows, "coup" for coup lists
	Class     string   `json:"class"`      // GED: state-based, non-state, one-sided; coup lists: realised, attempted, conspiracy
	SideA     string   `json:"side_a"`
	SideB     string   `json:"side_b"`
	Conflict  string   `json:"conflict"`
	Outcome   string   `json:"outcome"` // coup lists: succeeded, failed, unknown, "" otherwise
	Low       *int     `json:"low"`
	Best      *int     `json:"best"`
	High      *int     `json:"high"`
	Said      string   `json:"said"`            // GED source_original: according to whom
	Where     string   `json:"where"`           // GED where_description
	Extra     Extra    `json:"extra,omitempty"` // the dataset's own further columns
	Flags     []string `json:"flags"`
}

// The violence classes of UCDP GED.
const (
	StateBased = "state-based"
	NonState   = "non-state"
	OneSided   = "one-sided"
)

// Dataset is one vintage of a dataset as loaded: what the numbers rest on.
type Dataset struct {
	Dataset  string `json:"dataset"`
	Vintage  string `json:"vintage"`  // "21.1", or "sha256:…" where none was given or read
	Released Date   `json:"released"` // zero: release unknown; it then counts at every date and is marked so
	SHA256   string `json:"sha256"`
	From     Date   `json:"from"`
	To       Date   `json:"to"`
	Coverage string `json:"coverage"` // what the file does not say: "place precision not given in this file: 25 km assumed"
}

// A Verdict is a claim judged on data. Value, Low and High are nil where
// nothing could be computed; Reason then says why.
type Verdict struct {
	ID           string      `json:"id"`
	Statement    string      `json:"statement"`
	Text         string      `json:"text"`
	Claim        *Claim      `json:"claim"`
	Verdict      string      `json:"verdict"` // holds, does_not_hold, partly, cannot_be_measured
	Reason       string      `json:"reason"`
	TurnsOn      string      `json:"turns_on"`
	Alternatives []Variation `json:"alternatives"`
	Value        *float64    `json:"value"`
	Unit         Unit        `json:"unit"`
	Low          *float64    `json:"low"`
	High         *float64    `json:"high"`
	Events       []string    `json:"events"`
	Query        string      `json:"query"` // a tocsin command that prints the same number
	Data         []Dataset   `json:"data"`
	AsOf         Date        `json:"as_of"`
	Hindsight    bool        `json:"hindsight"` // the data was released after the claim was published, or its release is unknown
	Sentence     string      `json:"sentence"`
}

// The verdicts.
const (
	Holds            = "holds"
	DoesNotHold      = "does_not_hold"
	Partly           = "partly"
	CannotBeMeasured = "cannot_be_measured"
)

// A Variation is one fair reading of a claim, computed.
type Variation struct {
	Actors  []string `json:"actors"`
	Window  string   `json:"window"`
	Filter  string   `json:"filter"`
	Value   *float64 `json:"value"`
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	Verdict string   `json:"verdict"`
}
