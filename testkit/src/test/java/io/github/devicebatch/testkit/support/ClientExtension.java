package io.github.devicebatch.testkit.support;

import java.lang.reflect.Method;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Parameters of the types {@link Client}, {@link RawClient}, {@link TokenClient} and {@link Submitter}: clients of the fake that
 * {@code FakePartnerCenterExtension} starts, one of each type for a test. JUnit closes them with the test.
 */
public final class ClientExtension implements ParameterResolver {

    private static final Set<Class<?>> CLIENTS =
            Set.of(Client.class, RawClient.class, TokenClient.class, Submitter.class);

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return CLIENTS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(Namespace.create(ClientExtension.class))
                .computeIfAbsent(parameter.getParameter().getType(), type -> newClient(type, context));
    }

    /** Calls the method {@code of} of a type; its parameter is resolved in turn. */
    private static Object newClient(Class<?> type, ExtensionContext context) {
        Method of = ReflectionSupport.findMethods(
                        type, method -> method.getName().equals("of"), HierarchyTraversalMode.TOP_DOWN)
                .getFirst();
        return context.getExecutableInvoker().invoke(of);
    }
}
