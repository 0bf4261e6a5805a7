#!/usr/bin/env bash
# Installs the timelines that `benchmarks/page.py` compares with: `benchmarks/peers/install_pages.sh FOLDER`. Needs npm.
set -euo pipefail
mkdir -p "$1" && cd "$1"
npm install --silent --no-fund --no-audit vis-timeline@8.5.4 echarts@6.1.0 @knight-lab/timelinejs@3.9.11
