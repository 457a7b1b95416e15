package io.github.devicebatch.http;

import io.github.devicebatch.domain.BatchReference;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;

/**
 * Puts the question into HTTP.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/headers">Partner Center REST headers</a>
 */
record StatusRequest(BaseUrl baseUrl, RequestHeaders headers) {

    HttpRequest about(BatchReference batch, AccessToken token, Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUrl.batchJobStatus(batch))
                .GET()
                .version(baseUrl.isSecure() ? Version.HTTP_2 : Version.HTTP_1_1)
                .header("Authorization", token.authorization())
                .header("Accept", "application/json")
                .header("User-Agent", "devicebatch")
                .header("MS-RequestId", question.requestId().toString())
                .header("MS-CorrelationId", question.correlationId().toString())
                .header("MS-Contract-Version", "v1")
                .header("X-Locale", headers.locale());
        headers.applicationName().ifPresent(name -> request.header("MS-PartnerCenter-Application", name));
        return request.build();
    }
}
