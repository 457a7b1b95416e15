package io.github.devicebatch.testkit.broken;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the one promise that the subject of a contract breaks; it keeps all the others. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Breaks {

    /** The promise's number, such as {@code BSQ-07}. */
    String value();
}
