// Command sbom prints what is in programs that Go has built of one source, as an SPDX
// 2.3 document in JSON: the programs, the modules that are linked into them by their
// versions, and Go's own library. It reads the build information in the files
// themselves, and prints the same for the same files:
//
//	SOURCE_DATE_EPOCH=SECONDS sbom VERSION FILE...
//
// It is a module of its own, so that what it needs isn't needed by the tools.
package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/spdx/tools-golang/json"
	"github.com/spdx/tools-golang/spdx/v2/common"
	"github.com/spdx/tools-golang/spdx/v2/v2_3"
)

// licences are those of all that a tool links.
var licences = map[string]string{
	"classicnet":                   "BSD-3-Clause",
	"golang.org/x/sys":             "BSD-3-Clause",
	"github.com/jessevdk/go-flags": "BSD-3-Clause",
	"std":                          "BSD-3-Clause",
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: sbom VERSION FILE...")
		os.Exit(1)
	}
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	var d *v2_3.Document
	if err == nil {
		d, err = document(os.Args[1], os.Args[2:], time.Unix(seconds, 0))
	}
	if err == nil {
		err = json.Write(d, os.Stdout, json.Indent("  "))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "sbom:", err)
		os.Exit(1)
	}
}

// document has a package for each file, and for each module in any of them.
func document(version string, files []string, when time.Time) (*v2_3.Document, error) {
	d := &v2_3.Document{
		SPDXVersion: v2_3.Version, DataLicense: v2_3.DataLicense, SPDXIdentifier: "DOCUMENT",
		DocumentName: "classicnet " + version,
		CreationInfo: &v2_3.CreationInfo{
			Creators: []common.Creator{{CreatorType: "Tool", Creator: "classicnet-sbom"}},
			Created:  when.UTC().Format(time.RFC3339),
		},
	}
	modules := map[string]bool{}
	all := sha256.New()
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		info, err := buildinfo.Read(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all.Write(data)
		program := filePackage(filepath.Base(file), version, data)
		d.Packages = append(d.Packages, program)
		d.Relationships = append(d.Relationships, related("DOCUMENT", common.TypeRelationshipDescribe, program))
		for _, m := range append(info.Deps, &debug.Module{Path: "std", Version: strings.TrimPrefix(info.GoVersion, "go")}) {
			p := modulePackage(m.Path, m.Version)
			if p.PackageLicenseDeclared == "" {
				return nil, fmt.Errorf("%s: the licence of %s isn't known", file, m.Path)
			}
			if !modules[m.Path] {
				modules[m.Path] = true
				d.Packages = append(d.Packages, p)
			}
			d.Relationships = append(d.Relationships, related(program.PackageSPDXIdentifier, common.TypeRelationshipContains, p))
		}
	}
	d.DocumentNamespace = "https://classicnet.invalid/spdx/" + version + "-" + hex.EncodeToString(all.Sum(nil))
	return d, nil
}

func filePackage(name, version string, data []byte) *v2_3.Package {
	sum := sha256.Sum256(data)
	p := pkg("classicnet", version)
	p.PackageSPDXIdentifier = id("File-" + name)
	p.PackageFileName = name
	p.PackageChecksums = []common.Checksum{{Algorithm: common.SHA256, Value: hex.EncodeToString(sum[:])}}
	return p
}

func modulePackage(path, version string) *v2_3.Package {
	p := pkg(path, version)
	p.PackageExternalReferences = []*v2_3.PackageExternalReference{{
		Category: common.CategoryPackageManager, RefType: common.TypePackageManagerPURL,
		Locator: "pkg:golang/" + path + "@" + version,
	}}
	return p
}

func pkg(name, version string) *v2_3.Package {
	return &v2_3.Package{
		PackageName: name, PackageVersion: version, PackageSPDXIdentifier: id("Package-" + name),
		PackageDownloadLocation: "NOASSERTION", PackageCopyrightText: "NOASSERTION",
		PackageLicenseConcluded: licences[name], PackageLicenseDeclared: licences[name],
	}
}

// id has only what an identifier may have.
func id(name string) common.ElementID {
	return common.ElementID(strings.NewReplacer("/", "-", "_", "-").Replace(name))
}

func related(from common.ElementID, how string, to *v2_3.Package) *v2_3.Relationship {
	return &v2_3.Relationship{
		RefA: common.MakeDocElementID("", string(from)), RefB: common.MakeDocElementID("", string(to.PackageSPDXIdentifier)),
		Relationship: how,
	}
}
