package io.github.devicebatch.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.transport.BaseUrl;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusRequestFactoryTest {

    private static final String SECRET = "eyJ0eXAi.canary+/=.s3cr3t~";

    @Test
    void sendsTheTokenAsBearer() {
        QueryContext context =
                new QueryContext.Factory(ManualTime.start(), UUID::randomUUID, Duration.ofMinutes(2)).create();

        assertThat(new StatusRequestFactory(new BaseUrl(URI.create("http://127.0.0.1:1")))
                        .create(Batches.REFERENCE, Secret.accessToken(SECRET), context)
                        .headers()
                        .allValues("Authorization"))
                .containsExactly("Bearer " + SECRET);
    }

    @Test
    void sendsTheTokenOfEachRequestAlthoughTheLatestIsKept() {
        QueryContext context =
                new QueryContext.Factory(ManualTime.start(), UUID::randomUUID, Duration.ofMinutes(2)).create();
        var requests = new StatusRequestFactory(new BaseUrl(URI.create("http://127.0.0.1:1")));

        for (String token : List.of("first", "second", "second", "first")) {
            assertThat(requests.create(Batches.REFERENCE, Secret.accessToken(token), context)
                            .headers()
                            .allValues("Authorization"))
                    .containsExactly("Bearer " + token);
        }
    }
}
