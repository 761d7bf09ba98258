package desk

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"tocsin"
	"tocsin/actor"
	"tocsin/gazetteer"
	"tocsin/ledger"
	"tocsin/read"
)

// knowledge is what the reader and the measures look things up in. It is loaded
// once and again after places were imported.
type knowledge struct {
	gazetteer *gazetteer.Gazetteer
	placeData []tocsin.Dataset // the imported dumps
	actors    *actor.Registry
	reader    *read.Reader
	naming    sync.Mutex
	named     *meanings // what persons say that names mean here; nil until asked
}

// load returns the reference knowledge, with the places of every imported dump
// layered over the embedded towns.
func (d *Desk) load(ctx context.Context) (*knowledge, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.refresh(ctx); err != nil {
		return nil, err
	}
	if d.knowledge != nil {
		return d.knowledge, nil
	}
	k := &knowledge{}
	var err error
	if k.gazetteer, err = gazetteer.World(); err != nil {
		return nil, fmt.Errorf("open the gazetteer: %w", err)
	}
	if k.actors, err = actor.Default(); err != nil {
		return nil, fmt.Errorf("open the registry of actors: %w", err)
	}
	if err := k.addPlaces(ctx, d.ledger.View(0)); err != nil {
		return nil, err
	}
	if k.reader, err = read.New(read.Options{Gazetteer: k.gazetteer, Actors: k.actors, Careful: d.careful}); err != nil {
		return nil, fmt.Errorf("make the reader: %w", err)
	}
	d.knowledge = k
	return k, nil
}

// addPlaces layers the ledger's place files, oldest first, so that the newest
// file wins.
func (k *knowledge) addPlaces(ctx context.Context, v ledger.View) error {
	files, err := v.Places(ctx)
	if err != nil {
		return fmt.Errorf("list the imported places: %w", err)
	}
	for _, f := range files {
		raw, err := v.PlaceBytes(ctx, f.SHA256)
		if err != nil {
			return fmt.Errorf("open the imported places: %w", err)
		}
		places, _, err := readPlaces(f.Name, raw)
		if err != nil {
			return fmt.Errorf("read the imported places again: %w", err)
		}
		k.gazetteer = k.gazetteer.With(places)
		k.placeData = append(k.placeData, tocsin.Dataset{Dataset: "geonames", Vintage: f.Vintage, Released: f.Released, SHA256: f.SHA256})
	}
	return nil
}

func readPlaces(name string, raw []byte) ([]gazetteer.Place, gazetteer.Summary, error) {
	if len(raw) == 0 {
		return nil, gazetteer.Summary{}, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name}, Hint: "fetch or export it again", Err: fmt.Errorf("is empty")}
	}
	return gazetteer.ReadGeoNames(name, bytes.NewReader(raw))
}

// Gazetteer is the embedded towns with the imported places over them.
func (d *Desk) Gazetteer(ctx context.Context) (*gazetteer.Gazetteer, error) {
	k, err := d.load(ctx)
	if err != nil {
		return nil, err
	}
	return k.gazetteer, nil
}

// Actors is the registry of actors, with the names that persons matched and
// without those that they split off.
func (d *Desk) Actors(ctx context.Context) (*actor.Registry, error) {
	n, err := d.meanings(ctx)
	if err != nil {
		return nil, err
	}
	return n.registry, nil
}

// Country finds a country by its name, an alias or an ISO code, in any case:
// Mali, ML, MLI.
func (d *Desk) Country(ctx context.Context, name string) (gazetteer.Country, error) {
	k, err := d.load(ctx)
	if err != nil {
		return gazetteer.Country{}, err
	}
	if c, ok := k.gazetteer.CountryNamed(name); ok {
		return c, nil
	}
	if c, ok := k.gazetteer.CountryOf(strings.ToUpper(name)); ok {
		return c, nil
	}
	for _, c := range k.gazetteer.Countries() {
		if strings.EqualFold(c.Name, name) || slices.ContainsFunc(c.Aliases, func(a string) bool { return strings.EqualFold(a, name) }) {
			return c, nil
		}
	}
	return gazetteer.Country{}, &tocsin.Error{Code: tocsin.NotFound, Pos: tocsin.Pos{Field: "country"}, Err: fmt.Errorf("no country is called %q", name),
		Hint: "give its English name or its ISO code: Mali, ML or MLI"}
}
