package io.github.devicebatch.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.CommandSpec;

/** What the completion scripts of all shells have in common. */
class CompletionScriptTest {

    private enum Shell {
        BASH {
            @Override
            String script(CommandSpec command) {
                return new BashCompletion(command).script();
            }
        },
        FISH {
            @Override
            String script(CommandSpec command) {
                return new FishCompletion(command).script();
            }
        },
        POWERSHELL {
            @Override
            String script(CommandSpec command) {
                return new PowerShellCompletion(command).script();
            }
        };

        abstract String script(CommandSpec command);
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutWhatIsHidden(Shell shell) {
        assertThat(shell.script(SampleCommand.create())).contains("show").doesNotContain("internal", "secret");
    }

    @ParameterizedTest
    @EnumSource
    void requiresACommand(Shell shell) {
        assertThatNullPointerException().isThrownBy(() -> shell.script(null));
    }
}
