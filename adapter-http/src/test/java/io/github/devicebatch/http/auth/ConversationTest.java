package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.credential.CertifiedKey;
import io.github.devicebatch.http.support.Partner;
import io.github.devicebatch.http.transport.Authority;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import java.math.BigInteger;
import java.net.URI;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What MSAL4J itself can't do. */
class ConversationTest {

    @Test
    void tellsTheKindOfMsal4jsOwnComplaintsOnly() throws Exception {
        ApplicationCertificate certificate = ApplicationCertificate.create();
        BigInteger modulus = ((RSAPublicKey) certificate.certificate().getPublicKey()).getModulus();
        var broken = new ClientApp.Credential.Certificate(
                CertifiedKey.of(new KeyThatCannotSign(modulus), List.of(certificate.certificate())));
        TokenSupplier tokens = TokenSuppliers.appOnly(
                new TokenEndpoint(
                        new Authority(URI.create("http://127.0.0.1:1")),
                        "scope/.default",
                        "scope/user",
                        InstantSource.system(),
                        Thread::sleep,
                        InstantSource.system()),
                new ClientApp("contoso.onmicrosoft.com", Partner.CLIENT_ID, Optional.of(broken)));

        assertThatThrownBy(tokens::get)
                .isInstanceOf(TokenException.class)
                .hasMessage("no access token at the moment: FAILING, MSAL4J failed (InvalidKeyException)");
    }

    /** Has the certificate's modulus and nothing to sign with. */
    private record KeyThatCannotSign(BigInteger modulus) implements PrivateKey, RSAKey {

        @Override
        public BigInteger getModulus() {
            return modulus;
        }

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }
}
