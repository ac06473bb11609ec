#!/bin/sh
# Writes the files that compose.yaml hands over as secrets into secrets/: the bot's token, which it asks for, and a password for
# Redis. What is there stays as it is.
#   sh deploy/make-secrets.sh
set -eu
cd "$(dirname "$0")/.."
# The user in the container has to read the files, whichever it is; on this machine nobody gets through the folder but you.
umask 022
mkdir -p secrets
chmod 700 secrets

if [ ! -s secrets/discord-token ]; then
  if [ -t 0 ]; then
    printf 'Bot token (developer portal, Bot, Reset Token; it is not shown): '
    trap 'stty echo' EXIT INT TERM
    stty -echo
  fi
  read -r token || true
  [ ! -t 0 ] || { stty echo; trap - EXIT INT TERM; echo; }
  case "${token:-}" in
    '' | *[!A-Za-z0-9._-]*) echo 'That is no bot token. Run this again; nothing was written.' >&2; exit 2 ;;
  esac
  printf '%s\n' "$token" > secrets/discord-token
fi

if [ ! -s secrets/redis-password ]; then
  if [ -s secrets/redis-url ]; then
    echo 'secrets/redis-url is there and secrets/redis-password is not. Take the first away to get both anew.' >&2
    exit 2
  fi
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > secrets/redis-password
fi
[ -s secrets/redis-url ] || printf 'redis://:%s@redis:6379/0\n' "$(cat secrets/redis-password)" > secrets/redis-url
echo 'secrets/ holds what compose.yaml asks for.'
