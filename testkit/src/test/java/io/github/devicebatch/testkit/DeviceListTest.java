package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.Submitter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceListTest {

    private static final Duration FOR_GOOD = Duration.ofMinutes(11);

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);
    private final Submitter submitter = new Submitter(client);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void listsABatchAsTheServiceDoes() throws Exception {
        submitter.submit("Test batch", Submitter.device("SN-1"), Submitter.device("SN-808"));
        time.advance(FOR_GOOD);
        assertThat(submitter.get(Submitter.path()).body()).isEqualTo("""
                {"totalCount":1,"items":[{"id":"Test batch","status":"finished","creationDate":"2026-01-05T09:00:00",\
                "devicesCount":1,"devicesLink":{"uri":\
                "/customers/47021739-3426-40bf-9601-61b4b6d7c793/deviceBatches/Test batch/devices",\
                "method":"GET","headers":[]},"attributes":{"objectType":"DeviceBatch"}}],\
                "attributes":{"objectType":"Collection"}}""");
    }

    @Test
    void listsTheDevicesThatGotInAndNoOther() throws Exception {
        submitter.submit("Test batch", Submitter.device("SN-1"), Submitter.device("SN-808"));
        assertThat(submitter.get(Submitter.path("Test%20batch")).body())
                .isEqualTo("{\"totalCount\":0,\"items\":[],\"attributes\":{\"objectType\":\"Collection\"}}");
        time.advance(FOR_GOOD);
        assertThat(submitter.get(Submitter.path("Test%20batch")).body()).matches("""
                        \\{"totalCount":1,"items":\\[\\{"id":"[0-9a-f-]{36}","serialNumber":"SN-1",\
                        "modelName":"Model One","oemManufacturerName":"Contoso",\
                        "policies":\\[\\{"key":"o_o_b_e","value":null}],"uploadedDate":"2026-01-05T09:06:00.0000000Z",\
                        "attributes":\\{"objectType":"Device"}}],"attributes":\\{"objectType":"Collection"}}""");
    }
}
