package io.github.devicebatch.cli;

import io.github.devicebatch.http.PartnerCenterCloud;

/** What {@code --cloud} names. */
enum Cloud {
    GLOBAL,
    CHINA,
    USGOV;

    PartnerCenterCloud partnerCenterCloud() {
        return switch (this) {
            case GLOBAL -> PartnerCenterCloud.GLOBAL;
            case CHINA -> PartnerCenterCloud.CHINA;
            case USGOV -> PartnerCenterCloud.US_GOVERNMENT;
        };
    }

    /** Gives the word as it is typed. */
    @Override
    public String toString() {
        return Typed.word(this);
    }
}
