package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.json.JsonReader;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.RawClient;
import io.github.devicebatch.testkit.support.Submitter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record DeviceBatchHandlerTest(FakePartnerCenter partnerCenter, ManualTime time, Client client, Submitter submitter) {

    private static final Duration UNTIL_FINISHED = Duration.ofMinutes(11);

    @Nested
    class Submit {

        @Test
        void returnsATrackingIdForEachUpload() throws Exception {
            String first = submitter.submit("one", Submitter.device("SN-1"));
            String second = submitter.submit("two", Submitter.device("SN-1"));
            HttpResponse<String> third = submitter.post(Submitter.path("ONE"), "[" + Submitter.device("SN-2") + "]");

            assertThat(third.statusCode()).isEqualTo(202);
            assertThat(third.body()).isEmpty();
            assertThat(third.headers().firstValue("Content-Length")).contains("0");
            assertThat("/v1" + third.headers().firstValue("Location").orElseThrow())
                    .isNotIn(first, second);
            assertThat(first).isNotEqualTo(second);
        }

        @Test
        void returnsTheSameTrackingIdForARepeatedRequest() throws Exception {
            Map<String, String> sameId = Map.of("MS-RequestId", "9DBB5B17-2a17-4b6c-8b8d-6d9d4b1c1a07");
            String body = Submitter.newBatch("one", Submitter.device("SN-1"));
            HttpResponse<String> first = submitter.post(Submitter.path(), body, sameId);
            HttpResponse<String> again = submitter.post(
                    Submitter.path().toUpperCase(Locale.ROOT),
                    body,
                    Map.of("MS-RequestId", "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a07"));

            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(again.headers().firstValue("Location"))
                    .isEqualTo(first.headers().firstValue("Location"));
            assertThat(submitter.post(Submitter.path(), body))
                    .returns(409, HttpResponse::statusCode)
                    .satisfies(conflict -> assertThat(conflict.body()).contains("\"code\":\"409\""));
            HttpResponse<String> added =
                    submitter.post(Submitter.path("one"), "[" + Submitter.device("SN-2") + "]", sameId);
            assertThat(added.headers().firstValue("Location"))
                    .isNotEqualTo(first.headers().firstValue("Location"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "``                                   | line 1, column 1: the text ends before the JSON is complete",
                    "{\"batchId\": \"b\"}                 | line 1, column 1: devices is missing; give a list of at least one device",
                    "{\"batchId\": \"b\", \"devices\": []} | line 1, column 29: the list is empty; give devices",
                    "{\"batchId\": \"b\", \"devices\": {}} | line 1, column 29: here is an object; give devices as a list",
                    "{\"batchId\": \"b\", \"devices\": [7]} | line 1, column 30: here is the number 7; give an object for each",
                    "{\"batchId\": \"b\", \"devices\": [{}]} | line 1, column 30: device 1 of the list has no id; give its",
                    "{\"batchId\": \"b\", \"devices\": [{\"serialNumber\": 7}]} | line 1, column 47: here is the number 7",
                    "{\"devices\": [{\"productKey\": \"k\"}]} | line 1, column 1: batchId is missing; give the id of the new batch",
                    "{\"batchId\": \" \", \"devices\": [{\"productKey\": \"k\"}]} | line 1, column 1: batchId is missing",
                    "[{\"productKey\": \"k\"}]              | line 1, column 1: here is a list; give an object with batchId",
                })
        void reportsErrorsInTheBody(String body, String problem) throws Exception {
            assertThat(submitter.post(Submitter.path(), body))
                    .returns(400, HttpResponse::statusCode)
                    .satisfies(
                            refused -> assertThat(description(refused)).startsWith("The body is invalid. " + problem));
            assertThat(submitter.get(Submitter.path()).statusCode()).isEqualTo(404);
        }

        @Test
        void acceptsOnlyAListForAnExistingBatch() throws Exception {
            String body = "[" + Submitter.device("SN-1") + "]";
            assertThat(submitter.post(Submitter.path("one"), body))
                    .returns(404, HttpResponse::statusCode)
                    .satisfies(unknown -> assertThat(unknown.body()).contains("\"code\":\"1000\""));
            submitter.submit("one", Submitter.device("SN-1"));
            assertThat(description(submitter.post(Submitter.path("one"), "{\"devices\": " + body + "}")))
                    .contains(
                            "here is an object; give only a list of at least one device, without an object around it");
        }

        @Test
        void requiresTheCommonHeadersAndAContentType() throws Exception {
            String body = Submitter.newBatch("one", Submitter.device("SN-1"));
            assertThat(submitter.post(Submitter.path(), body, Map.of("Authorization", "Basic abc")))
                    .returns(401, HttpResponse::statusCode);
            assertThat(description(submitter.post(
                            Submitter.path(), body, Map.of("Content-Type", "application/x-www-form-urlencoded"))))
                    .isEqualTo("The header Content-Type is invalid; it must be application/json.");
            assertThat(submitter.post(
                            Submitter.path(), body, Map.of("Content-Type", "Application/JSON; charset=utf-8")))
                    .returns(202, HttpResponse::statusCode);
            HttpResponse<String> deleted = client.http()
                    .send(
                            client.request(Submitter.path(), Client.headers())
                                    .DELETE()
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(deleted.statusCode()).isEqualTo(405);
            assertThat(deleted.headers().firstValue("Allow")).contains("GET, POST");
            assertThat(description(deleted)).isEqualTo("The method is not allowed; use GET or POST.");
        }

        @Test
        void rejectsACustomerIdThatIsNoGuid() throws Exception {
            assertThat(submitter
                            .post("/v1/customers/contoso/deviceBatches", "{}")
                            .body())
                    .contains("\"code\":\"900118\"");
        }

        private static String description(HttpResponse<String> fault) throws IOException {
            return JsonReader.parse(fault.body())
                    .members("a fault")
                    .get("description")
                    .text("words");
        }
    }

    @Nested
    class Lists {

        @Test
        void containABatchInTheFormatOfTheService() throws Exception {
            submitter.submit("Test batch", Submitter.device("SN-1"), Submitter.device("SN-808"));
            time.advance(UNTIL_FINISHED);
            assertThat(submitter.get(Submitter.path()).body()).isEqualTo("""
                    {"totalCount":1,"items":[{"id":"Test batch","status":"finished","creationDate":"2026-01-05T09:00:00",\
                    "devicesCount":1,"devicesLink":{"uri":\
                    "/customers/47021739-3426-40bf-9601-61b4b6d7c793/deviceBatches/Test batch/devices",\
                    "method":"GET","headers":[]},"attributes":{"objectType":"DeviceBatch"}}],\
                    "attributes":{"objectType":"Collection"}}""");
        }

        @Test
        void containOnlyRegisteredDevices() throws Exception {
            submitter.submit("Test batch", Submitter.device("SN-1"), Submitter.device("SN-808"));
            assertThat(submitter.get(Submitter.path("Test%20batch")).body())
                    .isEqualTo("{\"totalCount\":0,\"items\":[],\"attributes\":{\"objectType\":\"Collection\"}}");
            time.advance(UNTIL_FINISHED);
            assertThat(submitter.get(Submitter.path("Test%20batch")).body()).matches("""
                            \\{"totalCount":1,"items":\\[\\{"id":"[0-9a-f-]{36}","serialNumber":"SN-1",\
                            "modelName":"Model One","oemManufacturerName":"Contoso",\
                            "policies":\\[\\{"key":"o_o_b_e","value":null}],"uploadedDate":"2026-01-05T09:06:00.0000000Z",\
                            "attributes":\\{"objectType":"Device"}}],"attributes":\\{"objectType":"Collection"}}""");
        }
    }

    @Nested
    class SeveralUploads {

        @Test
        void haveOneStateTogether() throws Exception {
            submitter.submit("one", Submitter.device("SN-1"));
            assertThat(submitter.get(Submitter.path()).body()).contains("\"status\":\"queued\"");
            time.advance(UNTIL_FINISHED);
            submitter.post(Submitter.path("one"), "[" + Submitter.device("SN-2") + "]");
            assertThat(submitter.get(Submitter.path()).body()).contains("\"status\":\"processing\"");
            time.advance(UNTIL_FINISHED);
            assertThat(submitter.get(Submitter.path()).body())
                    .contains("\"status\":\"finished\"")
                    .contains("\"devicesCount\":2");
        }

        @Test
        void haveDevicesInTheOrderOfRegistration() throws Exception {
            partnerCenter.control().uploadsTake(Duration.ZERO, Duration.ofMinutes(10));
            submitter.submit("one", Submitter.device("SN-1"), Submitter.device("SN-2"));
            time.advance(Duration.ofMinutes(6));
            partnerCenter.control().uploadsTake(Duration.ZERO, Duration.ZERO);
            submitter.post(Submitter.path("one"), "[" + Submitter.device("SN-3") + "]");
            time.advance(UNTIL_FINISHED);
            assertThat(submitter.get(Submitter.path("one")).body()).containsSubsequence("SN-1", "SN-3", "SN-2");
        }
    }

    @Nested
    class Unknown {

        @Test
        void isReportedForCustomersAndBatches() throws Exception {
            assertThat(submitter.get(Submitter.path()).body()).contains("\"code\":\"60003\"");
            partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
            assertThat(submitter.get(Submitter.path()).body())
                    .isEqualTo("{\"totalCount\":0,\"items\":[],\"attributes\":{\"objectType\":\"Collection\"}}");
            assertThat(submitter.get(Submitter.path("none"))).returns(404, HttpResponse::statusCode);
            try (RawClient raw = RawClient.of(partnerCenter)) {
                String question = RawClient.statusRequest("GET", Batches.REFERENCE, "HTTP/1.1");
                assertThat(raw.send(question.replace(Client.path(Batches.REFERENCE), Submitter.path("%zz")))
                                .closeOutputAndReadAll())
                        .startsWith("HTTP/1.1 404 Not Found");
            }
        }
    }
}
