package io.github.devicebatch.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FishCompletionTest {

    private final String script = new FishCompletion(SampleCommand.create()).script();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complete -c sample -f",
                "complete -c sample -n '__sample_at \\'\\'' -a 'show' -d 'Show the user\\'s items.'",
                "complete -c sample -n '__sample_at \\'\\'' -a 'config' -d 'Show settings.'",
                "complete -c sample -n '__sample_at \\'\\'' -s 'h' -l 'help' -d 'Show this help'",
                "complete -c sample -n '__sample_at \\'/config\\'' -a 'get' -d 'Print one setting.'",
                "complete -c sample -n '__sample_at \\'/show\\'' -s 'o' -l 'output' -x -a 'TABLE JSON' -d 'One of: TABLE, JSON'",
                "complete -c sample -n '__sample_at \\'/show\\'' -l 'from' -r -F -d 'Read it'",
                "complete -c sample -n '__sample_at \\'/show\\'' -l 'token-file' -r -F -d 'Read a token'",
                "complete -c sample -n '__sample_at \\'/show\\'' -l 'locale' -x -d 'Language'",
                "complete -c sample -n '__sample_at \\'/show\\'' -s 'c' -l 'customer' -x -a '(__sample_customers)' -d 'Whose'",
                "complete -c sample -n '__sample_at \\'/config/get\\'' -a '(__sample_customers)/' -d 'customer'",
                "    set -l file $SAMPLE_CONFIG",
                "        set file \"$folder/sample/config.properties\"",
                "complete -c sample -n '__sample_at \\'/show\\'' -a '808 \\'two words\\' \\'it\\\\\\'s\\''",
            })
    void hasTheLine(String line) {
        assertThat(script.lines()).contains(line);
    }

    @Test
    void knowsEachPathOfTheTree() {
        assertThat(script).contains("contains -- \"$path/$word\" '/show' '/config' '/config/get'\n");
    }
}
