package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms were tried with curl 7.88.1; networks of IPv6 are as RFC 4291 has them, because those of curl are faulty. */
class NoProxyRulesTest {

    @ParameterizedTest(name = "[{0}] matches {1}")
    @CsvSource(delimiter = '|', textBlock = """
            *                              | a.example
            *                              | 10.0.0.1
            a.example                      | a.example
            A.EXAMPLE                      | a.example
            a.example                      | A.Example
            .a.example                     | a.example
            .a.example                     | b.a.example
            a.example                      | b.a.example
            a.example.                     | a.example
            a.example                      | a.example.
            example                        | a.example
            .example                       | a.example
            b.example,a.example            | a.example
            b.example a.example            | a.example
            'b.example, a.example'         | a.example
            b.example ,a.example           | a.example
            b.example,,a.example           | a.example
            10.0.0.1                       | 10.0.0.1
            10.0.0.0/8                     | 10.1.2.3
            10.1.2.3/32                    | 10.1.2.3
            10.1.2.4/31                    | 10.1.2.5
            192.168.16.0/20                | 192.168.31.255
            ::1                            | [::1]
            ::1                            | ::1
            fd00:0:0::1                    | [fd00::1]
            fd00::/8                       | [fd12::1]
            fd00::/9                       | [fd7f::1]
            fd00::1/128                    | [fd00::1]
            ::ffff:10.0.0.1                | [::ffff:a00:1]
            """)
    void matchesAsCurlDoes(String rules, String host) {
        assertThat(NoProxyRules.parse(rules).matches(host, 443)).isTrue();
    }

    @ParameterizedTest(name = "[{0}] does not match {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                             | a.example
            ' '                            | a.example
            ,                              | a.example
            x,*                            | a.example
            *,x                            | a.example
            *.example                      | a.example
            ' * '                          | a.example
            ..a.example                    | a.example
            ample                          | a.example
            b.a.example                    | a.example
            .                              | a.example
            http://a.example               | a.example
            10.0.0.0/8                     | 11.1.2.3
            10.0.0.0/0                     | 11.1.2.3
            0.0.0.0/0                      | 11.1.2.3
            10.0.0.0/33                    | 10.0.0.0
            10.0.0.0/-1                    | 10.1.2.3
            10.0.0.0/99999999999           | 10.0.0.0
            10.1.2.4/30                    | 10.1.2.8
            192.168.16.0/20                | 192.168.32.0
            .0.0.1                         | 10.0.0.1
            0.0.1                          | 10.0.0.1
            10.0.0.1                       | a.10.0.0.1
            010.0.0.1                      | 10.0.0.1
            10.0.0.0/8                     | ten.example
            fd00::/8                       | [fe12::1]
            fd00::/9                       | [fd80::1]
            fd00::/0                       | [fd00::1]
            fd00::/129                     | [fd00::]
            10.0.0.1                       | [::ffff:a00:1]
            0.0.0.0/1                      | [::1]
            """)
    void matchesNoMoreThanCurlDoes(String rules, String host) {
        assertThat(NoProxyRules.parse(rules).matches(host, 443)).isFalse();
    }

    @ParameterizedTest(name = "[{0}] and {1}:{2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            a.example:8443      | a.example   | 8443 | true
            a.example:8443      | b.a.example | 8443 | true
            a.example:8443      | a.example   | 443  | false
            a.example:443,b     | b           | 8443 | true
            10.0.0.0/8:8443     | 10.1.2.3    | 8443 | true
            10.0.0.0/8:8443     | 10.1.2.3    | 443  | false
            [::1]               | [::1]       | 443  | true
            [::1]:8443          | [::1]       | 8443 | true
            [::1]:8443          | [::1]       | 443  | false
            [fd00::/8]          | [fd12::1]   | 443  | true
            a.example:          | a.example   | 443  | false
            a.example:999999    | a.example   | 443  | false
            [a.example          | a.example   | 443  | false
            """)
    void readsPortsAndBracketsBeyondCurl(String rules, String host, int port, boolean matches) {
        assertThat(NoProxyRules.parse(rules).matches(host, port)).isEqualTo(matches);
    }

    @Test
    void keepsWhatWasWritten() {
        assertThat(NoProxyRules.parse(".a.example, 10.0.0.0/8")).hasToString(".a.example, 10.0.0.0/8");
    }

    @Test
    void matchesNothingWithoutRules() {
        assertThat(NoProxyRules.NONE.matches("a.example", 443)).isFalse();
    }
}
