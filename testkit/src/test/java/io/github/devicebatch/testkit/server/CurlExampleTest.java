package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class CurlExampleTest {

    @Test
    @ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
    void submitsWhenRunTwice(FakePartnerCenter partnerCenter, RawClient client) throws IOException {
        String request = request(CurlExample.submit(partnerCenter.baseUrl()), partnerCenter.baseUrl());
        String first = client.send(request).readResponse();
        assertThat(first).startsWith("HTTP/1.1 202 Accepted");
        assertThat(part(client.send(request).readResponse(), "(Location: .+)"))
                .isEqualTo(part(first, "(Location: .+)"));
    }

    private static String request(List<String> lines, URI baseUrl) {
        assertThat(lines).allMatch(line -> line.length() <= 100);
        String example = String.join("\n", lines);
        String body = part(example, "-d '([^']+)'");
        String headers = Pattern.compile("-H '([^']+)'")
                .matcher(example)
                .results()
                .map(header -> header.group(1) + "\r\n")
                .collect(Collectors.joining());
        return "POST " + part(example, baseUrl + "(/\\S+)") + " HTTP/1.1\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
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
