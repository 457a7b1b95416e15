package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of the method and the headers that every request to the API needs. */
final class RequestValidator {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +[A-Za-z0-9._~+/-]+=*");
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    private RequestValidator() {}

    /** Returns the fault of an invalid request, or empty if it is valid. */
    static Optional<HttpReply> rejection(Request request, String... methods) {
        if (!List.of(methods).contains(request.method())) {
            return Optional.of(ServiceFaults.methodNotAllowed(methods));
        }
        return Stream.of(
                        headerRejection(request, 401, "Authorization", "Bearer and a token", BEARER.asMatchPredicate()),
                        headerRejection(request, 400, "Accept", "application/json", RequestValidator::acceptsJson),
                        headerRejection(request, 400, "MS-RequestId", "a GUID", GUID.asMatchPredicate()),
                        headerRejection(request, 400, "MS-CorrelationId", "a GUID", GUID.asMatchPredicate()),
                        contractVersionRejection(request))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The vendor's SDK for .NET sends {@code MS-PartnerCenter-Client} and no version of the contract. */
    private static Optional<HttpReply> contractVersionRejection(Request request) {
        boolean isVendorSdk = request.values("MS-Contract-Version").isEmpty()
                && !request.values("MS-PartnerCenter-Client").isEmpty();
        return isVendorSdk
                ? Optional.empty()
                : headerRejection(request, 400, "MS-Contract-Version", "v1", "v1"::equals);
    }

    /** Returns the fault of a header, without its value, because that may be a token; or empty if the header is valid. */
    static Optional<HttpReply> headerRejection(
            Request request, int status, String name, String expected, Predicate<String> isValid) {
        List<String> values = request.values(name);
        if (values.size() == 1 && isValid.test(values.getFirst())) {
            return Optional.empty();
        }
        String problem = values.isEmpty() ? "is missing" : values.size() > 1 ? "occurs more than once" : "is invalid";
        String code = status == 401 ? "800001" : Integer.toString(status);
        return Optional.of(Reply.fault(
                status, code, String.format(Locale.ROOT, "The header %s %s; it must be %s.", name, problem, expected)));
    }

    private static boolean acceptsJson(String accept) {
        return Stream.of(accept.split(","))
                .map(range -> range.split(";", 2)[0].strip())
                .anyMatch("application/json"::equalsIgnoreCase);
    }
}
