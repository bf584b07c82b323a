#!/bin/sh
# Prints one canary article of this moment, to be piped into `pactwatch feed -`.
set -eu
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
printf '{"id":"canary-%s","language":"en","source":"canary","publishedAt":"%s","title":"%s","body":"%s"}\n' \
    "$now" "$now" \
    "Pactwatch Canary East meets Pactwatch Canary West" \
    "Pactwatch Canary East and Pactwatch Canary West met at $now, as they do every ten minutes."
