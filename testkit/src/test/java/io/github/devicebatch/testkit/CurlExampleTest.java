package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CurlExampleTest {

    @Test
    void submitsWhenItIsPastedMoreThanOnceToo() throws IOException {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start();
                RawClient client = RawClient.of(partnerCenter)) {
            String example = String.join("\n", CurlExample.submit(partnerCenter.baseUrl()));
            String body = part(example, "-d '([^']+)'");
            String headers = Pattern.compile("-H '([^']+)'")
                    .matcher(example)
                    .results()
                    .map(header -> header.group(1) + "\r\n")
                    .collect(Collectors.joining());
            String request = "POST " + part(example, partnerCenter.baseUrl() + "(/\\S+)") + " HTTP/1.1\r\n" + headers
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;

            String first = client.send(request).readResponse();

            assertThat(first).startsWith("HTTP/1.1 202 Accepted");
            assertThat(part(client.send(request).readResponse(), "(Location: .+)"))
                    .isEqualTo(part(first, "(Location: .+)"));
            assertThat(example.lines()).allMatch(line -> line.length() <= 100);
        }
    }

    private static String part(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
