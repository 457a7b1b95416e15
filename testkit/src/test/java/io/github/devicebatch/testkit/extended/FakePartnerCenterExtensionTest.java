package io.github.devicebatch.testkit.extended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.support.JUnitRun;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The extension as JUnit runs it, in the classes of tests that lie beside this one. */
class FakePartnerCenterExtensionTest {

    @BeforeEach
    void forgetFormerFakes() {
        Seen.FAKES.clear();
    }

    @AfterEach
    void everyFakeIsClosed() {
        assertThat(Seen.FAKES)
                .isNotEmpty()
                .allSatisfy(fake -> assertThatThrownBy(() -> new Socket(
                                InetAddress.getLoopbackAddress(), fake.baseUrl().getPort()))
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void givesEachTestOneOfItsOwnWhereverItIsTaken() {
        assertThat(outcomes(AsksEverywhere.class))
                .containsExactly("takesTheSame SUCCESSFUL", "takesTheSame SUCCESSFUL", "takesTheSame SUCCESSFUL");
        assertThat(Seen.FAKES).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void givesAllTestsTheOneOfAStaticField() {
        assertThat(outcomes(SharesOne.class))
                .containsExactlyInAnyOrder(
                        "findsItAsNew SUCCESSFUL",
                        "findsItAsNew SUCCESSFUL",
                        "findsItAsNew SUCCESSFUL",
                        "knowsNothingThatAnotherTestPlanned FAILED",
                        "hasTheSame SUCCESSFUL");
        assertThat(Seen.FAKES.stream().distinct()).hasSize(1);
    }

    @Test
    void givesAllTestsTheOneThatBeforeAllTook() {
        assertThat(outcomes(SharesTheOneOfBeforeAll.class))
                .containsExactly("hasTheSame SUCCESSFUL", "hasTheSame SUCCESSFUL");
        assertThat(Seen.FAKES.stream().distinct()).hasSize(1);
    }

    @Test
    void closesTheOneOfATestThatCannotBeMade() {
        assertThat(outcomes(CannotBeMade.class)).containsExactly("isNeverReached FAILED");
    }

    @Test
    void startsItAsItIsTold() {
        JUnitRun run = JUnitRun.of(Configured.class);
        assertThat(run.outcomes())
                .containsExactlyInAnyOrder(
                        "takesTheFakeEitherWay SUCCESSFUL", "cannotTakeATimeThatDoesNotStandStill FAILED");
        assertThat(run.failure("cannotTakeATimeThatDoesNotStandStill"))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessage(
                        "the fake runs on SystemInstantSource; it has a ManualTime unless it is told another clock");
    }

    @Test
    void failsATestThatAskedWhatNobodyPlanned() {
        JUnitRun run = JUnitRun.of(AsksWhatNobodyPlanned.class);
        assertThat(run.failure("likesTheAnswer"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        %s was not used as planned:
                          GET /v1/customers/%s/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378939 was not planned; nearest: \
                        /v1/customers/%2$s/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378932, \
                        which differs in the tracking id at character 36: '9' instead of '2'
                        Plan it with script(…) or timeline(…), or make the extension lenient().""", Seen.FAKES.getFirst(), Batches.CUSTOMER);
    }

    @Test
    void addsThatToWhatElseATestFailsAt() {
        assertThat(JUnitRun.of(AsksWhatNobodyPlanned.class).failure("dislikesTheAnswer"))
                .hasMessageContaining("NotFound")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("was not planned; nothing was planned at all"));
    }

    @Test
    void failsNoTestWhereItIsLenient() {
        assertThat(outcomes(Lenient.class)).containsExactly("asksWhatNobodyPlanned SUCCESSFUL");
    }

    @Test
    void failsATestWherePlannedRepliesAreLeftAndItIsStrict() {
        JUnitRun run = JUnitRun.of(Strict.class);
        assertThat(run.outcomes())
                .containsExactlyInAnyOrder(
                        "asksForEverything SUCCESSFUL", "leavesTheEndOfAScript FAILED", "leavesATimeline FAILED");
        assertThat(run.failure("leavesTheEndOfAScript"))
                .hasMessageContaining("nobody asked for what was planned next about " + Batches.REFERENCE
                        + ": [503 with 0 bytes, 200 with 0 bytes]");
        assertThat(run.failure("leavesATimeline"))
                .hasMessageContaining("planned next about " + Batches.REFERENCE + ": [200 with 0 bytes]");
    }

    private static List<String> outcomes(Class<?> tests) {
        return JUnitRun.of(tests).outcomes();
    }
}
