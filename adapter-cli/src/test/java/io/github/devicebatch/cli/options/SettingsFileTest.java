package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

    /** The scripts for completion read the names of customers from the same file. */
    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @CsvSource({
        "Linux,    /home/me, '',       /home/me/.config/devicebatch/config.properties",
        "Linux,    /home/me, /xdg,     /xdg/devicebatch/config.properties",
        "Linux,    /home/me, relative, /home/me/.config/devicebatch/config.properties",
        "Linux,    relative, '',       /database/.config/devicebatch/config.properties",
        "Linux,    '',       '',       /database/.config/devicebatch/config.properties",
        "Mac OS X, /home/me, /xdg,     /home/me/Library/Application Support/devicebatch/config.properties",
        "Mac OS X, '',       '',       /database/Library/Application Support/devicebatch/config.properties"
    })
    void theVariableHomePrecedesTheDatabaseOfUsers(String system, String home, String settings, Path file) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", "/database");
        Map<String, String> variables = Map.of("HOME", home, "XDG_CONFIG_HOME", settings);

        assertThat(SettingsFile.of(new EnvironmentVariables(variables), properties))
                .contains(new SettingsFile(file));
    }
}
