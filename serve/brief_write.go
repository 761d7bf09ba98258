package serve

import (
	"context"

	"tocsin"
	"tocsin/brief"
	"tocsin/desk"
)

func writeBrief(ctx context.Context, d *desk.Desk, country string, at tocsin.Date) (brief.Brief, error) {
	return brief.Brief{Title: "Brief", Country: country, At: at}, nil
}
