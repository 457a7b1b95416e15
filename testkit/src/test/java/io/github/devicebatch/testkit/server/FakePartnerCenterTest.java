package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record FakePartnerCenterTest(FakePartnerCenter partnerCenter, ManualTime time, Client client) {

    @Test
    void servesManyRequestsOverOneConnection() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Reply.fault(500, "0", "no"));
        for (int request = 0; request < 50; request++) {
            client.requestStatus(Batches.REFERENCE);
        }
        assertThat(partnerCenter.connections().accepted()).isEqualTo(1);
        assertThat(partnerCenter.requests())
                .hasSize(50)
                .allSatisfy(request -> assertThat(request.connection()).isEqualTo(1));
    }

    @Test
    void reportsATakenPort() {
        int taken = partnerCenter.baseUrl().getPort();
        assertThatThrownBy(() -> FakePartnerCenter.start(taken, InstantSource.system()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + taken);
    }

    @Test
    void acceptsNoConnectionAfterClose() {
        partnerCenter.close();
        partnerCenter.close();
        assertThatThrownBy(() -> client.requestStatus(Batches.REFERENCE)).isInstanceOf(IOException.class);
    }

    @Nested
    @Timeout(60)
    class RawSocketClient {

        private static final String CUSTOMER = "c7f3c849-129f-4b85-a96d-4f8e88b315a3";
        private static final String HEADERS = """
                Authorization: Bearer any\r
                Accept: application/json\r
                MS-RequestId: %s\r
                MS-CorrelationId: e3f26e6a-044f-4371-ad52-0d91ce4200be\r
                X-Locale: en-US\r
                Host: api.partnercenter.microsoft.com\r
                """;

        /** The vendor's documented request, with null members and the upper-case names of the SDK for .NET. */
        private static final String DOCUMENTED_BODY = """
                {
                    "BatchId": "SDKTestDeviceBatch",
                    "Devices": [{
                            "Id": null,
                            "SerialNumber": "1R9-ZNP67",
                            "ProductKey": "00329-00000-0003-AA606",
                            "HardwareHash": "DummyHash123",
                            "Policies": null,
                            "CreatedBy": null,
                            "UploadedDate": "0001-01-01T00:00:00",
                            "AllowedOperations": null,
                            "Attributes": {
                                "ObjectType": "Device"
                            }
                        }
                    ],
                    "Attributes": {
                        "ObjectType": "DeviceBatchCreationRequest"
                    }
                }
                """;

        private static final String ACCEPTED = """
                HTTP/1.1 202 Accepted\r
                Location: /customers/c7f3c849-129f-4b85-a96d-4f8e88b315a3/batchJobStatus/\
                10b00000-0000-4000-8000-000000000001\r
                MS-CorrelationId: 5e700000-0000-4002-8000-000000000001\r
                MS-RequestId: 5e700000-0000-4001-8000-000000000001\r
                MS-CV: FakePartnerCenter.1\r
                MS-ServerId: 1\r
                Date: Mon, 05 Jan 2026 09:00:00 GMT\r
                Content-Length: 0\r
                \r
                """;

        @Test
        void submitsAndPollsAndLists() throws Exception {
            try (RawClient client = RawClient.of(partnerCenter)) {
                String accepted =
                        client.send(post("/deviceBatches", DOCUMENTED_BODY, "")).readResponse();
                assertThat(accepted).isEqualTo(ACCEPTED);
                String status =
                        finished(client, accepted.replaceAll("(?s).*Location: /customers/[^/]+(/[^\r]+).*", "$1"));
                assertThat(time.instant()).isEqualTo(ManualTime.DEFAULT_START.plus(Duration.ofMinutes(11)));
                assertThat(status)
                        .startsWith("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n")
                        .contains("\r\nDate: Mon, 05 Jan 2026 09:11:00 GMT\r\n")
                        .contains("\"serialNumber\":\"1R9-ZNP67\",\"productKey\":\"00329-00000-0003-AA606\"");
                assertThat(question(client, "/deviceBatches"))
                        .contains("{\"totalCount\":1,\"items\":[{\"id\":\"SDKTest");
                assertThat(question(client, "/deviceBatches/SDKTestDeviceBatch/devices"))
                        .contains("{\"totalCount\":1,\"items\":[{\"id\":\"" + deviceId(status) + "\"");
            }
        }

        private String finished(RawClient client, String location) throws Exception {
            String status = question(client, location);
            while (!status.contains("\"completedTime\":")) {
                time.pause(Duration.ofMinutes(1));
                status = question(client, location);
            }
            return status;
        }

        @Test
        void receives100Continue() throws IOException {
            try (RawClient client = RawClient.of(partnerCenter)) {
                String whole = post("/deviceBatches", DOCUMENTED_BODY, "Expect: 100-continue\r\n");
                client.send(whole.substring(0, whole.indexOf("\r\n\r\n") + 4));
                assertThat(client.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
                client.send(DOCUMENTED_BODY);
                assertThat(client.readResponse()).startsWith("HTTP/1.1 202 Accepted\r\n");
            }
        }

        private static String question(RawClient client, String path) throws IOException {
            return client.send("GET /v1/customers/" + CUSTOMER + path + " HTTP/1.1\r\n"
                            + HEADERS.formatted("e88d014d-ab70-41de-90a0-f7fd1797267d")
                            + "MS-Contract-Version: v1\r\n\r\n")
                    .readResponse();
        }

        private static String post(String path, String body, String more) {
            return "POST /v1/customers/" + CUSTOMER + path + " HTTP/1.1\r\n"
                    + HEADERS.formatted("c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff")
                    + "MS-PartnerCenter-Client: Partner Center .NET SDK\r\n"
                    + "Content-Type: application/json\r\n"
                    + more
                    + "Content-Length: " + body.length() + "\r\n\r\n"
                    + (more.isEmpty() ? body : "");
        }

        private static String deviceId(String status) {
            return status.replaceAll("(?s).*\"deviceId\":\"([^\"]+)\".*", "$1");
        }
    }
}
