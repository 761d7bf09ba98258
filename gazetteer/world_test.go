package gazetteer_test

import (
	"sync"

	"tocsin/gazetteer"
)

var opened = sync.OnceValues(gazetteer.World)
