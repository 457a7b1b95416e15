package io.github.devicebatch.cli;

/** A shell that the completion script is for. */
enum CompletionShell {
    BASH,
    ZSH;

    /** Gives what comes before the script that both understand. */
    String preamble() {
        return switch (this) {
            case BASH -> "";
            case ZSH -> "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";
        };
    }

    /** Gives the word as it is typed. */
    @Override
    public String toString() {
        return Typed.word(this);
    }
}
