# bash completion for cotejo: the program itself says what may come next.
_cotejo() {
  local current=${COMP_WORDS[COMP_CWORD]} candidates=() candidate
  mapfile -t candidates < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  COMPREPLY=()
  [ "$current" = = ] && current=
  case ${candidates[0]-} in
    :file) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    :folder) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    *)
      for candidate in "${candidates[@]}"; do
        candidate=${candidate%%$'\t'*}
        # Within a quote that was opened, bash itself quotes.
        case $current in [\"\']*) ;; *) printf -v candidate %q "$candidate" ;; esac
        COMPREPLY+=("$candidate")
      done ;;
  esac
}
complete -F _cotejo cotejo
