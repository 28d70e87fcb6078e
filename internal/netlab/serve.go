package netlab

import (
	"encoding/gob"
	"fmt"
	"os"
)

// keep is the life of a lab's process. It ends with its stdin, even while a
// command runs: so a test binary that dies takes its labs along.
func keep() int {
	home = os.Args[1]
	enc := gob.NewEncoder(os.Stdout)
	if err := makeWorld(); err != nil {
		enc.Encode(reply{Error: err.Error()}) //nolint:errcheck // nobody is left to tell
		return 1
	}
	requests := make(chan request)
	go func() {
		for dec := gob.NewDecoder(os.Stdin); ; {
			var r request
			if dec.Decode(&r) != nil {
				os.Exit(0)
			}
			requests <- r
		}
	}()
	for err := enc.Encode(reply{}); err == nil; {
		a, failed := handle(<-requests)
		if failed != nil {
			a.Error = failed.Error()
		}
		err = enc.Encode(a)
	}
	return 1
}

// handle does what a request asks for, in this process's namespaces.
func handle(r request) (a reply, err error) {
	switch r.Op {
	case opRun:
		a.Result, err = r.Command.run()
	case opSettle:
		err = settle()
	case opPrint:
		if err = settle(); err == nil {
			a.Text, err = statePrint()
		}
	case opPeer:
		a.Text, err = startPeer()
	case opEtc:
		err = putEtc(r.Files)
	case opNoEtc:
		err = removeEtc(r.Name)
	case opProc:
		err = putProc(r.Files)
	case opHide:
		err = hide(r.Names)
	case opIoctl:
		err = tryIoctl(r.Name)
	default:
		err = fmt.Errorf("unknown request %q", r.Op)
	}
	return a, err
}
