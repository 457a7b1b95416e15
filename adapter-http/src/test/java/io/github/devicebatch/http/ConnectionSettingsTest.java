package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of the connections that can't be fulfilled are clear exceptions, and none of them has a login in it. */
class ConnectionSettingsTest {

    private static final ProxySettings WITH_LOGIN = ProxySettings.of("http://user:pa55word@proxy.example:3128");
    private static final URI SERVER = URI.create("https://api.example");

    static Stream<UnaryOperator<ConnectionSettings>> contradictions() {
        return Stream.of(
                settings -> settings.withProxy(ProxySettings.none()),
                settings -> settings.withTrust(TrustSettings.system()),
                settings -> settings.withTrust(TrustSettings.system()).withProxy(ProxySettings.none()));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void aCallersClientHasItsOwnProxyAndTrust(UnaryOperator<ConnectionSettings> more) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            ConnectionSettings settings = more.apply(ConnectionSettings.DEFAULT.withHttpClient(client));

            assertThatThrownBy(() -> settings.clientsFor(SERVER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call httpClient(…), or proxy(…) and trust(…)");
        }
    }

    @Test
    void aLoginNeedsAJvmThatSendsIt() {
        assertThatThrownBy(() -> PartnerCenter.at(SERVER)
                        .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                        .proxy(WITH_LOGIN)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=")
                .hasMessageNotContaining("pa55word");
    }

    @Test
    void aTokenSourceWithALoginNeedsItToo() {
        IdentityPlatform platform =
                IdentityPlatform.at(PartnerCenterCloud.GLOBAL).proxy(WITH_LOGIN);

        assertThatThrownBy(platform::endpoint)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=");
    }

    @Test
    void aLoginIsNotNeededOnADirectWay() {
        assertThatCode(() -> ConnectionSettings.DEFAULT
                        .withProxy(WITH_LOGIN.exceptFor("api.example"))
                        .clientsFor(SERVER))
                .doesNotThrowAnyException();
    }
}
