package io.github.devicebatch.cli.options;

import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.RateLimitSettings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 5/s}, which lets twice as many go at once, as the default does, and {@code none}. */
final class RateConverter implements ITypeConverter<RateLimitSettings> {

    private static final Pattern FORM = Pattern.compile("(?i)([1-9]\\d{0,5})/s");
    private static final int BURST = 2;

    @Override
    public RateLimitSettings convert(String text) {
        String rate = text.strip();
        if (rate.equalsIgnoreCase("none")) {
            return RateLimitSettings.NONE;
        }
        Matcher matcher = FORM.matcher(rate);
        if (!matcher.matches()) {
            throw new TypeConversionException("\"" + Excerpt.of(text, 40)
                    + "\" is no rate; write how many questions a second, such as 5/s, or none");
        }
        int questions = Integer.parseInt(matcher.group(1));
        return RateLimitSettings.perSecond(questions, BURST * questions);
    }
}
