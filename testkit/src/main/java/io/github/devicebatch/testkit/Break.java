package io.github.devicebatch.testkit;

/** Sends the first {@code length} bytes of {@code whole}, counted from {@code origin}, and then comes {@code ending}. */
record Break(Response whole, Origin origin, int length, Ending ending) implements Reply {

    private static final Response NOTHING = new RawReply(new byte[0]);

    Break {
        length = Response.checked(length);
    }

    /** Tells whether so little is sent that not even the status can be read. */
    boolean cutsTheStatus() {
        return origin == Origin.RESPONSE && length < "HTTP/1.1 200".length();
    }

    static Break beforeAnswering(Ending ending) {
        return new Break(NOTHING, Origin.RESPONSE, 0, ending);
    }
}
