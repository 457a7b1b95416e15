package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.FakeGuide;
import io.github.devicebatch.testkit.support.ScenarioSchema;
import io.github.devicebatch.testkit.support.Submitter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page docs/fake.md agrees with the code. */
@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
class FakeGuideTest {

    @Test
    void listsTheMagicTrackingIds() {
        assertThat(FakeGuide.table("Magic tracking ids"))
                .containsExactlyElementsOf(Arrays.stream(MagicBatch.values())
                        .map(batch -> "| `" + batch.trackingId() + "` | " + batch.description() + " |")
                        .toList());
    }

    @Test
    void listsTheMagicSerialNumbers() {
        List<String> rules = MagicSerialNumber.rules().stream()
                .map(rule -> "| `" + rule.ending() + "` | `" + rule.error().vendorName() + "` |")
                .toList();
        assertThat(FakeGuide.table("What becomes of a device"))
                .startsWith(rules.toArray(String[]::new))
                .hasSize(rules.size() + 1);
    }

    @Test
    void listsTheAdminEndpoints(FakePartnerCenter fake) {
        assertThat(FakeGuide.table("The fake itself"))
                .containsExactlyElementsOf(new AdminHandler(fake.control())
                        .endpoints().stream()
                                .map(endpoint -> "| `" + endpoint + "` | " + endpoint.description() + " |")
                                .toList());
    }

    @Test
    void showsAValidScenario(FakePartnerCenter fake) {
        fake.control().load(FakeGuide.block("json"));
        assertThat(ScenarioSchema.errors(FakeGuide.block("json"))).isEmpty();
    }

    @Test
    void showsTheCurlExample() {
        assertThat(FakeGuide.text())
                .contains(String.join("\n", CurlExample.submit(URI.create("http://127.0.0.1:8080"))) + "\n```");
    }

    @Test
    void listsEveryEndpoint(FakePartnerCenter fake, Client client, Submitter submitter) throws Exception {
        fake.script(Batches.REFERENCE).then(Batches.queued());
        submitter.submit("try", Submitter.device("SN-1"));
        List<String> gets = calls("GET").toList();
        assertThat(gets).hasSize(3);
        for (String path : gets) {
            assertThat(client.get(path, Client.headers()).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(calls("POST")).containsExactly(Submitter.path(), Submitter.path("try"));
    }

    private Stream<String> calls(String method) {
        return Pattern.compile("\\| `" + method + " (/v1[^`]+)`")
                .matcher(FakeGuide.text())
                .results()
                .map(call -> call.group(1)
                        .replace("{customer}", Batches.CUSTOMER.toString())
                        .replace("{tracking}", Batches.TRACKING.toString())
                        .replace("{batch}", "try"));
    }
}
