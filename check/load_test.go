package check

import (
	"context"
	"os"
	"slices"
	"sync"
	"testing"

	"tocsin"
	"tocsin/actor"
	"tocsin/gazetteer"
	"tocsin/internal/shared"
	"tocsin/source"
	"tocsin/source/coups"
	"tocsin/source/ucdp"
	"tocsin/watch"
)

// shelf is what the tests judge on, read once.
type shelf struct {
	gazetteer, mali *gazetteer.Gazetteer
	actors          *actor.Registry
	events          *watch.Table
	eventData       tocsin.Dataset
	coups           map[string][]tocsin.DataEvent
	coupData        map[string]tocsin.Dataset
	err             error
}

var loadShelf = sync.OnceValue(func() *shelf {
	s := &shelf{coups: map[string][]tocsin.DataEvent{}, coupData: map[string]tocsin.Dataset{}}
	s.gazetteer, s.err = gazetteer.World()
	if s.err != nil {
		return s
	}
	s.actors, s.err = actor.Default()
	return s
})

func (s *shelf) readEvents(t testing.TB) {
	if s.events != nil {
		return
	}
	name := shared.Path(t, "data/events/ged211_prec12_global.csv.gz")
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []tocsin.DataEvent
	sum, err := ucdp.Read(context.Background(), "ged211_prec12_global.csv.gz", f, source.Options{}, func(e tocsin.DataEvent) error {
		rows = append(rows, e)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s.eventData = sum.Dataset
	s.events = watch.NewTable(slices.Values(rows), sum.Dataset)
}

func (s *shelf) readCoups(t testing.TB, file string) {
	if s.coups[file] != nil {
		return
	}
	f, err := os.Open(shared.Path(t, "data/coups/"+file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sum, err := coups.Read(context.Background(), file, f, source.Options{}, func(e tocsin.DataEvent) error {
		s.coups[file] = append(s.coups[file], e)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s.coupData[file] = sum.Dataset
}

func (s *shelf) readMali(t testing.TB) {
	if s.mali != nil {
		return
	}
	f, err := os.Open(shared.Path(t, "data/places/geonames_ML.txt.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	places, _, err := gazetteer.ReadGeoNames("geonames_ML.txt.gz", f)
	if err != nil {
		t.Fatal(err)
	}
	s.mali = s.gazetteer.With(places)
}

const (
	cline   = "cline_coup_2.1.2.csv"
	powell  = "powell_thyne_events_V2019.04.22.csv"
	colpus  = "colpus_basic.csv"
	gedArgs = "ged211_prec12_global.csv.gz"
)

// checker builds a Checker on the world's events and the named coup lists; withMali
// adds the village names of Mali.
func checker(t testing.TB, withMali bool, lists ...string) *Checker {
	t.Helper()
	s := loadShelf()
	if s.err != nil {
		t.Fatal(s.err)
	}
	s.readEvents(t)
	o := Options{Gazetteer: s.gazetteer, Actors: s.actors, Events: s.events, EventData: s.eventData, Args: []string{"--events", gedArgs}}
	if withMali {
		s.readMali(t)
		o.Gazetteer, o.HasPlaces = s.mali, true
	}
	for _, l := range lists {
		s.readCoups(t, l)
		o.Coups = append(o.Coups, s.coups[l]...)
		o.CoupData = append(o.CoupData, s.coupData[l])
	}
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
