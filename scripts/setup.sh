#!/usr/bin/env bash
# Makes .venv from the locked requirements and fetches the Thai typeface. Safe to run twice; the second time costs milliseconds.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "saraban setup: $*" >&2; }

python=${PYTHON:-python3}
command -v "$python" >/dev/null || { say "needs Python 3.11 or newer. On Debian type:  apt-get install python3 python3-venv"; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "needs Python 3.11 or newer; $("$python" --version) found. Set PYTHON=/path/to/python3.11"; exit 1; }

stamp=$(cat requirements/dev.txt requirements/fonts.txt pyproject.toml scripts/setup.sh | sha256sum | cut -d' ' -f1)
if [ -x .venv/bin/saraban ] && [ "$(cat .venv/stamp 2>/dev/null)" = "$stamp" ]; then exit 0; fi

# Debian splits ensurepip out of Python; it is the one system package we cannot do without.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing python3-venv"
    apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
  else
    say "Python has no venv module here. Type:  sudo apt-get install python3-venv"; exit 1
  fi
fi

[ -x .venv/bin/python ] || { say "making .venv"; "$python" -m venv .venv; }
export PIP_DISABLE_PIP_VERSION_CHECK=1
say "installing locked dependencies (once)"
.venv/bin/python -m pip install -q --require-hashes -r requirements/dev.txt
.venv/bin/python -m pip install -q --no-deps --no-build-isolation -e .

# TH Sarabun New comes inside a wheel; we take four files' worth of typeface and leave the rest.
fonts=.venv/share/saraban/fonts
if [ ! -f "$fonts/THSarabunNew-Bold.ttf" ]; then
  say "fetching the TH Sarabun New typeface"
  mkdir -p "$fonts"
  .venv/bin/python -m pip download -q --no-deps --require-hashes -r requirements/fonts.txt -d .venv/wheels
  .venv/bin/python - "$fonts" <<'PY'
import sys, zipfile
from pathlib import Path
target = Path(sys.argv[1])
for wheel in Path(".venv/wheels").glob("*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if "/THSarabunNew/" in name and name.endswith(".ttf"):
                (target / Path(name).name).write_bytes(archive.read(name))
PY
  rm -rf .venv/wheels
fi
# No part of the program, from Debian where we may install: without them tests are skipped, or stand on fewer typefaces, and say so.
missing=()
command -v pdfsig >/dev/null || missing+=(poppler-utils)  # a second opinion of the PDFs we write
command -v qpdf >/dev/null || missing+=(qpdf)
command -v chromium >/dev/null || [ -n "${SARABAN_CHROMIUM:-}" ] || missing+=(chromium)  # the browser tests drive it
[ -d /usr/share/fonts/truetype/tlwg ] || missing+=(fonts-thai-tlwg)  # the papers that the reader is measured on are set in it
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]} for the tests"
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } || say "could not be installed: ${missing[*]}"
  else
    say "not here, and no right to install it: ${missing[*]}. To have it:  sudo apt-get install ${missing[*]}"
  fi
fi
printf '%s' "$stamp" > .venv/stamp
say "ready"
