#!/bin/sh
# Lays a compressed copy beside every text of a site, for servers that send it (nginx: gzip_static on).
# The copies hold no time and no name; npm run verify checks that each unfolds to its file.
set -eu
site=${1:?usage: precompress.sh <folder of the site>}
find "$site" -type f -size +1k \
  \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.jsonl' -o -name '*.csv' \
  -o -name '*.txt' -o -name '*.md' -o -name '*.xml' -o -name '*.svg' -o -name '*.wasm' \) \
  -exec gzip --best --no-name --keep --force {} +
