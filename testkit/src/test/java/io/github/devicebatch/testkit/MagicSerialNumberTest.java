package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.Submitter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record MagicSerialNumberTest(ManualTime time, Submitter submitter) {

    @Test
    void hasOneRuleForEachErrorCode() {
        assertThat(MagicSerialNumber.rules())
                .extracting(MagicSerialNumber::ending)
                .containsExactlyElementsOf(Arrays.stream(KnownDeviceError.values())
                        .map(KnownDeviceError::code)
                        .flatMap(Optional::stream)
                        .toList())
                .contains("640", "801", "806", "808", "814")
                .hasSize(13);
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.testkit.MagicSerialNumber#rules")
    void decidesByTheEndOfTheSerialNumber(MagicSerialNumber rule) throws Exception {
        assertThat(row(Submitter.device("SN-" + rule.ending())))
                .isEqualTo("""
                {"serialNumber":"SN-%1$s","status":"finished_with_errors","errorCode":"%1$s","errorDescription":"%2$s",\
                "attributes":{"objectType":"DeviceUploadDetails"}}""".formatted(rule.ending(), rule.error().vendorName()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"productKey\": \"00329-00000-0003-AA808\"}                              | 808",
                "{\"productKey\": \"00329-00000-0003-AA808\", \"serialNumber\": \"SN-1\"}  | none",
                "{\"productKey\": \"00329-00000-0003-AA808\", \"serialNumber\": null}      | 808",
                "{\"HardwareHash\": \"abc808\"}                                            | none",
                "{\"HARDWAREHASH\": \"abc\", \"SerialNumber\": \"SN-802\"}                 | 802",
                "{\"serialNumber\": \"SN-808-1\", \"hardwareHash\": \"abc\"}               | none",
                "{\"serialNumber\": \"SN-1\"}                                              | 803",
                "{\"serialNumber\": \"SN-1\", \"modelName\": \"Model One\"}                | 803",
                "{\"serialNumber\": \"SN-1\", \"modelName\": \" \", \"oemManufacturerName\": \"Contoso\"} | 803",
                "{\"serialNumber\": \"SN-806\"}                                            | 806",
                "{\"serialNumber\": \"SN-1\", \"hardwareHash\": \"abc\"}                   | none",
            })
    void decidesByWhatIdentifiesADevice(String device, String code) throws Exception {
        String row = row(device);
        if (code.equals("none")) {
            assertThat(row).contains("\"deviceId\":", "\"status\":\"finished\"").doesNotContain("errorCode");
        } else {
            assertThat(row).contains("\"errorCode\":\"" + code + "\"").doesNotContain("deviceId");
        }
    }

    @Test
    void registersOnlyTheFirstDeviceOfAHardwareHash() throws Exception {
        String hash = "{\"hardwareHash\": \"abc\", \"serialNumber\": \"%s\"}";
        String rows = row(
                hash.formatted("SN-1"),
                hash.formatted("SN-2"),
                hash.formatted("SN-808"),
                Submitter.device("SN-3"),
                Submitter.device("SN-3"));
        assertThat(rows)
                .containsPattern("\"serialNumber\":\"SN-1\",\"status\":\"finished\"")
                .contains("""
                        "serialNumber":"SN-2","status":"finished_with_errors","errorDescription":"ZtdDeviceDuplicated\"""")
                .contains("""
                        "SN-808","status":"finished_with_errors","errorDescription":"ZtdDeviceDuplicated\"""");
        assertThat(rows.split("\"deviceId\"")).hasSize(4);
    }

    /** Submits devices, waits until the upload is finished, and returns their statuses. */
    private String row(String... devices) throws Exception {
        String status = submitter.submit("one", devices);
        time.advance(Duration.ofMinutes(11));
        String body = submitter.get(status).body();
        return body.substring(
                body.indexOf("\"devicesStatus\":[") + "\"devicesStatus\":[".length(), body.lastIndexOf("],"));
    }
}
