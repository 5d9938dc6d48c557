# fish completion for cotejo: the program itself says what may come next.
function __cotejo_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l candidates (command $words[1] complete -- $words[2..] 2>/dev/null)
    switch "$candidates[1]"
        case :file
            __fish_complete_path (commandline -ct)
        case :folder
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\n' $candidates
    end
end
complete -c cotejo -f -a '(__cotejo_complete)'
