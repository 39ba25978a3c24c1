#!/bin/sh
# Makes ../Assets/editor.js and LICENSE-CodeMirror anew. Needs Node 20 or later and the npm registry; nothing else of the project does.
set -eu
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --ignore-scripts
node_modules/.bin/esbuild editor.mjs --bundle --minify --format=iife --target=es2022 --legal-comments=none --metafile=meta.json \
  --banner:js="// CodeMirror 6, MIT licence, Copyright (C) 2018 by Marijn Haverbeke and others; made by Publishing/Editor/build.sh, see the README there." \
  --outfile=../Assets/editor.js
node licences.mjs
rm -rf node_modules meta.json
