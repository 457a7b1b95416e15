/**
 * ArchUnit rules for hexagonal architectures: the core, the adapters, and the dependencies between packages.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit.archrules;

import org.jspecify.annotations.NullMarked;
