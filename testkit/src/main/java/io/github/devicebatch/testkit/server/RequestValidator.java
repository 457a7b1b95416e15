package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what is wrong with a request, before anyone looks for its batch. */
final class RequestValidator {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +[A-Za-z0-9._~+/-]+=*");
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    private RequestValidator() {}

    /** Gives the reply that turns the request down, or nothing if it is as it should be. */
    static Optional<HttpReply> objectionTo(Request request, String... methods) {
        if (!List.of(methods).contains(request.method())) {
            String is = methods.length == 1 ? " is" : " are";
            return Optional.of(Reply.fault(405, "405", "Only " + String.join(" and ", methods) + is + " answered here.")
                    .withHeader("Allow", String.join(", ", methods)));
        }
        return Stream.of(
                        header(request, 401, "Authorization", "Bearer and a token", BEARER.asMatchPredicate()),
                        header(request, 400, "Accept", "application/json", RequestValidator::takesJson),
                        header(request, 400, "MS-RequestId", "a GUID", GUID.asMatchPredicate()),
                        header(request, 400, "MS-CorrelationId", "a GUID", GUID.asMatchPredicate()),
                        contractVersion(request))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The vendor's SDK for .NET, which names itself as a client, sends no version of the contract. */
    private static Optional<HttpReply> contractVersion(Request request) {
        boolean leftOutByTheVendor = request.values("MS-Contract-Version").isEmpty()
                && !request.values("MS-PartnerCenter-Client").isEmpty();
        return leftOutByTheVendor ? Optional.empty() : header(request, 400, "MS-Contract-Version", "v1", "v1"::equals);
    }

    /** Names the header and what it should be, and never what it is: that might be a token. */
    static Optional<HttpReply> header(
            Request request, int status, String name, String expected, Predicate<String> isRight) {
        List<String> values = request.values(name);
        if (values.size() == 1 && isRight.test(values.getFirst())) {
            return Optional.empty();
        }
        String found = values.isEmpty() ? "is missing" : values.size() > 1 ? "is there more than once" : "is wrong";
        String code = status == 401 ? "800001" : Integer.toString(status);
        return Optional.of(
                Reply.fault(status, code, "The header %s %s; it has to be %s.".formatted(name, found, expected)));
    }

    private static boolean takesJson(String accept) {
        return Stream.of(accept.split(","))
                .map(range -> range.split(";", 2)[0].strip())
                .anyMatch("application/json"::equalsIgnoreCase);
    }
}
