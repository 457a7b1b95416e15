package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonReader;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.junit.Lenient;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.RawClient;
import io.github.devicebatch.testkit.support.Submitter;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record AdminHandlerTest(FakePartnerCenter partnerCenter, ManualTime time, Client client) {

    private static final String LOADED = """
            {"batches": [{"customer": "%s", "tracking": "%s", "replies": [{"example": "finished"}]}]}\
            """.formatted(Batches.CUSTOMER, Batches.TRACKING);

    @Test
    void listsTheRequestsWithoutItsOwn() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Reply.silence());
        client.requestStatus(Batches.REFERENCE);
        time.advance(Duration.ofSeconds(5));
        try (RawClient raw = RawClient.of(partnerCenter)) {
            raw.requestStatus(Batches.REFERENCE).closeOutputAndReadAll();
        }
        String listed = control("GET", "/__fake/requests", "", "Host: localhost");
        assertThat(body(listed))
                .startsWith("{\"requests\":[{\"when\":\"2026-01-05T09:00:00Z\",\"method\":\"GET\",\"path\":\""
                        + Client.path(Batches.REFERENCE) + "\",\"headers\":{\"Accept\":[\"application/json\"],"
                        + "\"Authorization\":[\"REDACTED\"],")
                .contains("\"connection\":1,\"status\":200,\"faulted\":false},{\"when\":\"2026-01-05T09:00:05Z\"")
                .endsWith("\"connection\":2,\"status\":null,\"faulted\":false}]}")
                .doesNotContain(Client.TOKEN);
        assertThat(body(control("GET", "/__FAKE/Requests", "", "Host: localhost")))
                .isEqualTo(body(listed));
    }

    @Test
    @Lenient
    void resetsEverything() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        new Submitter(client).submit("one", Submitter.device("SN-1"));
        partnerCenter.control().faults(1, 0, Reply.status(500));
        partnerCenter.connections().resetNext(0);
        client.requestStatus(Batches.REFERENCE);
        assertThat(partnerCenter.requestCount()).isEqualTo(2);

        assertThat(control("POST", "/__fake/reset", "", "Host: 127.0.0.1:1")).startsWith("HTTP/1.1 204 No Content");

        assertThat(partnerCenter.requests()).isEmpty();
        assertThat(partnerCenter.requestCount()).isZero();
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(404);
        assertThat(new Submitter(client).get(Submitter.path()).body()).contains("\"code\":\"60003\"");
        assertThat(new Submitter(client).submit("one", Submitter.device("SN-1")))
                .as("tracking ids are not reused")
                .endsWith("2");
    }

    @Test
    @Lenient
    void cancelsPendingConnectionResets() throws Exception {
        partnerCenter.connections().resetNext(5);
        partnerCenter.control().reset();
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(404);
    }

    @Test
    @Lenient
    void resetsTheTokenEndpoint() throws Exception {
        partnerCenter.tokens().access().validated();
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(401);
        partnerCenter.control().reset();
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(404);
    }

    @Test
    void loadsAScenarioOrReportsItsError() throws Exception {
        assertThat(control("POST", "/__fake/load", LOADED, "Host: [::1]:80")).startsWith("HTTP/1.1 204 ");
        assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"status\":\"finished\"");
        String refused = control("POST", "/__fake/load", LOADED.replace("finished", "done"), "Host: localhost:80");
        assertThat(refused).startsWith("HTTP/1.1 400 ");
        assertThat(body(refused)).contains("\"description\":\"line 1, column 143: here is \\\"done\\\"; give one of ");
    }

    @Test
    void returnsTheSchema() throws Exception {
        String schema = control("GET", "/__fake/schema", "", "Host: localhost");
        assertThat(schema).contains("Content-Type: application/schema+json");
        assertThat(JsonReader.parse(body(schema)).members("a schema")).containsKeys("$schema", "$id", "$defs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: attacker.example",
                "Host: 127.0.0.1.attacker.example",
                "Host: localhost\r\nHost: localhost",
                "Host: localhost\r\nOrigin: null",
                "Host: localhost\r\nOrigin: http://localhost",
                "Host: localhost\r\nSec-Fetch-Site: cross-site",
                "Host: localhost\r\nSec-Fetch-Site: same-site",
                "Host: localhost\r\nSec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site",
                "Host: localhost\r\nContent-Type: text/plain",
                "Host: localhost\r\nContent-Type: Text/Plain;charset=UTF-8",
                "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded",
                "Host: localhost\r\nContent-Type: multipart/form-data; boundary=x",
                "X-Host: localhost"
            })
    void rejectsRequestsFromWebPages(String headers) throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        for (String path : new String[] {"/__fake/reset", "/__fake/nothing"}) {
            assertThat(control("POST", path, "", headers)).startsWith("HTTP/1.1 403 Forbidden");
        }
        try (RawClient raw = RawClient.of(partnerCenter)) {
            assertThat(raw.requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nContent-Type: application/json",
                "Host: 127.0.0.1:8080\r\nContent-Type: application/json; charset=utf-8",
                "Host: [::1]\r\nSec-Fetch-Site: none",
                "Host: fake.localhost\r\nSec-Fetch-Site: same-origin"
            })
    void acceptsRequestsOfClientsAndOfTheAddressBar(String headers) throws IOException {
        assertThat(control("POST", "/__fake/load", LOADED, headers)).startsWith("HTTP/1.1 204 ");
    }

    /** A name of a foreign site may resolve to 127.0.0.1 (DNS rebinding). */
    @ParameterizedTest
    @CsvSource({
        "attacker.example, 403",
        "127.0.0.1.attacker.example, 403",
        "attackerlocalhost, 403",
        "api.partnercenter.microsoft.com.attacker.example, 403",
        "'localhost\r\nHost: localhost', 403",
        "localhost, 200",
        "LocalHost:8080, 200",
        "127.0.0.1:8080, 200",
        "127.1.2.3, 200",
        "[::1]:80, 200",
        "my.localhost, 200",
        "api.partnercenter.microsoft.com, 200",
        "login.microsoftonline.com:443, 200"
    })
    void aForeignHostIsRejectedEverywhere(String host, int status) throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        String headers = "Host: " + host + "\r\nAuthorization: Bearer any\r\nAccept: application/json\r\n"
                + "MS-RequestId: 3f1d2a5c-6b1e-4f0a-9c39-0c8a5f6d7e81\r\n"
                + "MS-CorrelationId: 3f1d2a5c-6b1e-4f0a-9c39-0c8a5f6d7e82\r\nMS-Contract-Version: v1";

        assertThat(control("GET", Client.path(Batches.REFERENCE), "", headers)).startsWith("HTTP/1.1 " + status);
        assertThat(control("GET", "/", "", headers)).startsWith("HTTP/1.1 " + status);
        assertThat(partnerCenter.requestCount()).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void aRequestWithoutAHostIsNoneOfABrowser() throws IOException {
        assertThat(control("GET", "/", "", "X: y")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @Lenient
    @CsvSource({
        "GET, /__fake, 404, GET /__fake/requests",
        "GET, /__fake/journal, 404, 'Available: GET /__fake/requests, POST /__fake/reset, POST /__fake/load'",
        "POST, /__fake/requests, 405, The method is not allowed; use GET.",
        "GET, /__fake/reset, 405, The method is not allowed; use POST.",
        "GET, /__faker, 404, There is nothing at this path.",
    })
    void listsTheEndpointsForAnUnknownPath(String method, String path, int status, String hint) throws IOException {
        assertThat(control(method, path, "", "Host: localhost"))
                .startsWith("HTTP/1.1 " + status)
                .contains(hint);
    }

    private String control(String method, String path, String body, String headers) throws IOException {
        try (RawClient raw = RawClient.of(partnerCenter)) {
            return raw.send(method + " " + path + " HTTP/1.1\r\n" + headers + "\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body)
                    .closeOutputAndReadAll();
        }
    }

    private static String body(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }
}
