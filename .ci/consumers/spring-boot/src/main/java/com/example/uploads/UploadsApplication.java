package com.example.uploads;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.http.EnvironmentSettings;
import io.github.devicebatch.http.PartnerCenter;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The application. Spring closes the Partner Center at the end, because it is {@code AutoCloseable}. */
@SpringBootApplication
public class UploadsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(UploadsApplication.class, arguments);
    }

    /** Takes the settings of the command devicebatch from Spring's environment, such as the variables of the container. */
    @Bean
    PartnerCenter partnerCenter(Environment environment) throws IOException {
        return EnvironmentSettings.of(name -> Optional.ofNullable(environment.getProperty(name)))
                .partnerCenter()
                .applicationName("uploads example")
                .build();
    }

    @Bean
    BatchStatusQuery batchStatusQuery(PartnerCenter partnerCenter) {
        return partnerCenter.batchStatus();
    }
}
