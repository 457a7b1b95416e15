package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record RequestValidatorTest(FakePartnerCenter partnerCenter, Client client) {

    @BeforeEach
    void addBatch() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, 401",
        "Accept, 400",
        "MS-RequestId, 400",
        "MS-CorrelationId, 400",
        "MS-Contract-Version, 400",
    })
    void reportsAMissingHeader(String name, int status) throws Exception {
        Map<String, String> headers = Client.headers();
        headers.remove(name);
        HttpResponse<String> response = client.get(Client.path(Batches.REFERENCE), headers);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("\"description\":\"The header " + name + " is missing;");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Basic dXNlcjpwYXNzd29yZA==, 401",
        "Authorization, Bearer, 401",
        "Authorization, Bearer two words, 401",
        "Accept, application/xml, 400",
        "Accept, */*, 400",
        "MS-RequestId, 1-1-1-1-1, 400",
        "MS-CorrelationId, {9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a02}, 400",
        "MS-Contract-Version, v2, 400",
    })
    void reportsAnInvalidHeaderWithoutItsValue(String name, String value, int status) throws Exception {
        Map<String, String> headers = Client.headers();
        headers.put(name, value);
        HttpResponse<String> response = client.get(Client.path(Batches.REFERENCE), headers);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .contains("The header " + name + " is invalid;")
                .doesNotContain(value.equals("Bearer") ? "Bearer;" : value);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, bearer abc",
        "Accept, 'text/html, APPLICATION/JSON;q=0.9'",
        "MS-RequestId, 9DBB5B17-2A17-4B6C-8B8D-6D9D4B1C1A01",
    })
    void acceptsEquivalentValues(String name, String value) throws Exception {
        Map<String, String> headers = Client.headers();
        headers.put(name, value);
        assertThat(client.get(Client.path(Batches.REFERENCE), headers).statusCode())
                .isEqualTo(200);
    }

    @Test
    void acceptsTheVendorsSdkWithoutContractVersion() throws Exception {
        Map<String, String> headers = Client.headers();
        headers.put("MS-PartnerCenter-Client", "Partner Center .NET SDK");
        headers.put("MS-Contract-Version", "v2");
        assertThat(client.get(Client.path(Batches.REFERENCE), headers).statusCode())
                .isEqualTo(400);
        headers.remove("MS-Contract-Version");
        assertThat(client.get(Client.path(Batches.REFERENCE), headers).statusCode())
                .isEqualTo(200);
    }

    @Test
    void rejectsARepeatedHeader() throws Exception {
        HttpResponse<String> response = client.http()
                .send(
                        client.request(Client.path(Batches.REFERENCE), Client.headers())
                                .header("MS-RequestId", Client.headers().get("MS-CorrelationId"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The header MS-RequestId occurs more than once;");
    }
}
