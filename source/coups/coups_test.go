package coups_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"testing"

	"tocsin"
	"tocsin/internal/shared"
	"tocsin/source"
	"tocsin/source/coups"
	"tocsin/source/sourcetest"
)

var update = flag.Bool("update", false, "write the wanted part of each case anew")

func TestCases(t *testing.T) { sourcetest.Cases(t, "testdata", coups.Read, *update) }

// The three lists as they are about, and what each has on Mali since 2012. They
// differ: the second attempt of 2012 is of 30 April or of 1 May, and only two
// lists go on to 2020.
func TestRealFiles(t *testing.T) {
	for _, c := range []struct {
		file, dataset, vintage, released string
		kept                             int
		to, mali                         string
	}{
		{"cline_coup_2.1.2.csv", "cline", "2.1.2", "", 981, "2022-12-29",
			"[2012-03-22 realised 2012-05-01 attempted 2020-08-18 realised 2021-05-24 realised 2022-05-11 conspiracy]"},
		{"powell_thyne_events_V2019.04.22.csv", "powell-thyne", "V2019.04.22", "2019-04-22", 476, "2019-04-11",
			"[2012-03-22 realised 2012-05-01 attempted]"},
		{"colpus_basic.csv", "colpus", "sha256:495a7f280587…", "", 593, "2022-11-25",
			"[2012-03-22 realised 2012-04-30 attempted 2020-08-18 realised 2021-05-24 realised]"},
	} {
		t.Run(c.dataset, func(t *testing.T) {
			path := shared.Path(t, "data/coups/"+c.file)
			f, err := source.Open(path, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			mali := []string{}
			s, err := coups.Read(context.Background(), path, f, source.Options{}, func(ev tocsin.DataEvent) error {
				if ev.Dataset != c.dataset || ev.Act != "coup" {
					t.Errorf("%+v", ev)
				}
				if ev.Country == "Mali" && ev.From.Year() >= 2012 {
					mali = append(mali, ev.From.String()+" "+ev.Class)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			d := s.Dataset
			if s.Rows != c.kept || s.Kept != c.kept || d.Dataset != c.dataset || d.Vintage != c.vintage || d.Released.String() != c.released || d.To.String() != c.to {
				t.Errorf("%+v", s)
			}
			if got := fmt.Sprint(mali); got != c.mali {
				t.Errorf("Mali %s, want %s", got, c.mali)
			}
		})
	}
}

func FuzzCoups(f *testing.F) {
	f.Add([]byte("coup_id,country,year,month,day,event_type,realized\n1,Mali,2012,3,22,coup,1\n"))
	f.Add([]byte("country,ccode,year,month,day,coup,version\nMali,432,2012,3,22,2,V2019.99.22\nMali,432,2012,3,22,2,\n"))
	f.Add([]byte("id,date,statenme,success,gwf_casename,year\n432-2012-3-22,2012/03/22,Mali,1,x,2012\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		ids := map[string]bool{}
		s, err := coups.Read(context.Background(), "in.csv", bytes.NewReader(in), source.Options{}, func(ev tocsin.DataEvent) error {
			if ids[ev.ID] || ev.From.IsZero() || ev.From != ev.To || ev.Country == "" || ev.Class == "" || ev.Outcome == "" || ev.Dataset == "" {
				t.Errorf("kept %+v", ev)
			}
			ids[ev.ID] = true
			return nil
		})
		if s.Rows != s.Kept+s.Refused || s.Kept != len(ids) || (err == nil) != (s.Kept > 0) {
			t.Errorf("%d rows, %d kept, %d refused, %v", s.Rows, s.Kept, s.Refused, err)
		}
	})
}
