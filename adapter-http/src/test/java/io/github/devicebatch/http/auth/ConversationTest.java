package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.ClientCertificate;
import io.github.devicebatch.http.support.Partner;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What MSAL4J itself can't do. */
class ConversationTest {

    @Test
    void tellsTheKindOfMsal4jsOwnComplaintsOnly() throws Exception {
        ApplicationCertificate certificate = ApplicationCertificate.create();
        BigInteger modulus = ((RSAPublicKey) certificate.certificate().getPublicKey()).getModulus();
        ClientCertificate broken =
                ClientCertificate.of(new KeyThatCannotSign(modulus), List.of(certificate.certificate()));
        try (Partner partner = Partner.start()) {
            AccessTokenSource source = AccessTokenSource.appOnly(partner.platform(), Partner.APP, broken);

            assertThatThrownBy(source::token)
                    .isInstanceOf(AccessTokenUnavailableException.class)
                    .hasMessage("no access token is to be had now: FAILING, the identity platform gave no access token:"
                            + " MSAL4J can't go on (InvalidKeyException)");
        }
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
