package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;

/** Tells a person why nobody is signed in. */
record SignInProblem(WallClock clock) {

    private static final String WHAT = "not signed in";

    Problem of(AccessTokenException none) {
        return switch (none) {
            case AccessTokenRefusedException refused -> refused(refused);
            case AccessTokenUnavailableException unavailable -> unavailable(unavailable);
        };
    }

    private static Problem refused(AccessTokenRefusedException refused) {
        String said = "the identity platform says: " + refused.fault();
        return SignInRefusal.find(refused.fault())
                .map(why -> Problem.of(WHAT, why.meaning() + "; " + said, remedy(why)))
                .orElseGet(() -> Problem.of(WHAT, said, SignInRefusal.NOT_EXPLAINED.remedy()));
    }

    /** A sign-in by device code is for apps that have no credential; there is no other way out. */
    private static String remedy(SignInRefusal why) {
        return why == SignInRefusal.CREDENTIAL_MISSING
                ? "turn on \"Allow public client flows\" in the app registration (Authentication), and begin again"
                : why.remedy();
    }

    private Problem unavailable(AccessTokenUnavailableException none) {
        var unavailable = new Unavailable(none.cause(), none.detail(), none.retryAfter(), Trace.NOTHING_SENT);
        return Problem.of(WHAT, new UnavailableInWords(clock).whole(unavailable), Remedy.of(unavailable));
    }
}
