#!/bin/sh
# What action.yml runs: `kubin create`, its link as the output `link`, a few lines in the job's summary. Ends with 0
# whatever happens: a capture that fails must not turn a green job red, nor hide why a job is red.
set -u
umask 077

warn() {
  echo "::warning title=Kubin::$1"
  summary "$1"
}

summary() {
  [ -z "${GITHUB_STEP_SUMMARY:-}" ] || printf '### Kubin\n\n%s\n' "$1" >>"$GITHUB_STEP_SUMMARY"
}

# Who may read this log. An event that does not tell (a schedule) is taken for public.
may_show() {
  [ "${KUBIN_PRINT_LINK:-false}" = true ] && return 0
  case "${KUBIN_VISIBILITY:-}" in private | internal) return 0 ;; esac
  return 1
}

# The identity of the job, as a token for this server alone.
identity() {
  [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ] && [ -n "${ACTIONS_ID_TOKEN_REQUEST_TOKEN:-}" ] || return 0
  command -v curl >/dev/null || return 0
  # By stdin: arguments can be read by every process of the machine.
  printf 'header = "Authorization: bearer %s"\n' "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" |
    curl -sS --max-time 20 --get --data-urlencode "audience=$KUBIN_SERVER" --config - "$ACTIONS_ID_TOKEN_REQUEST_URL" |
    sed -n 's/.*"value" *: *"\([A-Za-z0-9._-]*\)".*/\1/p'
}

capture() {
  if [ -z "${KUBIN_SERVER:-}" ]; then
    warn "Nothing was captured: the input server names no Kubin server."
    return
  fi
  kubin=${KUBIN_COMMAND:-kubin}
  if ! command -v "$kubin" >/dev/null; then
    warn "Nothing was captured: there is no command $kubin. Install it in a step before this one."
    return
  fi
  if [ -z "${KUBIN_TOKEN:-}" ]; then KUBIN_TOKEN=$(identity); fi
  if [ -n "$KUBIN_TOKEN" ]; then
    echo "::add-mask::$KUBIN_TOKEN"
    export KUBIN_TOKEN
  else
    unset KUBIN_TOKEN
  fi

  set -- create --server "$KUBIN_SERVER"
  [ -z "${KUBIN_NAME:-}" ] || set -- "$@" --name "$KUBIN_NAME"
  while IFS= read -r word; do
    [ -z "$word" ] || set -- "$@" "$word"
  done <<END
${KUBIN_ARGS:-}
END
  # A first signal ends a capture with what is there.
  limit=
  if command -v timeout >/dev/null; then limit="timeout -k 60 ${KUBIN_TIMEOUT:-900}"; fi
  # shellcheck disable=SC2086 # several words
  $limit "$kubin" "$@" >"$work/out" 2>"$work/err" </dev/null
  code=$?

  link=
  IFS= read -r link <"$work/out" || :
  case "$link" in
  *[!A-Za-z0-9:/._~%?=\&-]*) link= ;;
  http://* | https://*) ;;
  *) link= ;;
  esac
  tell "$code"
}

# What came of it: $1 is the exit code of kubin.
tell() {
  # Whoever has the last part of a link has the link.
  if [ -n "$link" ] && ! may_show; then
    echo "::add-mask::$link"
    grep -vF -e "$link" -e "${link##*/}" "$work/err" >"$work/shown"
  else
    cp "$work/err" "$work/shown"
  fi
  # What a cluster says of itself must not be taken for commands to the runner.
  pause=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$pause"
  cat "$work/shown"
  echo "::$pause::"

  if [ -z "$link" ]; then
    warn "Nothing was captured: kubin ended with exit code $1. The log of this step says why."
    return
  fi
  [ -z "${GITHUB_OUTPUT:-}" ] || echo "link=$link" >>"$GITHUB_OUTPUT"
  case "$1" in
  0) state="" ;;
  3) state=" It is partial: what was not got is told in it." ;;
  *) state=" It broke off (exit code $1): what arrived is there." ;;
  esac
  if may_show; then
    echo "$link"
    summary "[The cluster at the end of this job]($link).$state"
    [ "${KUBIN_VISIBILITY:-}" = private ] || [ "${KUBIN_VISIBILITY:-}" = internal ] ||
      echo "::warning title=Kubin::Everybody may read this log, and so the snapshot, for which the link is enough."
  else
    warn "The cluster was captured.$state Its link is not shown, since everybody who may read this log could open it. Later steps have it as the output link; with print-link: true it is shown here."
  fi
}

work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/kubin-XXXXXX") || exit 0
trap 'rm -rf "$work"' EXIT
trap 'exit 0' HUP INT TERM
capture
exit 0
