package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenWaitingQueryTest {

    private static final BatchStatusAnswer FOUND = Answers.found(Batches.queued());
    private static final BatchStatusAnswer REJECTED = Answers.refused(RefusalReason.UNAUTHENTICATED);

    @Test
    void aRefusalOfTheFirstTokenStaysARefusal() throws InterruptedException {
        assertThat(answers(REJECTED, REJECTED)).containsExactly(REJECTED, REJECTED);
    }

    @ParameterizedTest
    @MethodSource("answersWithAnAcceptedToken")
    void anExpiredTokenMayBeRenewed(BatchStatusAnswer accepted) throws InterruptedException {
        List<BatchStatusAnswer> answers = answers(accepted, refused(Party.CLIENT, Fault.UNEXPLAINED), FOUND);

        assertThat(answers.get(1)).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.party()).isEqualTo(Party.CLIENT);
            assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.FAILING);
            assertThat(unavailable.detail()).isEqualTo("the access token has expired and there is no new one yet");
        });
        assertThat(answers.getLast()).isEqualTo(FOUND);
    }

    static Stream<BatchStatusAnswer> answersWithAnAcceptedToken() {
        return Stream.of(FOUND, Answers.notFound(), Answers.refused(RefusalReason.FORBIDDEN));
    }

    @ParameterizedTest
    @EnumSource(UnavailabilityCause.class)
    void aFailureDoesNotShowThatATokenIsAccepted(UnavailabilityCause cause) throws InterruptedException {
        BatchStatusAnswer withoutToken = refused(Party.CLIENT, Fault.UNEXPLAINED);

        assertThat(answers(Answers.unavailable(cause), withoutToken).getLast()).isEqualTo(withoutToken);
    }

    @Test
    void namesWhyThereIsNoNewToken() throws InterruptedException {
        BatchStatusAnswer withoutNewToken = refused(Party.CLIENT, Fault.of("no_new_token", "the file is missing"));

        assertThat(answers(FOUND, withoutNewToken).getLast())
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.detail())
                                .isEqualTo(
                                        "the access token has expired and there is no new one yet: the file is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY_PLATFORM, UNAUTHENTICATED",
        "PROXY, UNAUTHENTICATED",
        "PARTNER_CENTER, FORBIDDEN",
        "PARTNER_CENTER, UNAUTHENTICATED"
    })
    void anyOtherRefusalStays(Party party, RefusalReason reason) throws InterruptedException {
        BatchStatusAnswer refused = new Refused(reason, party, Fault.UNEXPLAINED, Answers.TRACE);

        assertThat(answers(FOUND, refused).getLast()).isEqualTo(refused);
    }

    private static Refused refused(Party party, Fault fault) {
        return new Refused(RefusalReason.UNAUTHENTICATED, party, fault, Answers.TRACE);
    }

    private static List<BatchStatusAnswer> answers(BatchStatusAnswer... given) throws InterruptedException {
        Queue<BatchStatusAnswer> left = new ArrayDeque<>(List.of(given));
        TokenWaitingQuery query = new TokenWaitingQuery(batch -> left.remove());
        List<BatchStatusAnswer> answers = new ArrayList<>();
        while (!left.isEmpty()) {
            answers.add(query.ask(Batches.REFERENCE));
        }
        return answers;
    }
}
