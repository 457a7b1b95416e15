package io.github.devicebatch.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import io.github.devicebatch.testkit.support.PlainQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Test classes that use the extension, run by {@link FakePartnerCenterExtensionTest} in a launcher of its own. */
final class ExtensionSubjects {

    /** The fakes that the test classes received, in order. */
    static final List<FakePartnerCenter> FAKES = new CopyOnWriteArrayList<>();

    private ExtensionSubjects() {}

    /** Records the fake, and requests the status of a batch from it. */
    private static BatchStatusAnswer ask(FakePartnerCenter partnerCenter, BatchReference batch)
            throws InterruptedException {
        FAKES.add(partnerCenter);
        try (PlainQuery query = new PlainQuery(partnerCenter.baseUrl(), "made-up")) {
            return query.ask(batch);
        }
    }

    @ExtendWith(FakePartnerCenterExtension.class)
    static class UsesParameters {

        private final FakePartnerCenter constructed;

        UsesParameters(FakePartnerCenter constructed) {
            this.constructed = constructed;
        }

        @BeforeEach
        void setUp(FakePartnerCenter partnerCenter, ManualTime time) {
            assertThat(partnerCenter).isSameAs(constructed);
            assertThat(partnerCenter.requests()).isEmpty();
            assertThat(time.instant()).isEqualTo(ManualTime.DEFAULT_START);
            partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
            time.advance(Duration.ofSeconds(1));
        }

        @RepeatedTest(3)
        void receivesTheSameFake(FakePartnerCenter partnerCenter, ManualTime time) throws InterruptedException {
            assertThat(partnerCenter).isSameAs(constructed);
            assertThat(ask(partnerCenter, Batches.REFERENCE)).isInstanceOf(Found.class);
            assertThat(partnerCenter.requests().getFirst().when()).isEqualTo(time.instant());
        }

        @AfterEach
        void verify(FakePartnerCenter partnerCenter) {
            assertThat(partnerCenter.requests()).hasSize(1);
        }
    }

    /** Ordered by name: the test without a plan runs after the tests with plans. */
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class UsesAStaticField {

        @RegisterExtension
        static final FakePartnerCenterExtension FAKE = new FakePartnerCenterExtension();

        private static FakePartnerCenter first;

        @BeforeAll
        static void isRunning() {
            first = FAKE.partnerCenter();
        }

        @RepeatedTest(3)
        void receivesAResetFake(FakePartnerCenter partnerCenter) throws InterruptedException {
            assertThat(partnerCenter).isSameAs(first).isSameAs(FAKE.partnerCenter());
            assertThat(partnerCenter.requestCount()).isZero();
            assertThat(partnerCenter.requests()).isEmpty();
            partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
            assertThat(ask(partnerCenter, Batches.REFERENCE)).isInstanceOf(Found.class);
        }

        @Test
        void startsWithoutPlansOfOtherTests(FakePartnerCenter partnerCenter) throws InterruptedException {
            ask(partnerCenter, Batches.REFERENCE);
        }

        @Nested
        class NestedTests {

            @Test
            void receivesTheSharedFake(FakePartnerCenter partnerCenter) {
                assertThat(partnerCenter).isSameAs(first);
                FAKES.add(partnerCenter);
            }
        }
    }

    @ExtendWith(FakePartnerCenterExtension.class)
    static class UsesBeforeAll {

        private static FakePartnerCenter first;

        @BeforeAll
        static void receive(FakePartnerCenter partnerCenter) {
            first = partnerCenter;
        }

        @RepeatedTest(2)
        void receivesTheSharedFake(FakePartnerCenter partnerCenter) {
            assertThat(partnerCenter).isSameAs(first);
            FAKES.add(partnerCenter);
        }
    }

    @ExtendWith(FakePartnerCenterExtension.class)
    static class FailsInItsConstructor {

        FailsInItsConstructor(FakePartnerCenter partnerCenter) {
            FAKES.add(partnerCenter);
            throw new IllegalArgumentException("planted");
        }

        @Test
        void isNeverRun() {
            throw new IllegalStateException("a test without an instance");
        }
    }

    static class UsesAConfiguredField {

