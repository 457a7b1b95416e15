package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.message.UsageException;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpLoggingCheckTest {

    private final Properties properties = new Properties();

    @ParameterizedTest
    @ValueSource(strings = {"headers", "all", "ALL", "errors, Headers", "requests,headers,content", "frames:all"})
    void rejectsALogWithHeaders(String log) {
        properties.setProperty("jdk.httpclient.HttpClient.log", log);

        assertThatThrownBy(() -> HttpLoggingCheck.check(properties)).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "requests", "errors,ssl,frames:control:window", "content,channel,trace"})
    void acceptsALogWithoutHeaders(String log) {
        properties.setProperty("jdk.httpclient.HttpClient.log", log);

        assertThatCode(() -> HttpLoggingCheck.check(properties)).doesNotThrowAnyException();
    }
}
