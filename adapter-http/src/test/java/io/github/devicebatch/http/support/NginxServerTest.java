package io.github.devicebatch.http.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.support.NginxServer.Config;
import io.github.devicebatch.http.support.NginxServer.Source;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("peers")
class NginxServerTest {

    private static final Source JSON = new Source.Fixed(200, "{\"text\":\"it's\"}");
    private static TestCertificate certificate;

    @BeforeAll
    static void createCertificate() {
        certificate = TestCertificate.forHosts("127.0.0.1");
    }

    @Test
    void answersOverHttp2() throws Exception {
        try (NginxServer nginx = NginxServer.start(Config.http2(certificate, JSON));
                HttpClient client = client()) {
            HttpResponse<String> response = get(client, nginx.uri());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).isEqualTo("{\"text\":\"it's\"}");
        }
    }

    @Test
    void answersOverHttp1OnlyWhereHttp2IsNotOffered() throws Exception {
        try (NginxServer nginx = NginxServer.start(Config.http1(certificate, JSON));
                HttpClient client = client()) {
            assertThat(get(client, nginx.uri()).version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void answersInClearTextAndPassesOnWhatAnotherServerAnswers() throws Exception {
        try (NginxServer behind = NginxServer.start(Config.clearText(new Source.Fixed(503, "{}")));
                NginxServer nginx = NginxServer.start(Config.clearText(new Source.Upstream(behind.uri())));
                HttpClient client = client()) {
            HttpResponse<String> response = get(client, nginx.uri());
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().allValues("MS-ServerId")).hasSize(1);
        }
    }

    @Test
    void endsAConnectionAfterSoManyRequestsAndTellsWhichConnectionItWas() throws Exception {
        try (NginxServer nginx =
                        NginxServer.start(Config.http1(certificate, JSON).withKeepAliveRequests(2));
                HttpClient client = client()) {
            List<String> requests = IntStream.range(0, 4)
                    .mapToObj(any -> get(client, nginx.uri())
                            .headers()
                            .firstValue("MS-ServerId")
                            .orElseThrow())
                    .toList();
            assertThat(requests.stream().map(id -> id.replaceFirst(".*-", ""))).containsExactly("1", "2", "1", "2");
            assertThat(requests.stream().map(id -> id.replaceFirst("-.*", "")).distinct())
                    .hasSize(2);
        }
    }

    @Test
    void saysWhatIsWrongWithItsConfiguration() {
        Config wrong = Config.http2(certificate, JSON).withMaxConcurrentStreams(-1);
        assertThatThrownBy(() -> NginxServer.start(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("http2_max_concurrent_streams");
    }

    @Test
    void namesTheDebianPackageOfAMissingProgram() {
        assertThatThrownBy(() -> ServerProcess.program("no-such-server", "its-package"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'no-such-server' is not installed; install the Debian package 'its-package', or run"
                        + " .ci/install-test-servers");
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .join();
    }
}
