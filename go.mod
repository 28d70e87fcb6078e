module classicnet

go 1.26.0

// Long listings are the work of two threads where there are two processors, whatever
// share of them the control group has. Go 1.26 looks that share up at each start all the same.
godebug containermaxprocs=0

require (
	github.com/google/go-cmp v0.7.0
	github.com/jessevdk/go-flags v1.6.1
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	golang.org/x/sys v0.49.0
	golang.org/x/tools v0.52.0
)

require golang.org/x/text v0.14.0 // indirect

// No command of ours runs long enough to see its share of processors change: it
// starts without the goroutine that would.
godebug updatemaxprocs=0
