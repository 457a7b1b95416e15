package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.scenario.ReplyReader;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ScenarioSchema;
import io.github.devicebatch.testkit.support.Submitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page docs/fake.md agrees with the code. */
class FakeGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "fake.md");

    private final String guide = read();

    @Test
    void listsTheMagicTrackingIds() {
        assertThat(table("Magic tracking ids"))
                .containsExactlyElementsOf(Arrays.stream(MagicBatch.values())
                        .map(batch -> "| `" + batch.trackingId() + "` | " + batch.description() + " |")
                        .toList());
    }

    @Test
    void listsTheMagicSerialNumbers() {
        List<String> rules = MagicSerialNumber.rules().stream()
                .map(rule -> "| `" + rule.ending() + "` | `" + rule.error().vendorName() + "` |")
                .toList();
        assertThat(table("What becomes of a device"))
                .startsWith(rules.toArray(String[]::new))
                .hasSize(rules.size() + 1);
    }

    @Test
    void listsTheAdminEndpoints() {
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            assertThat(table("The fake itself"))
                    .containsExactlyElementsOf(new AdminHandler(fake.control())
                            .endpoints().stream()
                                    .map(door -> "| `" + door + "` | " + door.description() + " |")
                                    .toList());
        }
    }

    @Test
    void listsTheMembersOfAReply() {
        assertThat(table("Scenarios").stream().map(row -> row.split("`")[1]))
                .containsExactlyElementsOf(ReplyReader.members());
    }

    @Test
    void showsAValidScenario() {
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.control().load(block("json"));
        }
        assertThat(ScenarioSchema.errors(block("json"))).isEmpty();
    }

    @Test
    void showsTheCurlExample() {
        assertThat(guide)
                .contains(String.join("\n", CurlExample.submit(URI.create("http://127.0.0.1:8080"))) + "\n```");
    }

    @Test
    void listsEveryEndpoint() throws Exception {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                Client client = Client.of(fake)) {
            fake.script(Batches.REFERENCE).then(Batches.queued());
            new Submitter(client).submit("try", Submitter.device("SN-1"));
            List<String> gets = calls("GET").toList();
            assertThat(gets).hasSize(3);
            for (String path : gets) {
                assertThat(client.get(path, Client.headers()).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
            assertThat(calls("POST")).containsExactly(Submitter.path(), Submitter.path("try"));
        }
    }

    private Stream<String> calls(String method) {
        return Pattern.compile("\\| `" + method + " (/v1[^`]+)`")
                .matcher(guide)
                .results()
                .map(call -> call.group(1)
                        .replace("{customer}", Batches.CUSTOMER.toString())
                        .replace("{tracking}", Batches.TRACKING.toString())
                        .replace("{batch}", "try"));
    }

    /** Returns the rows of the table below a heading, without the header rows. */
    private List<String> table(String heading) {
        String section = guide.split("\n## " + heading + "\n")[1].split("\n## ")[0];
        return section.lines().filter(line -> line.startsWith("|")).skip(2).toList();
    }

    private String block(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map((MatchResult block) -> block.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String read() {
        try {
            return Files.readString(GUIDE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
