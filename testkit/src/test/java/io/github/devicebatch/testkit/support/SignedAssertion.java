package io.github.devicebatch.testkit.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client assertion that a test can change before it is signed; header and claims are JSON values by name. */
public record SignedAssertion(
        ApplicationCertificate certificate, Map<String, String> header, Map<String, String> claims) {

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    public static SignedAssertion of(ApplicationCertificate certificate, Instant now) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", "\"RS256\"");
        header.put("typ", "\"JWT\"");
        header.put("x5t#S256", "\"" + url(digest("SHA-256", certificate.certificate())) + "\"");
        header.put("x5c", "[\"MIIB+/==\"]");
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("aud", "\"https://login.microsoftonline.com" + TokenClient.TOKEN_PATH + "\"");
        claims.put("iss", "\"" + TokenClient.APPLICATION + "\"");
        claims.put("sub", "\"" + TokenClient.APPLICATION + "\"");
        claims.put("nbf", Long.toString(now.getEpochSecond()));
        claims.put("exp", Long.toString(now.getEpochSecond() + 600));
        return new SignedAssertion(certificate, header, claims);
    }

    /** Returns the form with the signed assertion. */
    public Map<String, String> form() {
        return form(signed());
    }

    public static Map<String, String> form(String assertion) {
        Map<String, String> form = TokenClient.clientCredentials();
        form.remove("client_secret");
        form.put("client_assertion", assertion);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        return form;
    }

    public String signed() {
        String content =
                url(json(header).getBytes(UTF_8)) + "." + url(json(claims).getBytes(UTF_8));
        return content + "." + url(signature(content));
    }

    private byte[] signature(String content) {
        try {
            boolean pss = header.get("alg").equals("\"PS256\"");
            Signature signature = Signature.getInstance(pss ? "RSASSA-PSS" : "SHA256withRSA");
            if (pss) {
                signature.setParameter(PSS);
            }
            signature.initSign(certificate.privateKey());
            signature.update(content.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static byte[] digest(String algorithm, X509Certificate certificate) {
        try {
            return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
