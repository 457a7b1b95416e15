package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRulesTest {

    private static final InetSocketAddress PROXY = InetSocketAddress.createUnresolved("proxy.example", 3128);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost",
                "https://LOCALHOST.:8443/a",
                "https://a.localhost",
                "https://127.0.0.1:8443",
                "https://127.1.2.3",
                "https://[::1]",
                "https://[0:0:0:0:0:0:0:1]:8443",
                "https://[::ffff:127.0.0.1]"
            })
    void neverReachesThisMachineThroughAProxy(URI target) {
        assertThat(rules("").select(target)).containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example",
                "https://localhost.example",
                "https://notlocalhost",
                "https://128.0.0.1",
                "https://126.0.0.1",
                "https://[::2]",
                "https://[1::1]",
                "https://[::127.0.0.1]"
            })
    void reachesOthersThroughIt(URI target) {
        assertThat(rules("").select(target)).containsExactly(new Proxy(Proxy.Type.HTTP, PROXY));
    }

    @ParameterizedTest(name = "{0} except for [{1}]: direct {2}")
    @CsvSource({
        "https://api.example, api.example, true",
        "https://api.example, api.example:443, true",
        "http://api.example, api.example:443, false",
        "http://api.example, api.example:80, true",
        "https://api.example:8443, api.example:443, false",
        "https://api.example:8443, api.example:8443, true",
        "https://[fd00::1], fd00::/8, true",
        "https://api.example, *, true"
    })
    void appliesTheExceptions(URI target, String exceptions, boolean direct) {
        assertThat(rules(exceptions).proxyFor(target)).isEqualTo(direct ? Optional.empty() : Optional.of(PROXY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example", "https://localhost"})
    void isDirectWithoutAProxy(URI target) {
        assertThat(new ProxyRules(Optional.empty(), NoProxyRules.NONE).select(target))
                .containsExactly(Proxy.NO_PROXY);
    }

    private static ProxyRules rules(String exceptions) {
        return new ProxyRules(Optional.of(PROXY), NoProxyRules.parse(exceptions));
    }
}