        private static final FakePartnerCenterExtension ON_SYSTEM_CLOCK =
                new FakePartnerCenterExtension().time(InstantSource.system());

        @RegisterExtension
        final FakePartnerCenterExtension fake = ON_SYSTEM_CLOCK.tls(Tls.VALID).port(0);

        @BeforeEach
        void isRunning() {
            assertThat(fake.partnerCenter().baseUrl()).hasScheme("https");
        }

        @Test
        void receivesTheFakeFromParameterAndField(FakePartnerCenter partnerCenter) {
            assertThat(partnerCenter).isSameAs(fake.partnerCenter());
            FAKES.add(partnerCenter);
            assertThatIllegalStateException().isThrownBy(fake::time).withMessageContaining("SystemInstantSource");
            assertThatIllegalStateException()
                    .isThrownBy(ON_SYSTEM_CLOCK::partnerCenter)
                    .withMessageStartingWith("no fake is running");
        }

        @Test
        void hasNoManualTime(ManualTime time) {
            throw new IllegalStateException("unexpected: " + time);
        }
    }

    @ExtendWith(FakePartnerCenterExtension.class)
    static class SendsAnUnplannedRequest {

        private static final BatchReference SIMILAR =
                BatchReference.parse(Batches.CUSTOMER + "/0127ed8e-ff72-4983-a3d8-e8d8bd378939");

        @Test
        void passesOtherwise(FakePartnerCenter partnerCenter) throws InterruptedException {
            partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
            partnerCenter.script(Batches.numbered(1)).then(Batches.finished());
            assertThat(ask(partnerCenter, SIMILAR)).isInstanceOf(NotFound.class);
        }

        @Test
        void failsOtherwise(FakePartnerCenter partnerCenter) throws InterruptedException {
            assertThat(ask(partnerCenter, SIMILAR)).isNull();
        }
    }

    static class IsLenient {

        @RegisterExtension
        final FakePartnerCenterExtension fake = new FakePartnerCenterExtension().lenient();

        @Test
        void sendsAnUnplannedRequest() throws InterruptedException {
            assertThat(ask(fake.partnerCenter(), Batches.REFERENCE)).isInstanceOf(NotFound.class);
        }
    }

    /** Strict, except for the tests with the annotation and those nested in a class with it. */
    static class HasLenientMethods {

        @RegisterExtension
        final FakePartnerCenterExtension fake = new FakePartnerCenterExtension().strict();

        @Test
        @Lenient
        void isLenient(FakePartnerCenter partnerCenter) throws InterruptedException {
            partnerCenter.timeline(Batches.anotherBatch()).from(Duration.ZERO, Batches.queued());
            ask(partnerCenter, Batches.REFERENCE);
        }

        @Test
        void isStrict(FakePartnerCenter partnerCenter) throws InterruptedException {
            ask(partnerCenter, Batches.REFERENCE);
        }

        @Nested
        @Lenient
        class NestedLenient {

            @RepeatedTest(2)
            void isLenientToo(FakePartnerCenter partnerCenter) throws InterruptedException {
                ask(partnerCenter, Batches.REFERENCE);
            }
        }
    }

    static class IsStrict {

        @RegisterExtension
        final FakePartnerCenterExtension fake = new FakePartnerCenterExtension().strict();

        @Test
        void usesEveryReply(FakePartnerCenter partnerCenter) throws InterruptedException {
            partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
            partnerCenter
                    .timeline(Batches.anotherBatch())
                    .from(Duration.ZERO, Batches.queued())
                    .from(Duration.ofHours(1), Batches.finished());
            ask(partnerCenter, Batches.REFERENCE);
            ask(partnerCenter, Batches.anotherBatch());
        }

        @Test
        void leavesRepliesOfAScript(FakePartnerCenter partnerCenter) throws InterruptedException {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Batches.queued())
                    .then(Reply.empty(503))
                    .then(Reply.empty(200));
            ask(partnerCenter, Batches.REFERENCE);
        }

        @Test
        void leavesATimeline(FakePartnerCenter partnerCenter) {
            partnerCenter.timeline(Batches.REFERENCE).from(Duration.ZERO, Reply.empty(200));
        }
    }
}
