package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppRegistrationTest {

    private static final String GUID = "47021739-3426-40bf-9601-61b4b6d7c793";

    @Test
    void isConvertedToLowerCase() {
        assertThat(new AppRegistration("Contoso.OnMicrosoft.com", "8F6B3A3E-2F5C-4D3A-9D1E-5A4C6B7D8E9F"))
                .isEqualTo(new AppRegistration("contoso.onmicrosoft.com", "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {GUID, "contoso.com", "a.b", "xn--bcher-kva.example", "contoso.partner.onmschina.cn"})
    void acceptsATenantIdOrDomain(String tenant) {
        assertThat(new AppRegistration(tenant, GUID).tenant()).isEqualTo(tenant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "contoso",
                "common",
                "adfs",
                "1-1-1-1-1",
                ".com",
                "contoso.",
                "-a.com",
                "a..b",
                "a.com/oauth2",
                "a.com?x",
                "a.com#x",
                "a.com%2f",
                "a b.com",
                "a.com\r\n",
                "../a.com",
                "a@b.com",
                "b\u00fccher.example"
            })
    void rejectsOtherTenants(String tenant) {
        assertThatThrownBy(() -> new AppRegistration(tenant, GUID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a tenant: \"")
                .hasMessageEndingWith("\"; it is its id, a GUID, or a domain name such as contoso.onmicrosoft.com");
    }

    @Test
    void rejectsALongDomainAndQuotesOnlyItsStart() {
        assertThatThrownBy(() -> new AppRegistration("a.".repeat(200) + "com", GUID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a tenant: \"" + "a.".repeat(40) + "…\"; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contoso.com", "1-1-1-1-1", "{" + GUID + "}", GUID + "\n"})
    void rejectsAClientIdThatIsNotAGuid(String clientId) {
        assertThatThrownBy(() -> new AppRegistration("contoso.com", clientId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a client id: \"")
                .hasMessageEndingWith("\"; it is the Application (client) ID of the app registration, a GUID");
    }
}
