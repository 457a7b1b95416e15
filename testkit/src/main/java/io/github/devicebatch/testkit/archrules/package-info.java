/** ArchUnit rules for a hexagon. */
package io.github.devicebatch.testkit.archrules;
