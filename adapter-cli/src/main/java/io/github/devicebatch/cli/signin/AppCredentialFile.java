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
 * Where the credential of an application stands.
 *
 * @param file the secret, or the certificate with its key
 * @param password the password of the certificate's file, if it has one
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
     * @throws UsageException if there is none; the message has nothing of what the files hold
     */
    AppCredential read() {
        try {
            return file.kind() == SecretFile.Kind.CLIENT_SECRET
                    ? ClientSecret.fromFile(file.path())
                    : certificate(file.path());
        } catch (IOException unread) {
            throw file.unusable(unread);
        } catch (IllegalArgumentException noCredential) {
            throw file.unusable(reason(noCredential));
        }
    }

    private ClientCertificate certificate(Path path) throws IOException {
        return password.isEmpty()
                ? ClientCertificate.fromFile(path)
                : ClientCertificate.fromFile(path, password.get().read().toCharArray());
    }

    /** The file is named in the sentence before: of a certificate the cause says it without. */
    private static String reason(IllegalArgumentException noCredential) {
        return Optional.ofNullable(noCredential.getCause())
                .map(Throwable::getMessage)
                .orElseGet(noCredential::getMessage);
    }
}
