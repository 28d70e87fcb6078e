package completion

import (
	"testing"

	"classicnet/internal/netlab"
)

func TestMain(m *testing.M) { netlab.Main(m) } // in a clean environment
