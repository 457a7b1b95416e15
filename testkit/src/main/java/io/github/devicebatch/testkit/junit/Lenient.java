package io.github.devicebatch.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test whose requests {@link FakePartnerCenterExtension} does not check, as by
 * {@link FakePartnerCenterExtension#lenient()}. On a class it applies to all its tests, also to those of nested classes. It
 * takes precedence over {@link FakePartnerCenterExtension#strict()}.
 *
 * <pre>{@code
 * @ExtendWith(FakePartnerCenterExtension.class)
 * class MyPollerTest {
 *     @Test
 *     @Lenient
 *     void reportsAnUnknownBatch(FakePartnerCenter partnerCenter) throws Exception {
 *         new MyQuery(partnerCenter.baseUrl(), "token").ask(batch);
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Lenient {}
