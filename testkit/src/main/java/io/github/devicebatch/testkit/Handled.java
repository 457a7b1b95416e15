package io.github.devicebatch.testkit;

/**
 * What became of a request at a desk.
 *
 * @param reply what it is answered with
 * @param faulted whether it ran into one of the faults that were given for a share of all questions
 * @param planned whether anyone had told the fake of what it asks for
 */
record Handled(Reply reply, boolean faulted, boolean planned) {

    static Handled with(Reply reply) {
        return new Handled(reply, false, true);
    }

    static Handled faulted(Reply reply) {
        return new Handled(reply, true, true);
    }

    static Handled unplanned(Reply reply) {
        return new Handled(reply, false, false);
    }
}
