package io.github.devicebatch.http.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.devicebatch.http.PartnerCenter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Use of a library by the main classes of this module.
 *
 * @param packages the beginnings of the names of the library's packages
 */
public record LibraryUse(List<String> packages) {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(PartnerCenter.class);
    private static final Set<JavaModifier> VISIBLE = Set.of(JavaModifier.PUBLIC, JavaModifier.PROTECTED);

    public static LibraryUse of(String... packages) {
        return new LibraryUse(List.of(packages));
    }

    /** Returns the names of the types that use the library. */
    public List<String> users() {
        return MAIN.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> isOfLibrary(dependency.getTargetClass())))
                .map(JavaClass::getSimpleName)
                .toList();
    }

    /** Returns the members and types of the exported package that show a type of the library to an importer. */
    public List<String> exportedSignatures() {
        return MAIN.stream()
                .filter(type -> type.getPackageName().equals(PartnerCenter.class.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(this::signatures)
                .toList();
    }

    private Stream<String> signatures(JavaClass type) {
        Stream<String> members = type.getMembers().stream()
                .filter(member -> member.getModifiers().stream().anyMatch(VISIBLE::contains))
                .filter(member -> types(member).anyMatch(this::isOfLibrary))
                .map(JavaMember::getFullName);
        Stream<String> parents = Stream.concat(
                        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(this::isOfLibrary)
                .map(parent -> type.getName() + " extends " + parent.getName());
        return Stream.concat(members, parents);
    }

    private static Stream<JavaClass> types(JavaMember member) {
        Stream<JavaClass> thrown =
                member instanceof JavaCodeUnit code ? code.getExceptionTypes().stream() : Stream.of();
        return Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown);
    }

    private boolean isOfLibrary(JavaClass type) {
        return packages.stream().anyMatch(type.getBaseComponentType().getPackageName()::startsWith);
    }
}
