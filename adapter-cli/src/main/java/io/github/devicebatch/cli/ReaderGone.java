package io.github.devicebatch.cli;

/** Nobody reads standard output any more: the moment to end without a word. */
final class ReaderGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReaderGone() {
        super("standard output is closed");
    }
}
