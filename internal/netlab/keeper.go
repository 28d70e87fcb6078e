package netlab

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// What a lab's process can be asked for.
const (
	opRun    = "run"
	opSettle = "settle"
	opPrint  = "print"
	opPeer   = "peer"
	opEtc    = "etc"
	opNoEtc  = "noetc"
	opProc   = "proc"
	opHide   = "hide"
	opIoctl  = "ioctl"
)

// request is one thing asked of a lab's process; which fields count depends on Op.
type request struct {
	Op      string
	Command Command
	Name    string
	Names   []string
	Files   map[string]string
}

// reply answers a request; Error is "" for success.
type reply struct {
	Result Result
	Text   string
	Error  string
}

// keeper is a running lab process: the first in its process-id namespace, so
// that its end is the end of everything started in the lab.
type keeper struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	enc *gob.Encoder
	dec *gob.Decoder
}

// startKeeper starts a lab's process, in a user namespace or not. Its first
// reply tells whether it could set up the lab.
func startKeeper(user bool) (*keeper, error) {
	if home == "" {
		return nil, errors.New("TestMain must call netlab.Main")
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := &exec.Cmd{Path: self, Args: []string{keeperName, home},
		Stderr: os.Stderr, SysProcAttr: namespaces(user)}
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("new namespaces: %w", err)
	}
	k := &keeper{cmd: cmd, in: in, enc: gob.NewEncoder(in), dec: gob.NewDecoder(out)}
	if _, err := k.answer(); err != nil {
		k.stop()
		return nil, err
	}
	return k, nil
}

func (k *keeper) ask(r request) (reply, error) {
	if err := k.enc.Encode(r); err != nil {
		return reply{}, fmt.Errorf("the lab's process is gone: %w", err)
	}
	return k.answer()
}

func (k *keeper) answer() (reply, error) {
	var a reply
	if err := k.dec.Decode(&a); err != nil {
		return a, fmt.Errorf("the lab's process is gone: %w", err)
	}
	if a.Error != "" {
		return a, errors.New(a.Error)
	}
	return a, nil
}

// stop kills the lab. Wait returns when the kernel has killed all of it.
func (k *keeper) stop() {
	k.in.Close()
	k.cmd.Process.Kill() //nolint:errcheck // it may have ended by itself
	k.cmd.Wait()         //nolint:errcheck // it was killed
}
