package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.http.AppCredential;
import io.github.devicebatch.http.ClientCertificate;
import io.github.devicebatch.http.ClientSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * File of an app credential.
 *
 * @param file the client secret, or the client certificate with its private key
 * @param password the password of the certificate file, if it has one
 */
record AppCredentialFile(SecretFile file, Optional<SecretFile> password) {

    static AppCredentialFile secret(String name) {
        return new AppCredentialFile(new SecretFile(SecretFile.Kind.CLIENT_SECRET, name), Optional.empty());
    }

    static AppCredentialFile certificate(String name, Optional<String> password) {
        return new AppCredentialFile(
                new SecretFile(SecretFile.Kind.CLIENT_CERTIFICATE, name),
                password.map(file -> new SecretFile(SecretFile.Kind.PASSWORD, file)));
    }

    List<SecretFile> files() {
        return Stream.concat(Stream.of(file), password.stream()).toList();
    }

    SignInFlow flow() {
        return file.kind() == SecretFile.Kind.CLIENT_SECRET
                ? SignInFlow.APP_ONLY_BY_SECRET
                : SignInFlow.APP_ONLY_BY_CERTIFICATE;
    }

    /**
     * Reads the credential.
     *
     * @param notes receives a warning if the certificate expires soon
     * @throws UsageException if a file cannot be read or has no credential, or if no certificate is valid now; the message has no
     *     content of the files
     */
    AppCredential read(CliContext context, Consumer<String> notes) {
        try {
            if (file.kind() == SecretFile.Kind.CLIENT_SECRET) {
                return ClientSecret.fromFile(file.path());
            }
            ClientCertificate certificate = certificate(file.path());
            new CertificatePeriod(file, certificate, context.wallClock().instant(), context.zone()).check(notes);
            return certificate;
        } catch (IOException failure) {
            throw file.unusable(failure);
        } catch (IllegalArgumentException invalid) {
            throw file.unusable(reason(invalid));
        }
    }

    private ClientCertificate certificate(Path path) throws IOException {
        return password.isEmpty()
                ? ClientCertificate.fromFile(path)
                : ClientCertificate.fromFile(path, password.get().read().toCharArray());
    }

    /** The message of a cause has no file name; {@link SecretFile#unusable} adds it. */
    private static String reason(IllegalArgumentException invalid) {
        return Optional.ofNullable(invalid.getCause())
                .map(Throwable::getMessage)
                .orElseGet(invalid::getMessage);
    }
}
