package io.github.devicebatch.testkit.oauth;

import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registration of an application; a class, because a record would print the secrets. Immutable. */
final class ClientRegistration {

    /** A public client: an application without credentials. */
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
            throw new IllegalArgumentException("the client secret must not be empty");
        }
        return new ClientRegistration(Set.of(secret), Set.of(), false);
    }

    static ClientRegistration withCertificate(X509Certificate certificate) {
        String algorithm = certificate.getPublicKey().getAlgorithm();
        if (!algorithm.equals("RSA")) {
            throw new IllegalArgumentException("the certificate must have an RSA key, not " + algorithm);
        }
        return new ClientRegistration(Set.of(), Set.of(certificate), false);
    }

    /** Returns a registration with the credentials and permissions of both. */
    ClientRegistration and(ClientRegistration other) {
        return new ClientRegistration(
                union(secrets, other.secrets),
                union(certificates, other.certificates),
                publicFlows || other.publicFlows);
    }

    /** Returns whether the application may act for users without authentication. */
    boolean allowsPublicFlows() {
        return publicFlows;
    }

    boolean hasCredentials() {
        return !secrets.isEmpty() || !certificates.isEmpty();
    }

    boolean hasSecret(String secret) {
        return secrets.contains(secret);
    }

    Stream<X509Certificate> certificates() {
        return certificates.stream();
    }

    private static <T> Set<T> union(Set<T> first, Set<T> second) {
        return Stream.concat(first.stream(), second.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
