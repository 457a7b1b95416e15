package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReuploadAdviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HELPS                   | yes, as it is
            HELPS_AFTER_NEW_CAPTURE | yes, after a new capture of the hardware hash
            HELPS_AFTER_CORRECTION  | yes, after a correction
            HELPS_AFTER_REMOVAL     | only after the removal
            DOES_NOT_HELP           | no
            NOT_KNOWN               | not known
            """)
    void answersInAFewWords(ReuploadAdvice uploadingAgain, String words) {
        assertThat(uploadingAgain.description()).isEqualTo(words);
    }
}
