package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.ClientSecret;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterCloud;
import io.github.devicebatch.http.credential.CertifiedKey;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.LibraryUse;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.ProgramRun;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.http.transport.Authority;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MsalClientTest {

    @Test
    void reportsOnlyTheTypeOfAnExceptionOfMsal4j() throws Exception {
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
                new ClientApp("contoso.onmicrosoft.com", RegisteredApp.CLIENT_ID, Optional.of(broken)));

        assertThatThrownBy(tokens::get)
                .isInstanceOf(TokenException.class)
                .hasMessage("no access token at the moment: FAILING, MSAL4J failed (InvalidKeyException)");
    }

    /** A key with the modulus of the certificate that cannot sign. */
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

    /** MSAL4J is an optional dependency: only the sources that request tokens need it. */
    @Nested
    class OptionalDependency {

        private final LibraryUse msal4j = LibraryUse.of("com.microsoft", "com.azure");

        @Test
        void isUsedByTwoTypesOnly() {
            assertThat(msal4j.users()).containsExactlyInAnyOrder("MsalClient", "MsalHttpClient");
        }

        @Test
        void isInNoSignatureOfTheExportedPackage() {
            assertThat(msal4j.exportedSignatures()).isEmpty();
        }

        @Test
        void isNamedIfItIsMissingAndNeeded() throws IOException, InterruptedException {
            ProgramRun run = ProgramRun.on(classPathWithout("msal4j"), Program.class);

            assertThat(run.output()).isEqualTo("""
                        Found
                        an optional dependency of devicebatch is missing, which it needs to request access tokens; \
                        add com.microsoft.azure:msal4j
                        """);
            assertThat(run.exit()).isZero();
        }

        @Test
        void itsMissingDependencyIsNamed() throws IOException, InterruptedException {
            assertThat(ProgramRun.on(classPathWithout("azure-json"), Program.class)
                            .output())
                    .endsWith("add com.azure:azure-json, which MSAL4J needs (on the module path, add the option"
                            + " --add-modules com.azure.json)\n");
        }

        private static String classPathWithout(String artifact) {
            String all = System.getProperty("java.class.path");
            assertThat(all).contains(artifact);
            return Stream.of(all.split(File.pathSeparator))
                    .filter(entry -> !entry.contains(artifact))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** A program that uses a fixed token, and then requests one, for which MSAL4J may be missing. */
    static final class Program {

        private Program() {}

        /** Runs the program. It has no arguments. */
        public static void main(String[] arguments) throws InterruptedException {
            try (FakePartnerCenter fake = FakePartnerCenter.start();
                    PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
                fake.script(Batches.REFERENCE).then(Reply.documentedExample());
                System.out.println(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)));
            }
            try {
                AccessTokenSource.appOnly(
                        IdentityPlatform.at(PartnerCenterCloud.GLOBAL),
                        RegisteredApp.APP,
                        ClientSecret.of(RegisteredApp.SECRET));
            } catch (IllegalStateException missing) {
                System.out.println(missing.getMessage());
            }
        }
    }
}
