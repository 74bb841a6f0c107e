#!/usr/bin/env bash
# Builds the console into target/classes; Maven calls it. Without Node, or where npm cannot fetch the libraries, the
# console is left out and target/console-missing.txt says why; with CI=true that fails. What is wrong in the sources fails
# always.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
OLDEST_NODE=20
BUILT=target/classes/META-INF/resources/console
STAMP=target/console-built
MISSING=target/console-missing.txt

# leave_out REASON
leave_out() {
  rm -rf "$BUILT" "$STAMP"
  printf '%s\n' "$1" >"$MISSING"
  printf 'The console is left out: %s\n' "$1" >&2
  [[ "${CI:-}" != true ]] || exit 1
  exit 0
}

# Whether anything that the pages are made of has changed since they were built.
is_built() {
  [[ -f "$STAMP" && -f "$BUILT/index.html" ]] || return 1
  [[ -z "$(find . ../docs/openapi ../*/src/main/resources \
    \( -path ./node_modules -o -path ./target -o -path ./src/api/generated \) -prune \
    -o \( -path './*' -o -name '*.yaml' -o -name 'columns*.properties' \) -type f -newer "$STAMP" -print -quit)" ]]
}

mkdir -p target
if is_built; then
  exit 0
fi
version="$(node --version 2>/dev/null || true)"
version="${version#v}"
[[ -n "$version" ]] || leave_out "there is no Node; install version $OLDEST_NODE or newer, then 'mvn -DskipTests package'."
[[ "${version%%.*}" -ge "$OLDEST_NODE" ]] || leave_out \
  "this is Node $version, and the console needs $OLDEST_NODE or newer; install that, then 'mvn -DskipTests package'."
command -v npm >/dev/null || leave_out "Node came without npm; install npm, then 'mvn -DskipTests package'."

touch "$STAMP.begin"
# What npm has installed last is noted in a file of its own.
if [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then
  npm ci --no-audit --no-fund >target/npm.log 2>&1 || {
    tail -n 20 target/npm.log >&2
    leave_out "npm could not fetch its libraries ($(sed -n 's/^npm error code //p' target/npm.log | head -n 1), see \
web-console/target/npm.log); when it can, 'mvn -DskipTests package'."
  }
fi
rm -f "$MISSING"
npm run build
mv "$STAMP.begin" "$STAMP"
