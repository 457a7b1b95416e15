package io.github.devicebatch.testkit.archrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the packages of one module and of the packages that each of them may use, for ArchUnit.
 *
 * <pre>{@code
 * PackageDependencies.below("com.example.shop")
 *         .allow(ROOT, "order", "http")
 *         .allow("order", "money")
 *         .allow("http", "order", "money")
 *         .allow("money")
 *         .rule()
 *         .check(main);
 * }</pre>
 *
 * <p>A package is written relative to the base package: {@code "order"}, {@code "order.history"}, and {@link #ROOT} for the
 * base package itself. An entry stands for exactly one package and not for the packages below it. Packages outside the base
 * package may be used by all. A constant that the compiler copies into its user is no dependency for ArchUnit.
 *
 * <p>Immutable and safe for use by several threads.
 */
@SuppressWarnings("exports") // ArchUnit is an automatic module; its users require it themselves.
public final class PackageDependencies {

    /** The base package itself. */
    public static final String ROOT = "(root)";

    private final String base;
    private final Map<String, Set<String>> table;

    private PackageDependencies(String base, Map<String, Set<String>> table) {
        this.base = base;
        this.table = table;
    }

    /**
     * Creates an empty table.
     *
     * @param basePackage the uppermost package of the module, such as {@code "com.example.shop"}
     * @return a table without entries
     */
    public static PackageDependencies below(String basePackage) {
        return new PackageDependencies(basePackage, Map.of());
    }

    /**
     * Adds a package and the packages that it may use, besides itself.
     *
     * @param user the package, relative to the base package
     * @param used the packages that it may use, relative to the base package; none if it may use no other
     * @return a table with this entry and the former ones
     * @throws IllegalArgumentException if the table has an entry for {@code user} already
     */
    public PackageDependencies allow(String user, String... used) {
        if (table.containsKey(user)) {
            throw new IllegalArgumentException("two entries for the package " + user);
        }
        Map<String, Set<String>> entries = new TreeMap<>(table);
        entries.put(user, new TreeSet<>(Arrays.asList(used)));
        return new PackageDependencies(base, entries);
    }

    /**
     * Returns the rule that the table describes. It is violated by a dependency that the table does not allow, by a package
     * without an entry, by an entry for a package without classes, and by an entry that allows the use of such a package.
     * A dependency that is allowed and does not exist is no violation.
     *
     * @return the rule, for the classes below the base package
     */
    public ArchRule rule() {
        return classes().that().resideInAPackage(base + "..").should(new TableCondition());
    }

    private String relative(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(base) ? ROOT : name.substring(base.length() + 1);
    }

    private boolean isBelowBase(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(base + ".");
    }

    /** Compares the classes with the table: their dependencies one by one, their packages as a set. */
    private final class TableCondition extends ArchCondition<JavaClass> {

        private Set<String> packages = Set.of();

        TableCondition() {
            super("use only the packages below %s that the table allows", base);
        }

        @Override
        public void init(Collection<JavaClass> all) {
            packages =
                    all.stream().map(PackageDependencies.this::relative).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String user = relative(type);
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isBelowBase(target(dependency)))
                    .filter(dependency -> isForbidden(user, relative(target(dependency))))
                    .forEach(dependency -> events.add(SimpleConditionEvent.violated(
                            type,
                            String.format(
                                    Locale.ROOT,
                                    "%s may not use %s: %s",
                                    user,
                                    relative(target(dependency)),
                                    dependency.getDescription()))));
        }

        @Override
        public void finish(ConditionEvents events) {
            packages.stream()
                    .filter(name -> !table.containsKey(name))
                    .forEach(name -> report(events, "the table has no entry for the package " + name));
            Stream.concat(table.keySet().stream(), table.values().stream().flatMap(Set::stream))
                    .filter(name -> !packages.contains(name))
                    .distinct()
                    .sorted()
                    .forEach(name -> report(events, "the table names a package without classes: " + name));
        }

        private boolean isForbidden(String user, String used) {
            return !used.equals(user)
                    && table.containsKey(user)
                    && !table.get(user).contains(used);
        }

        private JavaClass target(Dependency dependency) {
            return dependency.getTargetClass().getBaseComponentType();
        }

        private void report(ConditionEvents events, String violation) {
            events.add(SimpleConditionEvent.violated(base, violation));
        }
    }
}
