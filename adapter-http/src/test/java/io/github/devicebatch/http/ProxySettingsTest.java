package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    private static final URI TARGET = URI.create("https://api.example");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            http://proxy.example:3128                 | proxy.example | 3128 |
            http://proxy.example:3128/                | proxy.example | 3128 |
            HTTP://proxy.example                      | proxy.example | 1080 |
            proxy.example:8080                        | proxy.example | 8080 |
            proxy                                     | proxy         | 1080 |
            http://10.0.0.1:3128                      | 10.0.0.1      | 3128 |
            http://[fd00::1]:3128                     | fd00::1       | 3128 |
            http://us%20er:p%40ss%2Fw%3a%25@proxy:1   | proxy         | 1    | us er:p@ss/w:%
            user:password@proxy:65535                 | proxy         | 65535 | user:password
            http://user@proxy:1                       | proxy         | 1    | user:
            http://user:@proxy:1                      | proxy         | 1    | user:
            http://:password@proxy:1                  | proxy         | 1    | :password
            http://@proxy:1                           | proxy         | 1    |
            http://user:a:b@proxy:1                   | proxy         | 1    | user:a:b
            http://us%zz:p%@proxy:1                   | proxy         | 1    | us%zz:p%
            http://user:p@ss@proxy:1                  | proxy         | 1    | user:p@ss
            http://%C3%BC:ö@proxy:1                   | proxy         | 1    | ü:ö
            """)
    void readsAUrlAsCurlDoes(String url, String host, int port, String login) {
        ProxySettings settings = ProxySettings.of(url);
        assertThat(settings.proxyFor(TARGET)).contains(InetSocketAddress.createUnresolved(host, port));
        assertThat(settings.authorization().map(ProxySettingsTest::login)).isEqualTo(Optional.ofNullable(login));
    }

    private static String login(String authorization) {
        assertThat(authorization).startsWith("Basic ");
        byte[] octets = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
        return new String(octets, StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | has no host
            http://                              | has no host
            http://hunter2:hunter2@              | has no host
            http://user:hunter2                  | is not the URL of a proxy
            http://user:hunt/er2@proxy:1         | is not the URL of a proxy
            http://user:hunt#er2@proxy:1         | is not the URL of a proxy
            http://proxy:1/hunter2               | is not the URL of a proxy
            http://proxy:1?hunter2               | is not the URL of a proxy
            http://proxy hunter2                 | has no host
            http://[hunter2]:1                   | has no host
            http://user:hunter2@proxy:0          | has a port that is not in 1 to 65535
            http://user:hunter2@proxy:65536      | has a port that is not in 1 to 65535
            http://user:hunter2@proxy:123456     | has a port that is not in 1 to 65535
            https://user:hunter2@proxy:1         | is of the scheme 'https', which is not supported
            socks5://user:hunter2@proxy:1        | is of the scheme 'socks5', which is not supported
            """)
    void refusesWhatIsNoProxyAndQuotesNoLogin(String url, String why) {
        assertThatThrownBy(() -> ProxySettings.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage("the proxy URL " + why
                        + "; give one such as http://proxy.example:3128, or http://user:password@proxy.example:3128");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            http://hun%3Ater2:password@proxy  | has a colon in the user's name; the Basic scheme can't carry it
            http://user:hunter%0A2@proxy      | has a control character in its login
            http://user:hunter%0d2@proxy      | has a control character in its login
            http://user:hunter%002@proxy      | has a control character in its login
            http://user:hunter2%ff@proxy      | has a login that is not percent-encoded UTF-8
            """)
    void refusesALoginThatCanNotBeSent(String url, String why) {
        assertThatThrownBy(() -> ProxySettings.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage("the proxy URL " + why);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                            | none
            https_proxy=a:1 HTTPS_PROXY=b:1 all_proxy=c:1 ALL_PROXY=d:1                   | http://a:1
            HTTPS_PROXY=b:1 all_proxy=c:1 ALL_PROXY=d:1                                   | http://b:1
            all_proxy=c:1 ALL_PROXY=d:1                                                   | http://c:1
            ALL_PROXY=d:1                                                                 | http://d:1
            https_proxy= HTTPS_PROXY=b:1                                                  | http://b:1
            http_proxy=a:1 HTTP_PROXY=b:1                                                 | none
            HTTPS_PROXY=b:1 no_proxy=x,y NO_PROXY=z                                       | http://b:1, except for x,y
            HTTPS_PROXY=b:1 no_proxy= NO_PROXY=z                                          | http://b:1, except for z
            HTTPS_PROXY=http://user:hunter2@b:1 NO_PROXY=.internal                        | http://b:1, except for .internal
            NO_PROXY=z                                                                    | none
            """)
    void readsTheEnvironmentAsCurlDoes(String variables, String described) {
        assertThat(ProxySettings.fromEnvironment(environment(variables)))
                .hasToString("ProxySettings[" + described + "]");
    }

    private static Map<String, String> environment(String variables) {
        return Arrays.stream(variables.split(" "))
                .filter(variable -> !variable.isEmpty())
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
    void namesTheVariableThatIsWrong(String variable) {
        assertThatThrownBy(() -> ProxySettings.fromEnvironment(Map.of(variable, "http://user:hunter2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(variable + " is not the URL of a proxy; ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void printsNoLogin() {
        assertThat(ProxySettings.of("http://user:hunter2@proxy.example:3128").exceptFor("a.example"))
                .hasToString("ProxySettings[http://proxy.example:3128, except for a.example]");
    }

    @Test
    void reachesExceptionsAndThisMachineDirectly() {
        ProxySettings settings = ProxySettings.of("proxy:1").exceptFor(".internal");
        assertThat(settings.proxyFor(URI.create("https://a.internal"))).isEmpty();
        assertThat(settings.proxyFor(URI.create("https://127.0.0.1"))).isEmpty();
        assertThat(settings.proxyFor(TARGET)).isPresent();
    }

    @Test
    void reachesEverythingDirectlyWithoutAProxy() {
        assertThat(ProxySettings.none().proxyFor(TARGET)).isEmpty();
        assertThat(ProxySettings.none().authorization()).isEmpty();
        assertThat(ProxySettings.none()).hasToString("ProxySettings[none]");
    }
}
