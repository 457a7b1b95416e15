package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.credentials.FormBody;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.oauth.DeviceCodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page on which a user enters a device code and signs in, or declines: a form for browsers, and a form request for programs. Its
 * only user has no password.
 *
 * @param codes supplies the codes
 */
record DeviceLoginPage(Supplier<DeviceCodes> codes) implements RequestHandler {

    static final String PATH = "/devicelogin";

    private static final String FORM = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Sign in to the fake</title>
            <style>
            body { font-family: sans-serif; max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.4; }
            input, button { font: inherit; padding: 0.3em 0.6em; }
            </style>
            </head>
            <body>
            <h1>Sign in to the fake</h1>
            <p>%s</p>
            <form method="post" action="/devicelogin">
            <p><label>Code <input name="code" autocomplete="off" autofocus required></label></p>
            <p><button name="answer" value="approve">Sign in as admin.agent@partner.example</button>
            <button name="answer" value="decline">Decline</button></p>
            </form>
            </body>
            </html>
            """;

    @Override
    public Optional<Result> handle(Request request) {
        return request.path().equals(PATH) ? Optional.of(Result.with(reply(request))) : Optional.empty();
    }

    private Reply reply(Request request) {
        return switch (request.method()) {
            case "GET" -> page(request, 200, "Enter the code that the command shows.");
            case "POST" -> CrossSiteFilter.rejectOtherSite(request).orElseGet(() -> decide(request));
            default -> ServiceFaults.methodNotAllowed("GET or POST");
        };
    }

    private Reply decide(Request request) {
        FormBody form = FormBody.of(request);
        List<String> code = form.values("code");
        boolean declined = form.values("answer").contains("decline");
        boolean known = code.size() == 1
                && (declined
                        ? codes.get().decline(code.getFirst())
                        : codes.get().approve(code.getFirst()));
        if (!known) {
            return page(
                    request,
                    400,
                    "There is no such code, or it has expired or been used. Enter it as the command shows it.");
        }
        return page(request, 200, declined ? "Declined." : "Signed in. Return to the command.");
    }

    private static Reply page(Request request, int status, String message) {
        boolean isBrowser = request.values("Accept").stream().anyMatch(accept -> accept.contains("text/html"));
        HttpReply reply = isBrowser
                ? Reply.html(status, String.format(Locale.ROOT, FORM, message))
                : Reply.bytes(status, "text/plain; charset=utf-8", (message + "\n").getBytes(UTF_8));
        return reply.withHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .withHeader("Vary", "Accept");
    }
}
