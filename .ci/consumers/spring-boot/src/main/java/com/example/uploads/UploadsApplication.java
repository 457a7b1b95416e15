package com.example.uploads;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application. Spring closes the Partner Center at the end, because it is {@code AutoCloseable}. */
@SpringBootApplication
public class UploadsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(UploadsApplication.class, arguments);
    }

    @Bean
    PartnerCenter partnerCenter(
            @Value("${partner-center.base-url}") URI baseUrl, @Value("${partner-center.token}") String token) {
        return PartnerCenter.at(baseUrl)
                .tokens(AccessTokenSource.fixed(AccessToken.of(token)))
                .applicationName("uploads example")
                .build();
    }

    @Bean
    BatchStatusQuery batchStatusQuery(PartnerCenter partnerCenter) {
        return partnerCenter.batchStatus();
    }
}
