"""Turns what `cargo metadata` says into a CycloneDX 1.6 list of components. Same input, same bytes: no time, no number
drawn by chance stands in it. Packages that only tests or the build itself need are left out or marked."""

import hashlib
import json
import re
import sys
import tomllib
from pathlib import Path


def checksums():
    lock = tomllib.loads(Path("Cargo.lock").read_text())
    return {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}


def shipped(nodes, root):
    """The packages that end up in the program, and those that only build it, by walking from the root."""
    scope = {root: "required"}
    todo = [root]
    while todo:
        here = todo.pop()
        for edge in nodes[here]["deps"]:
            kinds = {kind["kind"] for kind in edge["dep_kinds"]}
            if kinds == {"dev"}:
                continue
            found = "required" if None in kinds and scope[here] == "required" else "excluded"
            if scope.get(edge["pkg"]) in (found, "required"):
                continue
            scope[edge["pkg"]] = found
            todo.append(edge["pkg"])
    return scope


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package, scope, checksum):
    entry = {
        "type": "library",
        "bom-ref": purl(package),
        "name": package["name"],
        "version": package["version"],
        "scope": scope,
        "purl": purl(package),
    }
    if package.get("license"):
        entry["licenses"] = [{"expression": re.sub(r"\s*/\s*", " OR ", package["license"])}]
    if checksum:
        entry["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    if package.get("repository"):
        entry["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
    return entry


def main():
    metadata = json.load(sys.stdin)
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    root = metadata["resolve"]["root"]
    scope, sums = shipped(nodes, root), checksums()
    others = sorted((one for one in scope if one != root), key=lambda one: purl(packages[one]))
    known = {one: sums.get((packages[one]["name"], packages[one]["version"])) for one in others}
    program = packages[root]
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": purl(program),
                "name": program["name"],
                "version": program["version"],
                "purl": purl(program),
                "licenses": [{"expression": program["license"]}],
                "properties": [{"name": "cargo:features", "value": sys.argv[1]}],
            }
        },
        "components": [component(packages[one], scope[one], known[one]) for one in others],
        "dependencies": [
            {
                "ref": purl(packages[one]),
                "dependsOn": sorted(
                    {purl(packages[edge["pkg"]]) for edge in nodes[one]["deps"] if edge["pkg"] in scope}
                ),
            }
            for one in [root, *others]
        ],
    }
    text = json.dumps(bom, indent=1, ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).hexdigest()
    serial = f"urn:uuid:{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"
    print(json.dumps({**bom, "serialNumber": serial}, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
