package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
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

    /** Codes of Partner Center, of the identity platform, and of the process. */
    @Nested
    class OtherCodes {

        @Test
        void explainsAFaultOfPartnerCenter() {
            assertThat(tester.run("explain", "900421")).isEqualTo(new RunResult(0, """
                    900421 of Partner Center, HTTP 401
                      what happened: The token was issued without MFA.
                      what to do:    Sign in again with multi-factor authentication and use the new
                                     token.
                    """, ""));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"AADSTS50097", "aadsts50097", "50097", "AADSTS50097: Device authentication is required."})
        void explainsAnAadstsNumber(String code) {
            RunResult result = tester.run("explain", code);

            assertThat(result.out())
                    .startsWith("AADSTS50097 of the identity platform\n  what happened: A policy of the");
            assertThat(result.exitCode()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"exit-4", "exit4", "EXIT 4"})
        void explainsAnExitCode(String code) {
            assertThat(tester.run("explain", code).out())
                    .startsWith("exit code 4\n  what happened: A request was not authenticated, or is forbidden.\n");
        }

        @Test
        void acceptsAnExitCodeInTwoWords() {
            assertThat(tester.run("explain", "exit", "124").out()).startsWith("exit code 124\n");
        }

        @Test
        void namesTheVendorsPageOfAnUnknownAadstsNumber() {
            RunResult result = tester.run("explain", "AADSTS99999");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .isEqualTo("error: no explanation of AADSTS99999\n"
                            + "try: the vendor explains it at https://login.microsoftonline.com/error?code=99999\n");
        }

        @Test
        void explainsEveryWordThatTheShellCompletes() {
            List<String> words = new ArrayList<>();
            new ExplainedCodes().forEach(words::add);

            assertThat(words)
                    .contains("808", "ZtdDeviceNotFound", "10001", "900421", "AADSTS50097", "exit-0", "exit-141")
                    .allSatisfy(word ->
                            assertThat(tester.run("explain", word).exitCode()).isZero());
        }

        @ParameterizedTest
        @ValueSource(strings = {"exit-9", "exit-", "9", "AADSTS", "AADSTS99999999999", "exit-99999999999"})
        void reportsWhatIsNoCode(String code) {
            assertThat(tester.run("explain", code).exitCode()).isEqualTo(2);
        }
    }
}
