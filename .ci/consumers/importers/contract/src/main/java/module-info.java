/** Tests an adapter of its own as a module: JUnit reaches the contract's parts, which are not public, on the module path too. */
open module com.example {
    requires io.github.devicebatch.testkit;
    requires org.junit.jupiter.api;
    requires org.junit.platform.launcher;
    requires org.assertj.core;
}
