package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private static final String CANARY = "eyJ0eXAi.canary+/=.s3cr3t~";

    @Test
    void neverPrintsItself() {
        assertThat(AccessToken.of(CANARY)).hasToString("[access token]");
    }

    @Test
    void isEqualToTheSameToken() {
        assertThat(AccessToken.of(CANARY))
                .isEqualTo(AccessToken.of(CANARY))
                .hasSameHashCodeAs(AccessToken.of(CANARY))
                .isNotEqualTo(AccessToken.of("another"));
    }
}
