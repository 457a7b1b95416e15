package io.github.devicebatch.cli;

import io.github.devicebatch.testkit.FakeControl;
import io.github.devicebatch.testkit.InvalidScenarioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The scenario that the fake is to play, and what a person is told when it cannot be. */
record FakeScenario(Path file) {

    private static final String REMEDY = "devicebatch fake --scenario-schema prints what may stand in a scenario";

    /**
     * Loads it.
     *
     * @throws Misuse if the file cannot be read or has no scenario
     */
    void load(FakeControl control) {
        try {
            control.load(file);
        } catch (InvalidScenarioException wrong) {
            throw new Misuse(Problem.of(wrong.getMessage(), REMEDY));
        } catch (UncheckedIOException unreadable) {
            throw new Misuse(Problem.of(unreadable.getMessage(), why(unreadable.getCause()), REMEDY));
        }
    }

    private static String why(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "permission denied";
            case CharacterCodingException coding -> "it is not in UTF-8";
            default -> failure.getMessage();
        };
    }
}
