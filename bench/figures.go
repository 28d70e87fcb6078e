package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// figuresVariable names the file that the runs of a case leave their figures in:
// each is a process of its own.
const figuresVariable = "CLASSICNET_BENCH_FIGURES"

// figure is the median of a command's times in one size.
type figure struct {
	size    int
	took    time.Duration
	command string
}

// keepFigures appends a line for each result; "" keeps none.
func keepFigures(path string, size int, list []result) error {
	if path == "" {
		return nil
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	for i := range list {
		if _, err := fmt.Fprintln(file, size, int64(list[i].median()), name(list[i].command)); err != nil {
			return errors.Join(err, file.Close())
		}
	}
	return file.Close()
}

func readFigures(path string) (list []figure, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	for in.Scan() {
		var f figure
		words := strings.SplitN(in.Text(), " ", 3)
		if len(words) < 3 {
			return nil, fmt.Errorf("%s: %q", path, in.Text())
		}
		if _, err := fmt.Sscan(words[0]+" "+words[1], &f.size, &f.took); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		f.command = words[2]
		list = append(list, f)
	}
	return list, in.Err()
}
