package io.github.devicebatch.application;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The faults that the vendor documents for this call, with meaning and remedy. The key is the pair of HTTP status and code,
 * because a code has different meanings with different statuses.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/error-codes">Partner Center error codes</a>
 */
public enum KnownFault {
    /** 401 with 400 or 800001. */
    TOKEN_REFUSED(
            401,
            Set.of("400", "800001"),
            "Partner Center rejected the access token",
            "get a new access token for https://api.partnercenter.microsoft.com; it is valid for about an hour"),
    /** 401 with 900421 or 10001. */
    MULTI_FACTOR_SIGN_IN_MISSING(
            401,
            Set.of("900421", "10001"),
            "the token was issued without MFA",
            "sign in again with multi-factor authentication and use the new token"),
    /** 403 with 2032 or 900150. */
    ROLE_LACKS_RIGHT(
            403,
            Set.of("2032", "900150"),
            "the caller's role does not permit this request",
            "give the caller the role Admin agent or Sales agent in Partner Center"),
    /** 403 with 20002. */
    NO_RELATION_WITH_CUSTOMER(
            403,
            Set.of("20002"),
            "the partner has no relation with this customer",
            "check the customer id, and that the customer has accepted the partner's relationship request"),
    /** 403 with 900123 or 900124. */
    PARTNER_AGREEMENT_NOT_ACCEPTED(
            403,
            Set.of("900123", "900124"),
            "the Microsoft Partner Agreement has not been accepted",
            "have a global administrator of the partner accept the agreement in Partner Center"),
    /** 400 with 900118. */
    CUSTOMER_ID_INVALID(
            400,
            Set.of("900118"),
            "the customer id is invalid",
            "check the customer id: it is the Microsoft ID on the customer's Account page"),
    /** 404 with 1000. */
    TRACKING_ID_UNKNOWN(
            404,
            Set.of("1000"),
            "Partner Center does not know the tracking id",
            "check the tracking id; retry shortly after an upload; old ids may have expired"),
    /** 404 with 60003. */
    TENANT_NOT_FOUND(
            404,
            Set.of("60003"),
            "Partner Center does not know the customer tenant",
            "check the customer id: it is the Microsoft ID on the customer's Account page");

    private final int httpStatus;
    private final Set<String> codes;
    private final String meaning;
    private final String remedy;

    KnownFault(int httpStatus, Set<String> codes, String meaning, String remedy) {
        this.httpStatus = httpStatus;
        this.codes = codes;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /**
     * Returns the entry for a fault.
     *
     * @param httpStatus the HTTP status, as in {@link Trace#httpStatus()}
     * @param fault the fault that the service reported
     * @return the entry, or empty for an unlisted pair
     */
    public static Optional<KnownFault> find(OptionalInt httpStatus, Fault fault) {
        String code = fault.code().orElse("");
        int status = httpStatus.orElse(0);
        return Arrays.stream(values())
                .filter(known -> known.httpStatus == status && known.codes.contains(code))
                .findFirst();
    }

    /** Returns the HTTP status with which the service reports the fault. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns the codes of the fault, an unmodifiable set. */
    public Set<String> codes() {
        return codes;
    }

    /**
     * Returns whether the fault concerns the caller and not one batch or customer, so that every other query fails alike.
     */
    public boolean concernsCaller() {
        return switch (this) {
            case TOKEN_REFUSED, MULTI_FACTOR_SIGN_IN_MISSING, ROLE_LACKS_RIGHT, PARTNER_AGREEMENT_NOT_ACCEPTED -> true;
            case NO_RELATION_WITH_CUSTOMER, CUSTOMER_ID_INVALID, TRACKING_ID_UNKNOWN, TENANT_NOT_FOUND -> false;
        };
    }

    /**
     * Returns the meaning: a clause in English without a full stop.
     */
    public String meaning() {
        return meaning;
    }

    /**
     * Returns the remedy: a clause in English without a full stop.
     */
    public String remedy() {
        return remedy;
    }
}
