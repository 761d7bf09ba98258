package tocsin_test

import (
	"encoding/json"
	"testing"

	"tocsin"
)

// What a row has of its own goes through JSON and comes back the same.
func TestExtra(t *testing.T) {
	for _, c := range []struct {
		fields map[string]string
		want   string
	}{
		{nil, ""},
		{map[string]string{"notes": ""}, ""},
		{map[string]string{"notes": `they said "no" <at> Kidal`, "inter1": "1", "tags": ""}, `{"inter1":"1","notes":"they said \"no\" <at> Kidal"}`},
	} {
		e := tocsin.MakeExtra(c.fields)
		if string(e) != c.want || e.Get("notes") != c.fields["notes"] {
			t.Errorf("%v gave %q", c.fields, e)
		}
		raw, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var back tocsin.Extra
		if err := json.Unmarshal(raw, &back); err != nil || back != e {
			t.Errorf("%s came back as %q, %v", raw, back, err)
		}
	}
	var e tocsin.Extra
	if err := json.Unmarshal([]byte(`{"a":1}`), &e); err == nil {
		t.Error("a number was taken")
	}
}
