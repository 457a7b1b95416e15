package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.ReferenceTexts.CUSTOMER;
import static io.github.devicebatch.domain.support.ReferenceTexts.REFERENCE;
import static io.github.devicebatch.domain.support.ReferenceTexts.TRACKING;
import static io.github.devicebatch.domain.support.ReferenceTexts.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReferenceTest {

    @Test
    void readsBackWhatItPrints() {
        assertThat(REFERENCE).hasToString(CUSTOMER + "/" + TRACKING);
        assertThat(BatchReference.parse(REFERENCE.toString())).isEqualTo(REFERENCE);
    }

    @Test
    void showsTheIdsOfALongUrlAndNotItsHost() {
        String url = filled("https://api.partnercenter.microsoft.com/v1/customers/<c>/batchJobStatus/latest");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchReference.parse(url))
                .withMessage("not a batch reference: \"%s/latest\"; the tracking id is not a GUID", CUSTOMER);
    }

    @Test
    void hasAtMost2048Characters() {
        String longest = CUSTOMER + "/" + TRACKING + "?" + "q".repeat(2_048 - 36 - 1 - 36 - 1);

        assertThat(BatchReference.parse(longest)).isEqualTo(REFERENCE);
        assertThatIllegalArgumentException().isThrownBy(() -> BatchReference.parse(longest + "q"));
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> BatchReference.parse(null));
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchReference(null, REFERENCE.tracking()))
                .withMessage("customer");
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchReference(REFERENCE.customer(), null))
                .withMessage("tracking");
    }

    /** In the texts, {@code <c>} stands for the customer's id and {@code <t>} for the tracking id. */
    @Nested
    class Forms {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<c>/<t>",
                    "<c>/<t>/",
                    "<c>/<t>?x=1",
                    "/customers/<c>/batchJobStatus/<t>",
                    "/v1/customers/<c>/batchJobStatus/<t>",
                    "customers/<c>/batchJobStatus/<t>",
                    "v1/customers/<c>/batchJobStatus/<t>",
                    "/customers/<c>/batchjobstatus/<t>",
                    "/V1/CUSTOMERS/<c>/BATCHJOBSTATUS/<t>",
                    "/customers/<c>/batchJobStatus/<t>/",
                    "/customers/<c>/batchJobStatus/<t>?",
                    "/customers/<c>/batchJobStatus/<t>?a=1&b=/x/y?z",
                    "/customers/<c>/batchJobStatus/<t>/?a=1",
                    "https://api.partnercenter.microsoft.com/customers/<c>/batchJobStatus/<t>",
                    "https://api.partnercenter.microsoft.com/v1/customers/<c>/batchJobStatus/<t>",
                    "HTTPS://API.PARTNERCENTER.MICROSOFT.COM/v1/customers/<c>/batchJobStatus/<t>",
                    "https://api.partnercenter.microsoft.com/v1/customers/<c>/batchJobStatus/<t>/?a=1",
                    "https://elsewhere.example:8443/v1/customers/<c>/batchJobStatus/<t>",
                    "http://127.0.0.1:8080/v1/customers/<c>/batchJobStatus/<t>",
                    "http://[::1]:8080/customers/<c>/batchJobStatus/<t>"
                })
        void readsEveryFormInWhichPeopleMeetIt(String form) {
            assertThat(BatchReference.parse(filled(form))).isEqualTo(REFERENCE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<c>/<t>", "/v1/customers/<c>/batchJobStatus/<t>"})
        void readsIdsInUpperCase(String form) {
            String upperCase = filled(form).toUpperCase(Locale.ROOT);

            assertThat(BatchReference.parse(upperCase)).isEqualTo(REFERENCE);
        }
    }

    /** In the texts, {@code <c>} stands for the customer's id and {@code <t>} for the tracking id. */
    @Nested
    class WrongId {

        @Test
        void saysThatATrackingIdAloneLacksItsCustomer() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchReference.parse(TRACKING))
                    .withMessage("not a batch reference: \"" + TRACKING
                            + "\"; a tracking id needs its customer in front of it: customer/tracking");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "contoso/<t>",
                    "1-1-1-1-1/<t>",
                    "../<t>",
                    "{<c>}/<t>",
                    "/customers/me/batchJobStatus/<t>",
                    "x/y"
                })
        void saysThatTheCustomerIdIsWrong(String form) {
            String text = filled(form);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchReference.parse(text))
                    .withMessage("not a batch reference: \"%s\"; the customer id is not a GUID", text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<c>/latest",
                    "<c>/1-1-1-1-1",
                    "<c>/..",
                    "<c>/<t>;a",
                    "<c>/<t>%20",
                    "<c>/<t>%0d",
                    "<c>/<t>&a=1"
                })
        void saysThatTheTrackingIdIsWrong(String form) {
            String text = filled(form);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchReference.parse(text))
                    .withMessage("not a batch reference: \"%s\"; the tracking id is not a GUID", text);
        }

        @Test
        void showsTheCharacterAtFault() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchReference.parse(filled("<c>/<t>\u00a0")))
                    .withMessage(
                            "not a batch reference: \"…%s⟨U+00A0 no-break space⟩\"; the tracking id is not a GUID",
                            "793/" + TRACKING);
        }
    }

    /** In the texts, {@code <c>} stands for the customer's id and {@code <t>} for the tracking id. */
    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "/",
                    "nonsense",
                    "<c>/",
                    "/<t>",
                    "/<c>/<t>",
                    "<c>//<t>",
                    "<c>/<t>//",
                    "<c>,<t>",
                    "<c>\\<t>",
                    "<c>/<t>#top",
                    "<c>:<t>",
                    "//customers/<c>/batchJobStatus/<t>",
                    "//elsewhere.example/customers/<c>/batchJobStatus/<t>",
                    "../customers/<c>/batchJobStatus/<t>",
                    "/v2/customers/<c>/batchJobStatus/<t>",
                    "/v1/v1/customers/<c>/batchJobStatus/<t>",
                    "/customers/<c>/batchJobStatus",
                    "/customers/<c>/batchJobStatus/",
                    "/customers//batchJobStatus/<t>",
                    "/customers/<c>/deviceBatches/<t>",
                    "https:/customers/<c>/batchJobStatus/<t>",
                    "https:///customers/<c>/batchJobStatus/<t>",
                    "https://elsewhere.example/<c>/<t>",
                    "https://elsewhere.example/prefix/v1/customers/<c>/batchJobStatus/<t>",
                    "https://elsewhere.example?/customers/<c>/batchJobStatus/<t>",
                    "ftp://elsewhere.example/customers/<c>/batchJobStatus/<t>",
                    "file:///customers/<c>/batchJobStatus/<t>"
                })
        void refusesWhatIsNoneOfTheseAndSaysWhatToGive(String form) {
            String text = filled(form);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchReference.parse(text))
                    .withMessage(
                            "not a batch reference: %s; give customer/tracking,"
                                    + " the upload's Location (/customers/…/batchJobStatus/…) or its URL",
                            Excerpt.quoted(text));
        }

        @ParameterizedTest
        @CsvSource(
                ignoreLeadingAndTrailingWhitespace = false,
                delimiter = '|',
                value = {
                    "' '|⟨U+0020 space⟩",
                    "<c>/<t>/devices|…<t>/⟨U+0064 latin small letter d⟩evices",
                    "<c> / <t>|<c>⟨U+0020 space⟩/ <t>",
                    " <c>/<t>|⟨U+0020 space⟩<c>/…",
                    "<c>/<t> |…<t>⟨U+0020 space⟩",
                    "'<c>/<t>\n'|…<t>⟨U+000A line feed⟩",
                    "'<c>/<t>\r'|…<t>⟨U+000D carriage return⟩",
                    "'/v1/customers/<c>/batchJobStatus/<t>\r\n'|…<t>⟨U+000D carriage return⟩\\u{a}",
                    "/customers/<c>/batchJobStatus/<t>#x|…<t>⟨U+0023 number sign⟩x",
                    "/customers/<c>/batchJobStatus/<t>/devices|…<t>/⟨U+0064 latin small letter d⟩evices",
                    "<c>/<t>?a b|…<t>?a⟨U+0020 space⟩b",
                    "<c>\uff0f<t>|<c>⟨U+FF0F fullwidth solidus⟩<t>",
                    "'<c>\n/customers/<c>/batchJobStatus/<t>'|<c>⟨U+000A line feed⟩/customers/…",
                    "/customer\u017f/<c>/batchJobStatus/<t>|/customer⟨U+017F latin small letter long s⟩/…",
                    "https://else where.example/customers/<c>/batchJobStatus/<t>|https://else⟨U+0020 space⟩where.example/…",
                    "Location: /customers/<c>/batchJobStatus/<t>|Location:⟨U+0020 space⟩/customers/…"
                })
        void showsTheCharacterAtFault(String form, String shown) {
            String text = filled(form);
            String[] parts = filled(shown).split("…", -1);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchReference.parse(text))
                    .withMessageStartingWith("not a batch reference: \"" + (parts[0].isEmpty() ? "…" : parts[0]))
                    .withMessageContainingAll(parts)
                    .withMessageEndingWith("; give customer/tracking,"
                            + " the upload's Location (/customers/…/batchJobStatus/…) or its URL");
        }
    }

    @Nested
    class Hostile {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x",
                    "/",
                    "?",
                    "x/",
                    "v1/",
                    "/customers/",
                    "https://",
                    "47021739-",
                    "47021739-3426-40bf-9601-61b4b6d7c793/",
                    "/customers/x/batchJobStatus/"
                })
        void showsBothEndsOfAHostileInput(String piece) {
            String text = piece.repeat(1_000_000 / piece.length());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchReference.parse(text))
                    .withMessageStartingWith("not a batch reference: \"" + text.substring(0, 54) + "…"
                            + text.substring(text.length() - 26) + "\"; give ");
        }

        @Test
        void showsTheFirstCharacterAtFaultOfLongIds() {
            String customer = "c".repeat(900);
            String tracking = "t".repeat(900);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchReference.parse(customer + "/" + tracking))
                    .withMessage(
                            "not a batch reference: \"%s⟨U+0063 latin small letter c⟩%s…\"; the customer id is not a GUID",
                            "c".repeat(8), "c".repeat(40));
        }
    }
}
