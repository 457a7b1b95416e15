package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.Partner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlatformTokenSourceTest {

    private static final IdentityPlatform PLATFORM = IdentityPlatform.at(PartnerCenterCloud.CHINA);
    private static final RefreshTokenFile FILE = RefreshTokenFile.at(Path.of("refresh-token"));
    private static final ClientSecret SECRET = ClientSecret.of(Partner.SECRET);

    @Test
    void printsItsKindAndItsPlatformAndNoMore() {
        assertThat(AccessTokenSource.appOnly(PLATFORM, Partner.APP, SECRET)).hasToString("app-only from " + PLATFORM);
        assertThat(AccessTokenSource.appAndUser(PLATFORM, Partner.APP, FILE)).hasToString("App+User from " + PLATFORM);
        assertThat(AccessTokenSource.appAndUser(PLATFORM, Partner.APP, SECRET, FILE))
                .hasToString("App+User from " + PLATFORM);
    }
}
