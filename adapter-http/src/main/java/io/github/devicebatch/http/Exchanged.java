package io.github.devicebatch.http;

import io.github.devicebatch.application.UnavailabilityCause;
import java.net.http.HttpResponse;

/** What became of one HTTP exchange. */
sealed interface Exchanged {

    /** A response came. It is whole, except that the body of an error may have been cut. */
    record Answered(HttpResponse<byte[]> response) implements Exchanged {}

    /** An answer came whose body is longer than any answer can be. */
    record TooLong() implements Exchanged {}

    /** No response came, or not all of it. */
    record Failed(UnavailabilityCause cause, String detail) implements Exchanged {}
}
