package io.github.devicebatch.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BashCompletionTest {

    private final String script = new BashCompletion(SampleCommand.create()).script();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ -z \"${BASH_VERSION-}\" ] || complete -F _complete_sample -o default sample",
                "      '/show' | '/config' | '/config/get') level=$level/${COMP_WORDS[i]} ;;",
                "    '':-*) _sample_no_files; _sample_reply '-h' '--help'; ;;",
                "    '':*) _sample_no_files; _sample_reply 'show' 'config'; ;;",
                "    '/show:-o' | '/show:--output') _sample_no_files; _sample_reply 'TABLE' 'JSON'; return ;;",
                "    '/show:--from') return ;;",
                "    '/show:--token-file') return ;;",
                "    '/show:--locale') _sample_no_files; return ;;",
                "    '/show:-c' | '/show:--customer') _sample_no_files; _sample_reply_customers; return ;;",
                "    '/show':*) _sample_no_files; _sample_reply '808' 'two words' 'it'\\''s'; ;;",
                "    '/config/get':*) _sample_no_files; _sample_no_space; _sample_reply_customers /; _sample_reply ; ;;",
                "  local file=${SAMPLE_CONFIG-} folder=${XDG_CONFIG_HOME-}",
                "  file=${file:-$folder/sample/config.properties}",
            })
    void hasTheLine(String line) {
        assertThat(script.lines()).contains(line);
    }
}
