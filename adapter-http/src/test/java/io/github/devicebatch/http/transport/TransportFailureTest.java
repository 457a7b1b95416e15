package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransportFailureTest {

    static final Error[] ERRORS = {
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError(),
        new InternalError("a bug"),
        new AssertionError()
    };

    @ParameterizedTest
    @FieldSource("ERRORS")
    void anErrorIsNeverToldAsAFailureOfTheNetwork(Error error) {
        Stream.of(error, new IOException(error), new CompletionException(new IOException(new IOException(error))))
                .forEach(failure -> assertThatThrownBy(() -> TransportFailure.of(failure, false))
                        .isSameAs(error));
    }

    @Test
    void aSocketThatCouldNotBeCreatedIsALimitOfThisProcess() {
        Throwable failure = new IOException(new InternalError(new SocketException("Zu viele offene Dateien")));

        assertThat(TransportFailure.of(failure, false).kind()).isEqualTo(TransportFailure.Kind.LOCAL_LIMIT);
    }

    @Test
    void aThreadThatCouldNotBeStartedIsALimitOfThisProcess() {
        OutOfMemoryError noThread = new OutOfMemoryError("Kein Thread mehr");
        noThread.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("java.lang.Thread", "start0", "Thread.java", -2)});

        assertThat(Stream.of(noThread, new IOException(noThread), new RejectedExecutionException()))
                .extracting(failure -> TransportFailure.of(failure, false).kind())
                .containsOnly(TransportFailure.Kind.LOCAL_LIMIT);
    }

    /** The JVM option {@code -ea} enables the assertions of the JDK's client too. */
    @Test
    void anAssertionOfTheHttpClientIsAMalformedResponse() {
        AssertionError assertion = new AssertionError();
        assertion.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("jdk.internal.net.http.ResponseContent$ChunkedBodyParser", "tryConsumeBytes", null, 1)
        });

        assertThat(TransportFailure.of(new IOException(assertion), true).kind())
                .isEqualTo(TransportFailure.Kind.ENDED_WITHIN_ANSWER);
        assertThat(TransportFailure.of(assertion, false).kind()).isEqualTo(TransportFailure.Kind.PROTOCOL);
    }

    static Stream<Throwable> endings() {
        return Stream.of(
                new IOException("any text"),
                new IOException("too many concurrent streams"),
                new IOException(new SocketException("Connection reset")),
                new EOFException());
    }

    @ParameterizedTest
    @MethodSource("endings")
    void theTextOfAMessageIsNotRead(Throwable failure) {
        assertThat(TransportFailure.of(failure, false).kind()).isEqualTo(TransportFailure.Kind.ENDED_BEFORE_ANSWER);
        assertThat(TransportFailure.of(failure, true).kind()).isEqualTo(TransportFailure.Kind.ENDED_WITHIN_ANSWER);
    }
}
