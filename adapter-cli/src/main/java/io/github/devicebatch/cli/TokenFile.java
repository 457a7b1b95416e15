package io.github.devicebatch.cli;

import io.github.devicebatch.http.AccessToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads an access token from a file, or from standard input for {@code -}. The line break at its end is no part of it.
 *
 * @param name the file's name as given
 */
record TokenFile(String name) {

    private static final int LONGEST = 65_536;

    /** What editors and shells put around the text of a file: a byte order mark, and the end of the line. */
    private static final String AROUND_A_TOKEN = "\\A\\x{feff}|\\R\\z";

    private static final String REMEDY = "give a file that holds an access token and nothing else";

    boolean isStandardInput() {
        return name.equals("-");
    }

    /**
     * Reads the token.
     *
     * @throws Misuse if there is no such file or no token in it; the message contains nothing of what it holds
     */
    AccessToken read(InputStream in) {
        try {
            return isStandardInput() ? from(in) : fromFile();
        } catch (NoSuchFileException missing) {
            throw unreadable("there is no file of the name that was given");
        } catch (AccessDeniedException denied) {
            throw unreadable("permission denied");
        } catch (IOException | InvalidPathException broken) {
            throw unreadable("it cannot be read");
        }
    }

    private AccessToken fromFile() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            return from(file);
        }
    }

    private AccessToken from(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw unreadable("it is longer than any token");
        }
        try {
            return AccessToken.of(new String(bytes, StandardCharsets.UTF_8).replaceAll(AROUND_A_TOKEN, ""));
        } catch (IllegalArgumentException noToken) {
            throw unreadable(noToken.getMessage());
        }
    }

    /** Repeats the name only if there is such a file: it happens that the token itself is given for it. */
    private Misuse unreadable(String why) {
        String source = isStandardInput() ? "standard input" : "the token file" + (exists() ? " " + name : "");
        return new Misuse(Problem.of("no access token in " + source, why, REMEDY));
    }

    private boolean exists() {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
