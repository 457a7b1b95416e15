package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.support.Client;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TlsTest {

    @Test
    void isTrustedByAClientThatTrustsTheAuthority() throws Exception {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start(Tls.VALID);
                Client client = client(partnerCenter)) {
            partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
            assertThat(client.requestStatus(Batches.REFERENCE).body().getBytes())
                    .isEqualTo(Batches.documentedExampleJson());
            HttpResponse<String> second = client.requestStatus(Batches.REFERENCE);
            assertThat(second.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(partnerCenter.connections().accepted()).isEqualTo(1);
            assertThat(partnerCenter.baseUrl()).hasScheme("https").hasHost("127.0.0.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, NotAfter",
        "NOT_YET_VALID, NotBefore",
        "WRONG_HOST, 127.0.0.1",
        "UNKNOWN_ISSUER, unable to find valid certification path"
    })
    void isRejectedForTheExpectedReason(Tls tls, String reason) throws Exception {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start(tls);
                Client client = client(partnerCenter)) {
            assertThatThrownBy(() -> client.requestStatus(Batches.REFERENCE))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining(reason);
            assertThat(partnerCenter.requests()).isEmpty();
            assertThat(partnerCenter.connections().awaitOpen(0, Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Tls.class)
    void isRejectedByAClientWithTheDefaultTrustStore(Tls tls) {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start(tls);
                Client client = Client.of(partnerCenter)) {
            assertThatThrownBy(() -> client.requestStatus(Batches.REFERENCE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void truncatesResetsDripsAndStallsOverTls() throws Exception {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start(Tls.VALID);
                Client client = client(partnerCenter)) {
            // A script for each, because the JDK's client repeats a request whose connection was reset before any
            // response.
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.describing(Batches.finished()).truncatedAfter(10));
            assertThatThrownBy(() -> client.requestStatus(Batches.REFERENCE)).isInstanceOf(IOException.class);
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.documentedExample().resetAfter(10));
            assertThatThrownBy(() -> client.requestStatus(Batches.REFERENCE)).isInstanceOf(IOException.class);
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.describing(Batches.finished()).dripping(200, Duration.ofMillis(1)));
            assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(200);
            long before = partnerCenter.requestCount();
            partnerCenter.script(Batches.REFERENCE).then(Reply.silence());
            client.http()
                    .sendAsync(
                            client.request(Client.path(Batches.REFERENCE), Client.headers())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(partnerCenter.awaitRequests(before + 1, Duration.ofSeconds(30)))
                    .isTrue();
            client.http().shutdownNow();
            assertThat(partnerCenter.connections().awaitOpen(0, Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    @Test
    void hasNoAuthorityWithoutTls() {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start()) {
            assertThatThrownBy(partnerCenter::trust).isInstanceOf(NoSuchElementException.class);
        }
    }

    private static Client client(FakePartnerCenter partnerCenter) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(partnerCenter.trust())
                .build();
        return new Client(partnerCenter, http);
    }
}
