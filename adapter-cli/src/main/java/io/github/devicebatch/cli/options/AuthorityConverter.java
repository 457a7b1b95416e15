package io.github.devicebatch.cli.options;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a URL without repeating it in a message, because people put passwords in URLs. */
final class AuthorityConverter implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException noUrl) {
            throw new TypeConversionException("it is no URL; give one such as https://login.microsoftonline.com");
        }
    }
}
