package io.github.devicebatch.testkit.junit;

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

class FakePartnerCenterExtensionTest {

    @BeforeEach
    void clearFakes() {
        ExtensionSubjects.FAKES.clear();
    }

    @AfterEach
    void closesEveryFake() {
        assertThat(ExtensionSubjects.FAKES)
                .isNotEmpty()
                .allSatisfy(fake -> assertThatThrownBy(() -> new Socket(
                                InetAddress.getLoopbackAddress(), fake.baseUrl().getPort()))
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void startsAFakeForEachTest() {
        assertThat(outcomes(ExtensionSubjects.UsesParameters.class))
                .containsExactly(
                        "receivesTheSameFake SUCCESSFUL",
                        "receivesTheSameFake SUCCESSFUL",
                        "receivesTheSameFake SUCCESSFUL");
        assertThat(ExtensionSubjects.FAKES).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void sharesTheFakeOfAStaticField() {
        assertThat(outcomes(ExtensionSubjects.UsesAStaticField.class))
                .containsExactlyInAnyOrder(
                        "receivesAResetFake SUCCESSFUL",
                        "receivesAResetFake SUCCESSFUL",
                        "receivesAResetFake SUCCESSFUL",
                        "startsWithoutPlansOfOtherTests FAILED",
                        "receivesTheSharedFake SUCCESSFUL");
        assertThat(ExtensionSubjects.FAKES.stream().distinct()).hasSize(1);
    }

    @Test
    void sharesTheFakeOfBeforeAll() {
        assertThat(outcomes(ExtensionSubjects.UsesBeforeAll.class))
                .containsExactly("receivesTheSharedFake SUCCESSFUL", "receivesTheSharedFake SUCCESSFUL");
        assertThat(ExtensionSubjects.FAKES.stream().distinct()).hasSize(1);
    }

    @Test
    void closesTheFakeOfATestWhoseConstructorFails() {
        assertThat(outcomes(ExtensionSubjects.FailsInItsConstructor.class)).containsExactly("isNeverRun FAILED");
    }

    @Test
    void startsTheFakeAsConfigured() {
        JUnitRun run = JUnitRun.of(ExtensionSubjects.UsesAConfiguredField.class);
        assertThat(run.outcomes())
                .containsExactlyInAnyOrder("receivesTheFakeFromParameterAndField SUCCESSFUL", "hasNoManualTime FAILED");
        assertThat(run.failure("hasNoManualTime"))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessage(
                        "the fake has no ManualTime, because the extension was created with time(SystemInstantSource)");
    }

    @Test
    void failsATestWithAnUnplannedRequest() {
        JUnitRun run = JUnitRun.of(ExtensionSubjects.SendsAnUnplannedRequest.class);
        assertThat(run.failure("passesOtherwise"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        %s was not used as planned:
                          GET /v1/customers/%s/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378939 was not planned; nearest: \
                        /v1/customers/%2$s/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378932, \
                        which differs in the tracking id at character 36: '9' instead of '2'
                        Plan replies with script(…) or timeline(…), or make the extension lenient() or the test @Lenient.""", ExtensionSubjects.FAKES.getFirst(), Batches.CUSTOMER);
    }

    @Test
    void addsUnplannedRequestsToAnotherFailure() {
        assertThat(JUnitRun.of(ExtensionSubjects.SendsAnUnplannedRequest.class).failure("failsOtherwise"))
                .hasMessageContaining("NotFound")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("was not planned; no reply was planned"));
    }

    @Test
    void ignoresUnplannedRequestsIfLenient() {
        assertThat(outcomes(ExtensionSubjects.IsLenient.class)).containsExactly("sendsAnUnplannedRequest SUCCESSFUL");
    }

    @Test
    void checksNothingOfALenientTest() {
        assertThat(outcomes(ExtensionSubjects.HasLenientMethods.class))
                .containsExactlyInAnyOrder(
                        "isLenient SUCCESSFUL",
                        "isStrict FAILED",
                        "isLenientToo SUCCESSFUL",
                        "isLenientToo SUCCESSFUL");
    }

    @Test
    void failsATestWithUnusedRepliesIfStrict() {
        JUnitRun run = JUnitRun.of(ExtensionSubjects.IsStrict.class);
        assertThat(run.outcomes())
                .containsExactlyInAnyOrder(
                        "usesEveryReply SUCCESSFUL", "leavesRepliesOfAScript FAILED", "leavesATimeline FAILED");
        assertThat(run.failure("leavesRepliesOfAScript"))
                .hasMessageContaining(
                        "unused replies for " + Batches.REFERENCE + ": [503 with 0 bytes, 200 with 0 bytes]");
        assertThat(run.failure("leavesATimeline"))
                .hasMessageContaining("unused replies for " + Batches.REFERENCE + ": [200 with 0 bytes]");
    }

    private static List<String> outcomes(Class<?> tests) {
        return JUnitRun.of(tests).outcomes();
    }
}
