/** {@code FakePartnerCenter}: router, handlers, scripted replies, request journal, landing page. */
package io.github.devicebatch.testkit.server;
