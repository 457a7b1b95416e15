package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.KnownFault;

/** Advice that depends on the sign-in flow: it never names a step that the flow does not have, or that was just done. */
final class SignInAdvice {

    static final String NEW_TOKEN = KnownFault.TOKEN_REFUSED.remedy();

    private static final String SIGN_IN = "sign in again with devicebatch login";
    private static final String WEB_APP =
            "that the app is registered in Partner Center (Account settings, App management, Web app)";

    private SignInAdvice() {}

    /** Returns the credential to check, as the end of a list; empty text for a flow without. */
    static String credential(SignInFlow flow) {
        return switch (flow) {
            case APP_ONLY_BY_SECRET -> " and the secret in --client-secret-file";
            case APP_ONLY_BY_CERTIFICATE -> " and the certificate in --client-certificate";
            case APP_AND_USER, GIVEN_TOKEN -> ", and the secret or certificate of the app";
            case DEVICE_CODE -> "";
        };
    }

    /** Returns what to do if Partner Center rejects the token. */
    static String tokenRejected(SignInFlow flow) {
        return switch (flow) {
            case GIVEN_TOKEN -> NEW_TOKEN;
            case APP_ONLY_BY_SECRET, APP_ONLY_BY_CERTIFICATE -> "check --cloud and --tenant, and " + WEB_APP;
            case APP_AND_USER, DEVICE_CODE ->
                "check --cloud and --tenant, and the app's permission for Partner Center (App registrations, API"
                        + " permissions); then " + SIGN_IN;
        };
    }

    /** Returns what to do if Partner Center requires multi-factor authentication. */
    static String secondFactor(SignInFlow flow) {
        return switch (flow) {
            case GIVEN_TOKEN ->
                "get a token of a user who has signed in with a second factor, or of the app itself; an administrator has to"
                        + " require MFA for the user, as Partner Center does for all users";
            case APP_ONLY_BY_SECRET, APP_ONLY_BY_CERTIFICATE ->
                "a token of the app itself needs no second factor: check --tenant, and " + WEB_APP;
            case APP_AND_USER, DEVICE_CODE ->
                SIGN_IN
                        + " and confirm with a second factor, such as a code on the phone; if the sign-in does not ask for"
                        + " one, an administrator has to require MFA for the user, as Partner Center does for all users";
        };
    }

    /** Returns the caller whose role counts. */
    static String caller(SignInFlow flow) {
        return switch (flow) {
            case GIVEN_TOKEN -> "the caller is the app, or the user on whose behalf it acts";
            case APP_ONLY_BY_SECRET, APP_ONLY_BY_CERTIFICATE -> "the caller is the app";
            case APP_AND_USER, DEVICE_CODE -> "the caller is the user who signed in";
        };
    }

    /** Returns what to do if this program has no token to send and nothing was requested. */
    static String withoutToken(SignInFlow flow) {
        return switch (flow) {
            case GIVEN_TOKEN, APP_ONLY_BY_SECRET -> "correct this";
            case APP_ONLY_BY_CERTIFICATE ->
                "correct this: create a certificate, upload it to the app registration, and replace the file; or correct this"
                        + " machine's clock";
            case APP_AND_USER, DEVICE_CODE -> "correct this, or " + SIGN_IN;
        };
    }
}
