module classicnet

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/jessevdk/go-flags v1.6.1
	golang.org/x/sys v0.49.0
	golang.org/x/tools v0.52.0
)

// No command of ours runs long enough to see its share of processors change: it
// starts without the goroutine that would.
godebug updatemaxprocs=0
