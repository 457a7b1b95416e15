package io.github.devicebatch.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.http.support.NginxServer;
import io.github.devicebatch.http.support.PathMeasurement;
import io.github.devicebatch.http.support.PathMeasurement.Callee;
import io.github.devicebatch.http.support.TestCertificate;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;

/**
 * A program: what a query costs, of a bare loop over the JDK's client with its default executor in the same JVM. nginx answers
 * in a process of its own. {@code docs/performance.md} says how to run it, and what the figures mean.
 */
final class HotPath {

    private static final String TOKEN = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9." + "abcDEF0123456789-_".repeat(60);

    private static final int MIN_CALLS = 10;

    private static final List<Row> ROWS = List.of(
            new Row(Protocol.CLEAR_TEXT, 1, 1),
            new Row(Protocol.CLEAR_TEXT, 1, 8),
            new Row(Protocol.CLEAR_TEXT, 1, 64),
            new Row(Protocol.CLEAR_TEXT, 1, 256),
            new Row(Protocol.CLEAR_TEXT, 1_000, 1),
            new Row(Protocol.CLEAR_TEXT, 1_000, 8),
            new Row(Protocol.CLEAR_TEXT, 10_000, 1),
            new Row(Protocol.TLS_AND_HTTP_2, 1, 8),
            new Row(Protocol.TLS_AND_HTTP_2, 1, 64),
            new Row(Protocol.TLS_AND_HTTP_2, 1, 256),
            new Row(Protocol.TLS_AND_HTTP_2, 1_000, 8));

    private final TestCertificate certificate = TestCertificate.forHosts("127.0.0.1");
    private final Path folder;
    private final int calls;
    private final int rounds;

    private HotPath(Path folder, int calls, int rounds) {
        this.folder = folder;
        this.calls = calls;
        this.rounds = rounds;
    }

    /** A row of the table. */
    private record Row(Protocol protocol, int devices, int concurrency) {

        String name() {
            return protocol.text + ", " + devices + ", " + concurrency;
        }
    }

    private enum Protocol {
        CLEAR_TEXT("clear text"),
        TLS_AND_HTTP_2("TLS, HTTP/2");

        private final String text;

        Protocol(String text) {
            this.text = text;
        }
    }

    /**
     * Takes the number of calls in a round with one device, 12,000 by default, the number of rounds, 7, and how the names of the
     * rows begin, such as {@code TLS}. Three rounds before them warm up: with fewer calls, the compiler still works in the first ones
     * that count.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        String beginning = arguments.length > 2 ? arguments[2] : "";
        Path folder = Files.createTempDirectory("hot-path");
        System.out.println("protocol, devices, concurrency: calls/s, CPU a call, bytes a call, of the bare loop");
        for (Row row : ROWS) {
            if (row.name().startsWith(beginning)) {
                new HotPath(folder, calls, rounds).print(row);
            }
        }
        DecodingCost.print();
    }

    private void print(Row row) throws IOException, InterruptedException {
        Path body = folder.resolve(row.devices() + ".json");
        Files.write(body, DecodingCost.answer(row.devices()));
        try (NginxServer server = NginxServer.start(config(row.protocol(), new NginxServer.Source.JsonFile(body)));
                HttpClient client = client(row.protocol());
                PartnerCenter partnerCenter = partnerCenter(server.uri(), row.protocol())) {
            int ofRound = Math.max(MIN_CALLS * row.concurrency(), calls / (1 + row.devices() / 500));
            System.out.printf(
                    "%s: %s%n",
                    row.name(),
                    new PathMeasurement(ofRound, row.concurrency(), rounds)
                            .compare(bare(client, server.uri(), row.protocol()), ours(partnerCenter)));
        }
    }

    private NginxServer.Config config(Protocol protocol, NginxServer.Source source) {
        NginxServer.Config config = switch (protocol) {
            case CLEAR_TEXT -> NginxServer.Config.clearText(source);
            case TLS_AND_HTTP_2 -> NginxServer.Config.http2(certificate, source).withMaxConcurrentStreams(1_000);
        };
        return config.withKeepAliveRequests(1_000_000);
    }

    private HttpClient client(Protocol protocol) {
        return trusting(protocol)
                .map(trust -> HttpClient.newBuilder().sslContext(trust))
                .orElseGet(HttpClient::newBuilder)
                .build();
    }

    private Optional<SSLContext> trusting(Protocol protocol) {
        return switch (protocol) {
            case CLEAR_TEXT -> Optional.empty();
            case TLS_AND_HTTP_2 -> Optional.of(certificate.trusting());
        };
    }

    private PartnerCenter partnerCenter(URI url, Protocol protocol) throws IOException {
        PartnerCenterBuilder builder = PartnerCenter.at(url)
                .tokens(AccessTokenSource.fixed(AccessToken.of(TOKEN)))
                .rateLimit(RateLimitSettings.NONE);
        return switch (protocol) {
            case CLEAR_TEXT -> builder.build();
            case TLS_AND_HTTP_2 ->
                builder.trust(TrustSettings.system()
                                .withAuthoritiesIn(
                                        Files.writeString(folder.resolve("certificate.pem"), certificate.pem())))
                        .build();
        };
    }

    /** The same request in each call, with the headers of ours. */
    private static Callee bare(HttpClient client, URI url, Protocol protocol) {
        HttpRequest request = HttpRequest.newBuilder(
                        url.resolve("/v1/customers/" + Batches.CUSTOMER + "/batchJobStatus/" + Batches.TRACKING))
                .version(
                        switch (protocol) {
                            case CLEAR_TEXT -> Version.HTTP_1_1;
                            case TLS_AND_HTTP_2 -> Version.HTTP_2;
                        })
                .headers("Authorization", "Bearer " + TOKEN, "Accept", "application/json", "User-Agent", "devicebatch")
                .headers("MS-Contract-Version", "v1", "X-Locale", "en-US")
                .headers("MS-RequestId", "" + UUID.randomUUID(), "MS-CorrelationId", "" + UUID.randomUUID())
                .build();
        return () -> {
            if (client.send(request, BodyHandlers.ofByteArray()).statusCode() != 200) {
                throw new IllegalStateException("another status than 200");
            }
        };
    }

    private static Callee ours(PartnerCenter partnerCenter) {
        return () -> {
            BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);
            if (!(answer instanceof BatchStatusAnswer.Found)) {
                throw new IllegalStateException("another answer than Found: " + answer);
            }
        };
    }
}
