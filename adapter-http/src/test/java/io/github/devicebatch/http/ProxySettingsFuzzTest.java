package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads the first line of any text as the URL of a proxy and the rest as its exceptions. A build runs the inputs in the
 * resources. To fuzz for 30 seconds:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl adapter-http -am test -Dtest=ProxySettingsFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
public class ProxySettingsFuzzTest {

    private static final int MAX_MESSAGE = 400;

    @FuzzTest(maxDuration = "30s")
    public void environment(byte[] text) {
        String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", 2);
        Map<String, String> environment =
                Map.of("https_proxy", lines[0], "no_proxy", lines.length == 1 ? "" : lines[1]);
        try {
            ProxySettings settings = ProxySettings.fromEnvironment(environment);
            assertThat(settings.proxyFor(URI.create("https://api.example:443/")))
                    .isNotNull();
            assertThat(settings.proxyFor(URI.create("https://127.0.0.1/"))).isEmpty();
        } catch (IllegalArgumentException expected) {
            assertThat(expected.getMessage()).startsWith("https_proxy").hasSizeLessThan(MAX_MESSAGE);
            assertThat(expected.getCause()).isNull();
        }
    }
}
