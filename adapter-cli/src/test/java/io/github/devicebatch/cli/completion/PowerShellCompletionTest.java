package io.github.devicebatch.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerShellCompletionTest {

    private final String script = new PowerShellCompletion(SampleCommand.create()).script();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Register-ArgumentCompleter -Native -CommandName 'sample', 'sample.cmd' -ScriptBlock {",
                "    $commands[''] = @(",
                "    $commands['/config'] = @(",
                "    $commands['/config/get'] = @(",
                "        @{ Names = @('show'); Takes = $false; Words = @(); Text = 'Show the user''s items.' }",
                "        @{ Names = @('-h', '--help'); Takes = $false; Words = @(); Text = 'Show this help' }",
                "        @{ Names = @('-o', '--output'); Takes = $true; Words = @('TABLE', 'JSON'); Text = 'One of: TABLE, JSON' }",
                "        @{ Names = @('--token-file'); Takes = $true; Words = @(); Text = 'Read a token' }",
                "        @{ Names = @('-c', '--customer'); Takes = $true; Words = $customers; Text = 'Whose' }",
                "        @{ Names = @($customers | ForEach-Object { \"$_/\" }); Takes = $false; Words = @(); Text = 'customer' }",
                "    $file = if ($env:SAMPLE_CONFIG) { $env:SAMPLE_CONFIG } else { \"$folder/\" + 'sample/config.properties' }",
                "        @{ Names = @('it''s'); Takes = $false; Words = @(); Text = 'it''s' }",
            })
    void hasTheLine(String line) {
        assertThat(script.lines()).contains(line);
    }

    @Test
    void closesEachBracket() {
        String withoutStrings = script.replaceAll("\"[^\"\n]*\"", "").replaceAll("'[^'\n]*'", "");

        assertThat(count(withoutStrings, '{'))
                .isEqualTo(count(withoutStrings, '}'))
                .isPositive();
        assertThat(count(withoutStrings, '('))
                .isEqualTo(count(withoutStrings, ')'))
                .isPositive();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }
}
