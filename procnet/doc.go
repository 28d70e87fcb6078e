// Package procnet reads the text files in /proc/net that describe interfaces,
// addresses, routes, sockets, groups and counters: io.Reader in, typed records
// out. It opens no file, asks the kernel nothing and prints nothing. A nil reader
// is an empty file.
//
// /proc/net is a link to the files of the process's first thread. A program that
// enters another network namespace in one of its threads must open
// /proc/thread-self/net (Linux 3.17) from there; a file stays one of the namespace
// in which it was opened.
//
// Each reader returns a sequence for one pass over r, a row at a time, in the
// file's order. The error beside a row is
//
//   - nil;
//   - a *LineError: the line is malformed, and the row holds what could be
//     read of it. The sequence goes on;
//   - anything else: reading failed (the reader's own error), or the file is
//     not what it should be (a *FileError with ErrEmpty or ErrCounters, a
//     *MissingFieldError). The row is zero and the sequence ends.
//
// All but the reader's own name the file by the reader's own Name method, as *os.File has one, else
// as the kernel does.
//
// Lines are read as scanf(3) would: columns are separated by any white space,
// a number ends at the first byte that is no digit of it, what follows the
// last column is ignored. A line ends at a newline or at a NUL, and one that is
// longer than any that the kernel writes is taken in pieces, each a line of
// its own, as the classic tools do with their fixed buffers. Work and memory
// are bounded for any input: there is one buffer of some pages, and a row
// costs no allocation. Strings of a row stay valid; equal ones are shared.
package procnet
