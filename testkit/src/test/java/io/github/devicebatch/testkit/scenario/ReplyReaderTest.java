package io.github.devicebatch.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.WholeReply;
import io.github.devicebatch.testkit.json.JsonReader;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.FakeGuide;
import io.github.devicebatch.testkit.support.RawClient;
import io.github.devicebatch.testkit.support.ScenarioReplies;
import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ReplyReaderTest {

    private static final int MAX_LENGTH = 4_000;

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.testkit.support.ScenarioReplies#all")
    void sendsTheSameBytesAsTheReplyInJava(String json, Reply reply) throws IOException {
        boolean staysOpen = json.contains("'stalling") || json.contains("'silence'");
        assertThat(outcome(staysOpen, fake -> fake.control().load(scenario(json))))
                .isEqualTo(outcome(
                        staysOpen, fake -> fake.script(Batches.REFERENCE).then(reply)));
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.testkit.support.ScenarioReplies#all")
    void readsTheSameReply(String json, Reply reply) {
        Reply read = ReplyReader.read(JsonReader.parse(quoted("{" + json + "}")), Optional.of(Batches.TRACKING));
        assertThat(read).hasSameClassAs(reply);
        if (!(reply instanceof WholeReply)) {
            assertThat(read).usingRecursiveComparison().ignoringFields("whole").isEqualTo(reply);
        }
    }

    @Test
    void readsTheMembersThatTheGuideLists() {
        assertThat(FakeGuide.table("Scenarios").stream().map(row -> row.split("`")[1]))
                .containsExactlyElementsOf(ReplyReader.members());
    }

    @Test
    void hasATestForEveryMember() {
        Set<String> tried = ScenarioReplies.all()
                .map(reply -> JsonReader.parse(quoted("{" + reply.get()[0] + "}")))
                .flatMap(reply -> reply.members("a reply").keySet().stream())
                .collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrderElementsOf(ReplyReader.members());
    }

    private static String scenario(String reply) {
        return quoted("{'batches': [{'customer': '%s', 'tracking': '%s', 'replies': [{%s}]}]}"
                .formatted(Batches.CUSTOMER, Batches.TRACKING, reply));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    /** Returns the first bytes that a client receives, or "reset". */
    private static String outcome(boolean staysOpen, Consumer<FakePartnerCenter> setUp) throws IOException {
        try (FakePartnerCenter fake = FakePartnerCenter.start(ManualTime.start());
                RawClient client = RawClient.of(fake)) {
            setUp.accept(fake);
            client.send(RawClient.statusRequest("GET", Batches.REFERENCE, "HTTP/1.1")
                    .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            if (staysOpen) {
                client.socket().shutdownOutput();
            }
            return client.read(MAX_LENGTH);
        } catch (SocketException reset) {
            return "reset";
        }
    }
}
