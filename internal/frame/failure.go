package frame

import (
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/internal/dialect"
	"classicnet/internal/getopt"
	"classicnet/ioctl"
)

// What an option can ask for in place of the tool's work.
var (
	ErrHelp    = errors.New("help wanted")
	ErrVersion = errors.New("version wanted")
)

// Failure is why a command ends without having done its work, or what it says
// in place of it.
type Failure struct {
	Message string        // lines for stderr, without the last newline
	Note    string        // lines for stdout, likewise
	Usage   func() string // a text for stderr behind them; nil is none
	Status  int
}

// Error returns the message.
func (f *Failure) Error() string { return f.Message }

// Status ends a run in which all has been said.
type Status int

// Error is for nobody to read.
func (Status) Error() string { return "all has been said" }

// Misused is wrong use: the reason, "" for none, which the usage text follows.
type Misused string

// Error returns the reason.
func (e Misused) Error() string { return string(e) }

// Failed is a failure that one message tells, with the tool's status for it.
type Failed string

// Error returns the message.
func (e Failed) Error() string { return string(e) }

// Refused is perror(3) behind a system call or ioctl.
func Refused(request string, err error) error { return Failed(request + ": " + Reason(err)) }

// statusWrong is the status of all tools for a dialect that nobody knows.
const statusWrong = 4

// Report shows what err, of a run, has to say and returns the exit status.
func (r *Run) Report(err error) int {
	if err == nil {
		return 0
	}
	if status, ok := err.(Status); ok {
		return int(status)
	}
	switch err {
	case ErrHelp:
		return r.answer(r.Help, r.Usage())
	case ErrVersion:
		return r.answer(r.Version, r.VersionText())
	case dialect.ErrList:
		return r.answer(Answer{}, dialect.List())
	}
	return r.tell(r.failure(err))
}

func (r *Run) answer(how Answer, text string) int {
	if how.Stderr {
		r.Out.Errorf("%s", text)
	} else {
		r.Out.WriteString(text) //nolint:errcheck // Close tells
	}
	return how.Status
}

// tell writes stderr's lines first: where both streams end in one file they come
// first anyway, as with the originals' stdio.
func (r *Run) tell(f *Failure) int {
	if f.Message != "" {
		r.Out.Errorf("%s\n", f.Message)
	}
	if f.Note != "" {
		r.Out.WriteString(f.Note + "\n") //nolint:errcheck // Close tells
	}
	if f.Usage != nil {
		r.Out.Errorf("%s", f.Usage())
	}
	return f.Status
}

func (r *Run) failure(err error) *Failure {
	f := &Failure{Message: r.Name + ": " + Reason(err), Status: r.Tool.Failed}
	switch e := err.(type) {
	case *Failure:
		return e
	case Failed:
		f.Message = e.Error()
	case Misused:
		return &Failure{Message: e.Error(), Usage: r.Usage, Status: r.Misuse}
	case *getopt.Error:
		return &Failure{Message: r.Program + ": " + e.Error(), Usage: r.Usage, Status: r.Misuse}
	case *dialect.UnknownError:
		if f.Status = r.Wrong; f.Status == 0 {
			f.Status = statusWrong
		}
	}
	return f
}

// Reason is strerror(3) of the errno in err, or err's own text.
func Reason(err error) string {
	if errno, ok := errors.AsType[unix.Errno](err); ok {
		return ioctl.Strerror(errno)
	}
	return err.Error()
}
