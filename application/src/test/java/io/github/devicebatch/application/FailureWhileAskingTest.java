package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.support.FailingWatch;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.support.Switchboard;
import io.github.devicebatch.application.support.Watching;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailureWhileAskingTest {

    private final FailingWatch failing = new FailingWatch();
    private final SteppedTime time = failing.time;
    private final Switchboard switchboard = failing.switchboard;

    @Test
    void ofTheQueryReachesTheCallerFromTheSameThread() {
        assertThatThrownBy(() -> new Watching().watch(batch -> FailingWatch.fail(), REGULAR))
                .isSameAs(FailingWatch.BUG);
    }

    @Test
    void ofTheQueryReachesTheCallerFromAnotherThreadAndEndsTheOtherQuestions() throws InterruptedException {
        assertThat(failing.failureOf(batch -> FailingWatch.fail())).isSameAs(FailingWatch.BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(time.nobodyPauses()).isTrue();
    }

    @Test
    void ofTheJvmReachesTheCallerToo() throws InterruptedException {
        Error error = new StackOverflowError("deep");

        assertThat(failing.failureOf(batch -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void ofAnUnexpectedKindReachesTheCallerAsItsCause() throws InterruptedException {
        IOException undeclared = new IOException("not declared");

        assertThat(failing.failureOf(batch -> {
                    throw FailureWhileAskingTest.<RuntimeException>undeclared(undeclared);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a query threw what it must not")
                .hasCause(undeclared);
    }

    @Test
    void toAnswerIsABug() throws InterruptedException {
        assertThatThrownBy(() -> new Watching().watch(batch -> null, REGULAR))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the query answered null");
        assertThat(failing.failureOf(batch -> null)).hasMessage("the query answered null");
    }

    @SuppressWarnings("unchecked") // it is none, and that is the point
    private static <E extends Exception> E undeclared(Exception exception) throws E {
        throw (E) exception;
    }
}
