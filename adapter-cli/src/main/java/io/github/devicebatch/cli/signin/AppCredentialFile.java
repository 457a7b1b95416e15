package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AppCredential;
import io.github.devicebatch.http.ClientCertificate;
import io.github.devicebatch.http.ClientSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /**
     * Reads the credential.
     *
     * @throws UsageException if a file cannot be read or has no credential; the message has no content of the files
     */
    AppCredential read() {
        try {
            return file.kind() == SecretFile.Kind.CLIENT_SECRET
                    ? ClientSecret.fromFile(file.path())
                    : certificate(file.path());
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
