package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretSearchTest {

    static Stream<String> disguises() {
        return Stream.of(
                SecretSearch.TOKEN,
                URLEncoder.encode(SecretSearch.TOKEN, UTF_8),
                base64(SecretSearch.TOKEN),
                base64("Bearer " + SecretSearch.TOKEN),
                base64("x:" + SecretSearch.TOKEN),
                Base64.getUrlEncoder().withoutPadding().encodeToString(SecretSearch.TOKEN.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void findsTheSecretInEveryEncoding(String disguise) {
        assertThatThrownBy(() -> SecretSearch.assertAbsentFrom("error: " + disguise + "\n"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsAnySecret() {
        String secret = "another/secret+than~the token";

        for (String disguise : new String[] {secret, URLEncoder.encode(secret, UTF_8), base64("id:" + secret)}) {
            assertThatThrownBy(() -> SecretSearch.assertAbsentFrom("note: " + disguise, secret))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void doesNotFindTheSecretInOtherText() {
        assertThatCode(() -> SecretSearch.assertAbsentFrom("error: no access token"))
                .doesNotThrowAnyException();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
