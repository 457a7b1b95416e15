package io.github.devicebatch.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.RecordedRequest;
import io.github.devicebatch.testkit.support.Client;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {

    private static final String CUSTOMER = "47021739-3426-40bf-9601-61b4b6d7c793";
    private static final String TRACKING = "0127ed8e-ff72-4983-a3d8-e8d8bd378932";

    private final List<BatchReference> planned = List.of(Batches.numbered(7), Batches.REFERENCE, Batches.numbered(8));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/customers/47021739-3426-40bf-9601-61b4b6d7c793/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378933 \
            | the tracking id at character 36: '3' instead of '2'
            /v1/customers/47021739-3426-40bf-9601-61b4b6d7c7/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378932 \
            | the customer id at character 35: nothing instead of '93'
            /v1/customers/47021739-3426-40bf-9601-61b4b6d7c793/batchJobStatuses/0127ed8e-ff72-4983-a3d8-e8d8bd378932?a=b \
            | segment 4 of the path at character 15: 'es' instead of nothing
            /v2/Customers/47021739-3426-40bf-9601-61b4b6d7c793/batchJobStatus/0127ED8E-ff72-4983-b3d8-e8d8bd378932 \
            | segment 1 of the path at character 2: '2' instead of '1' \
            and in the tracking id at character 20: 'b3d8-e8d8bd378932' instead of 'a3d8-e8d8bd378932'
            """)
    void namesTheMostSimilarPlanAndTheDifferences(String path, String difference) {
        assertThat(NearMiss.of(received(path), planned))
                .isEqualTo("GET " + path + " was not planned; nearest: /v1/customers/" + CUSTOMER + "/batchJobStatus/"
                        + TRACKING + ", which differs in " + difference);
    }

    @Test
    void reportsAPlanThatWasMadeAfterTheRequest() {
        assertThat(NearMiss.of(received(Client.path(Batches.REFERENCE)), planned))
                .endsWith(TRACKING + ", which was planned after the request");
    }

    @Test
    void reportsThatNothingWasPlanned() {
        assertThat(NearMiss.of(received("/"), List.of())).isEqualTo("GET / was not planned; no reply was planned");
    }

    private static RecordedRequest received(String path) {
        return new RecordedRequest(
                ManualTime.DEFAULT_START, "GET", path, Map.of(), 1, OptionalInt.of(404), false, false);
    }
}
