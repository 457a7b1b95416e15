package io.github.devicebatch.testkit.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client of a fake's token endpoint, with forms that a test can change. */
public record TokenClient(FakePartnerCenter partnerCenter, HttpClient http) implements AutoCloseable {

    public static final String TENANT = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0c";
    public static final String APPLICATION = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0d";
    public static final String PUBLIC_CLIENT = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0e";
    public static final String SECRET = "canary~secret/with+signs";
    public static final String APP_ONLY = "https://api.partnercenter.microsoft.com/.default";
    public static final String ON_BEHALF = "https://api.partnercenter.microsoft.com/user_impersonation";
    public static final String TOKEN_PATH = "/" + TENANT + "/oauth2/v2.0/token";
    public static final String DEVICE_CODE_PATH = "/" + TENANT + "/oauth2/v2.0/devicecode";

    public static TokenClient of(FakePartnerCenter partnerCenter) {
        partnerCenter.tokens().application(APPLICATION, SECRET).publicClient(PUBLIC_CLIENT);
        return new TokenClient(
                partnerCenter,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** Returns a modifiable form with client credentials. */
    public static Map<String, String> clientCredentials() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", APPLICATION);
        form.put("client_secret", SECRET);
        form.put("scope", APP_ONLY);
        return form;
    }

    /** Returns a modifiable form in which a public client exchanges a refresh token. */
    public static Map<String, String> refresh(String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", PUBLIC_CLIENT);
        form.put("refresh_token", refreshToken);
        form.put("scope", ON_BEHALF + " openid profile offline_access");
        return form;
    }

    public HttpResponse<String> token(Map<String, String> form) throws IOException, InterruptedException {
        return post(TOKEN_PATH, encoded(form));
    }

    public HttpResponse<String> deviceCode(Map<String, String> form) throws IOException, InterruptedException {
        return post(DEVICE_CODE_PATH, encoded(form));
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(partnerCenter.baseUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Returns a string or number of a JSON response as text, or the empty text if it is missing. */
    public static String member(HttpResponse<String> response, String name) {
        Matcher member =
                Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|(\\d+))").matcher(response.body());
        if (!member.find()) {
            return "";
        }
        return member.group(1) == null ? member.group(2) : member.group(1);
    }

    @Override
    public void close() {
        http.close();
    }
}
