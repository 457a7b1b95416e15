package io.github.devicebatch.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.json.JsonNode;
import io.github.devicebatch.testkit.json.JsonReader;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.Submitter;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
class DevicePageTest {

    private final ManualTime time;
    private final Client client;
    private final Submitter submitter;
    private final Map<String, String> headers = new HashMap<>(Client.headers());

    DevicePageTest(ManualTime time, Client client, Submitter submitter) {
        this.time = time;
        this.client = client;
        this.submitter = submitter;
    }

    @BeforeEach
    void submit() throws Exception {
        String[] devices = IntStream.rangeClosed(1, 250)
                .mapToObj(number -> Submitter.device("SN-" + number + "-X"))
                .toArray(String[]::new);
        submitter.submit("many", devices);
        time.advance(Duration.ofMinutes(11));
    }

    @Test
    void hasAHundredDevicesAndTheTokenOfTheNextPage() throws Exception {
        List<String> serialNumbers = new ArrayList<>(serialNumbers(page(""), 100));
        headers.put("MS-ContinuationToken", token(page("")));
        serialNumbers.addAll(serialNumbers(page("?seekOperation=Next"), 100));
        headers.put("MS-ContinuationToken", token(page("")));
        serialNumbers.addAll(serialNumbers(page(""), 50));

        assertThat(page("")).doesNotContainKeys("continuationToken", "links");
        assertThat(serialNumbers)
                .doesNotHaveDuplicates()
                .hasSize(250)
                .startsWith("SN-1-X")
                .endsWith("SN-250-X");
    }

    @Test
    void linksToTheNextPage() throws Exception {
        assertThat(client.get(Submitter.path("many"), headers).body())
                .contains("""
                "links":{"self":{"uri":"/customers/%1$s/deviceBatches/many/devices","method":"GET","headers":[]},\
                "next":{"uri":"/customers/%1$s/deviceBatches/many/devices?seekOperation=Next","method":"GET",\
                "headers":[{"key":"MS-ContinuationToken","value":"%2$s"}]}}""".formatted(Submitter.CUSTOMER, token(page(""))));
    }

    @Test
    void isMissingForAnUnknownToken() throws Exception {
        for (String token : List.of("nonsense", "bm9uc2Vuc2U=", "ZGV2aWNlczoyNTA=", "")) {
            headers.put("MS-ContinuationToken", token);
            assertThat(client.get(Submitter.path("many"), headers))
                    .as(token)
                    .returns(400, HttpResponse::statusCode)
                    .satisfies(refused -> assertThat(refused.body()).contains("\"code\":\"800002\""));
        }
    }

    private Map<String, JsonNode> page(String query) throws Exception {
        return JsonReader.parse(
                        client.get(Submitter.path("many") + query, headers).body())
                .members("a page");
    }

    private static String token(Map<String, JsonNode> page) {
        return page.get("continuationToken").text("a token");
    }

    private static List<String> serialNumbers(Map<String, JsonNode> page, long count) {
        assertThat(page.get("totalCount").description()).isEqualTo("the number " + count);
        return page.get("items").elements("devices").stream()
                .map(device -> device.members("a device").get("serialNumber").text("a serial number"))
                .toList();
    }
}
