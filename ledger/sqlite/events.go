package sqlite

import (
	"context"
	"encoding/json"
	"iter"
	"slices"

	"tocsin"
	"tocsin/ledger"
)

// Vintages implements ledger.EventView.
func (v view) Vintages(ctx context.Context) ([]ledger.Vintage, error) {
	list, err := v.AllVintages(ctx)
	if err != nil {
		return nil, err
	}
	return ledger.InUse(list), nil
}

// AllVintages implements ledger.EventView.
func (v view) AllVintages(ctx context.Context) ([]ledger.Vintage, error) {
	list, err := v.entries(ctx, "dataset", withBody, true)
	if err != nil {
		return nil, err
	}
	shown := make([]ledger.Vintage, len(list))
	for i, e := range list {
		if err := json.Unmarshal(e.body, &shown[i]); err != nil {
			return nil, v.l.wrap("read dataset", err)
		}
		shown[i].Recorded = e.recorded
	}
	return ledger.Ordered(shown), nil
}

// Events implements ledger.EventView.
func (v view) Events(ctx context.Context, datasets ...string) iter.Seq2[tocsin.DataEvent, error] {
	return func(yield func(tocsin.DataEvent, error) bool) {
		list, err := v.Vintages(ctx)
		if err != nil {
			yield(tocsin.DataEvent{}, err)
			return
		}
		list = slices.DeleteFunc(list, func(w ledger.Vintage) bool {
			return len(datasets) > 0 && !slices.Contains(datasets, w.Dataset.Dataset)
		})
		once := ledger.Once(list)
		for _, w := range list {
			if more, err := v.chunks(ctx, w, once, yield); err != nil {
				yield(tocsin.DataEvent{}, v.l.wrap("read events of "+w.File, err))
				return
			} else if !more {
				return
			}
		}
	}
}

// VintageEvents implements ledger.EventView.
func (v view) VintageEvents(ctx context.Context, sha256 string) iter.Seq2[tocsin.DataEvent, error] {
	return func(yield func(tocsin.DataEvent, error) bool) {
		list, err := v.AllVintages(ctx)
		at := slices.IndexFunc(list, func(w ledger.Vintage) bool { return w.SHA256 == sha256 })
		if err == nil && at < 0 {
			err = ledger.NoVintage(sha256)
		}
		if err != nil {
			yield(tocsin.DataEvent{}, err)
			return
		}
		all := func(ledger.Vintage, string) bool { return true }
		if _, err := v.chunks(ctx, list[at], all, yield); err != nil {
			yield(tocsin.DataEvent{}, v.l.wrap("read events of "+list[at].File, err))
		}
	}
}

// chunks yields the events of one file that once lets through.
func (v view) chunks(ctx context.Context, w ledger.Vintage, once func(ledger.Vintage, string) bool, yield func(tocsin.DataEvent, error) bool) (more bool, err error) {
	rows, err := v.l.read.QueryContext(ctx, `SELECT body FROM chunk WHERE file = ? ORDER BY ord`, w.SHA256)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			return false, err
		}
		more, err := decodeChunk(body, func(ev tocsin.DataEvent) bool {
			return !once(w, ev.ID) || yield(ev, nil)
		})
		if !more || err != nil {
			return false, err
		}
	}
	return true, rows.Err()
}

// Places implements ledger.EventView.
func (v view) Places(ctx context.Context) ([]ledger.PlaceFile, error) {
	var list []ledger.PlaceFile
	for f, err := range each[ledger.PlaceFile](ctx, v, "places") {
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
}

// PlaceBytes implements ledger.EventView.
func (v view) PlaceBytes(ctx context.Context, sha256 string) ([]byte, error) {
	return v.bytes(ctx, sha256)
}
