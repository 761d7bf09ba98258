package tocsin

import (
	"bytes"
	"encoding/json"
	"errors"
)

// Extra is what a row of a dataset has beyond the fields that all datasets
// share, by the dataset's own column names, as one JSON object of strings; ""
// where there is nothing. It is kept and shown; of it, only names of provinces and
// districts take part in a measure, as a filter.
type Extra string

// MakeExtra writes the fields that have a value, sorted by name.
func MakeExtra(fields map[string]string) Extra {
	given := make(map[string]string, len(fields))
	for name, value := range fields {
		if value != "" {
			given[name] = value
		}
	}
	if len(given) == 0 {
		return ""
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(given); err != nil {
		return "" // a map of strings can always be written
	}
	return Extra(bytes.TrimSpace(b.Bytes()))
}

// Fields are the values by name; empty where there are none.
func (e Extra) Fields() map[string]string {
	fields := map[string]string{}
	if e == "" || json.Unmarshal([]byte(e), &fields) != nil {
		return map[string]string{}
	}
	return fields
}

// Get is one value, "" where the row does not have it.
func (e Extra) Get(name string) string { return e.Fields()[name] }

// MarshalJSON writes the object itself, null where there is none.
func (e Extra) MarshalJSON() ([]byte, error) {
	if e == "" {
		return []byte("null"), nil
	}
	return []byte(e), nil
}

// UnmarshalJSON reads an object of strings, or null.
func (e *Extra) UnmarshalJSON(b []byte) error {
	var fields map[string]string
	if err := json.Unmarshal(b, &fields); err != nil {
		return errors.New("extra is an object of strings")
	}
	*e = MakeExtra(fields)
	return nil
}
