package io.github.devicebatch.cli;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AppCredential;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.RefreshTokenFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An application that signs in by itself, or on behalf of a user who has signed in before.
 *
 * @param app the application
 * @param credential by which it shows who it is; on behalf of a user it may have none
 * @param refreshToken what the user left, if it is on behalf of one
 */
record AppSignIn(AppRegistration app, Optional<AppCredentialFile> credential, Optional<SecretFile> refreshToken)
        implements SignInWay {

    @Override
    public List<SecretFile> foreignFiles() {
        return credential.map(AppCredentialFile::files).orElse(List.of());
    }

    @Override
    public AccessTokenSource tokens(Surroundings around, IdentityPlatform platform) {
        Optional<AppCredential> shown = credential.map(AppCredentialFile::read);
        if (refreshToken.isEmpty()) {
            return AccessTokenSource.appOnly(platform, app, shown.orElseThrow());
        }
        RefreshTokenFile file = checked(refreshToken.get());
        return shown.isPresent()
                ? AccessTokenSource.appAndUser(platform, app, shown.get(), file)
                : AccessTokenSource.appAndUser(platform, app, file);
    }

    private static RefreshTokenFile checked(SecretFile named) {
        try {
            RefreshTokenFile file = RefreshTokenFile.at(named.path());
            file.check();
            return file;
        } catch (IllegalArgumentException noFile) {
            throw named.unusable("a file has a name, unlike this");
        } catch (IOException unusable) {
            throw named.unusable(unusable);
        }
    }
}
