/** ArchUnit rules for hexagonal architectures: the core, the adapters, and the dependencies between packages. */
package io.github.devicebatch.testkit.archrules;
