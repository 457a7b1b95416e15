package io.github.devicebatch.testkit;

/**
 * What became of a request at a desk.
 *
 * @param reply what it is answered with
 * @param faulted whether it ran into one of the faults that were given for a share of all questions
 */
record Handled(Reply reply, boolean faulted) {

    static Handled with(Reply reply) {
        return new Handled(reply, false);
    }
}
