package io.github.devicebatch.cli;

import io.github.devicebatch.http.AccessToken;
import java.io.InputStream;
import java.util.Optional;

/**
 * Decides where the access token comes from: the option wins over the environment, and two variables at once are an
 * error, because neither is meant more than the other.
 *
 * @param option the token file that the option names, if it was given
 * @param environment may name a token file or hold the token itself
 */
record TokenChoice(Optional<TokenFile> option, Environment environment) {

    static final String TOKEN = "DEVICEBATCH_TOKEN";
    static final String TOKEN_FILE = "DEVICEBATCH_TOKEN_FILE";

    boolean readsStandardInput() {
        return option.or(this::fileInEnvironment)
                .filter(TokenFile::isStandardInput)
                .isPresent();
    }

    /**
     * Reads the token.
     *
     * @throws Misuse if there is none, there are two, or it is no token
     */
    AccessToken read(InputStream in) {
        return option.map(file -> file.read(in)).orElseGet(() -> fromEnvironment(in));
    }

    private AccessToken fromEnvironment(InputStream in) {
        Optional<String> token = environment.get(TOKEN);
        Optional<TokenFile> file = fileInEnvironment();
        if (token.isPresent() && file.isPresent()) {
            throw new Misuse(
                    Problem.of("two access tokens: " + TOKEN + " and " + TOKEN_FILE + " are set", "unset one of them"));
        }
        return token.map(TokenChoice::variable)
                .or(() -> file.map(named -> named.read(in)))
                .orElseThrow(() -> new Misuse(Problem.of(
                        "no access token", "give --token-file FILE (- reads standard input), or set " + TOKEN)));
    }

    private Optional<TokenFile> fileInEnvironment() {
        return environment.get(TOKEN_FILE).map(TokenFile::new);
    }

    private static AccessToken variable(String token) {
        try {
            return AccessToken.of(token);
        } catch (IllegalArgumentException noToken) {
            throw new Misuse(
                    Problem.of("no access token in " + TOKEN, noToken.getMessage(), "set it to a token alone"));
        }
    }
}
