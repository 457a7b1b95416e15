package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.domain.KnownDeviceError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

    private final CommandTester tester = new CommandTester();

    @ParameterizedTest
    @ValueSource(strings = {"808", " 808 ", "ztddeviceassignedtoothertenant", "ZtdDeviceAssignedToAnotherTenant"})
    void explainsAnErrorByCodeOrNameInAnyCase(String error) {
        assertThat(tester.run("explain", error)).isEqualTo(new RunResult(0, """
                808 ZtdDeviceAssignedToOtherTenant
                  what happened: Another tenant has registered the device.
                  what to do:    Have the previous owner or reseller deregister it; failing
                                 that, ask vendor support with proof of ownership.
                  upload again?  only after the removal
                """, ""));
    }

    @Test
    void listsAllWithoutAnArgument() {
        RunResult result = tester.run("explain");

        assertThat(result.out().lines()).hasSize(1 + KnownDeviceError.values().length);
        assertThat(result.out()).startsWith("CODE  NAME ").contains("\n-     ZtdDeviceDuplicated ");
    }

    @Test
    void reportsAnUnknownErrorAndWhereTheListIs() {
        RunResult result = tester.run("explain", "4711\u001b[31m");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("\"4711\\u{1b}[31m\"", "devicebatch explain lists all");
    }
}
