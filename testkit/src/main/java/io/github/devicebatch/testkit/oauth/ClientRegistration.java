package io.github.devicebatch.testkit.oauth;

import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of an application; a class, because a record would print the secrets. Immutable. */
final class ClientRegistration {

    /** An application that has nothing to show who it is: a public client. */
    static final ClientRegistration PUBLIC = new ClientRegistration(Set.of(), Set.of(), true);

    private final Set<String> secrets;
    private final Set<X509Certificate> certificates;

    private final boolean publicFlows;

    private ClientRegistration(Set<String> secrets, Set<X509Certificate> certificates, boolean publicFlows) {
        this.secrets = secrets;
        this.certificates = certificates;
        this.publicFlows = publicFlows;
    }

    static ClientRegistration withSecret(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a client secret is not empty");
        }
        return new ClientRegistration(Set.of(secret), Set.of(), false);
    }

    static ClientRegistration withCertificate(X509Certificate certificate) {
        if (!certificate.getPublicKey().getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException("an application's certificate has an RSA key, and not one of the kind "
                    + certificate.getPublicKey().getAlgorithm());
        }
        return new ClientRegistration(Set.of(), Set.of(certificate), false);
    }

    /** Gives an application that may do what either may. */
    ClientRegistration and(ClientRegistration other) {
        return new ClientRegistration(
                joined(secrets, other.secrets),
                joined(certificates, other.certificates),
                publicFlows || other.publicFlows);
    }

    /** Tells whether it may act for users without showing who it is. */
    boolean allowsPublicFlows() {
        return publicFlows;
    }

    /** Tells whether there is anything by which it could show who it is. */
    boolean hasCredentials() {
        return !secrets.isEmpty() || !certificates.isEmpty();
    }

    boolean hasSecret(String secret) {
        return secrets.contains(secret);
    }

    Stream<X509Certificate> certificates() {
        return certificates.stream();
    }

    private static <T> Set<T> joined(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
