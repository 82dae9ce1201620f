package org.glassbox.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages are a one-way street: each may use what stands before it, never what comes after. */
class ArchitectureTest {
    private static final String ALL = "org.glassbox";
    private static final List<String> STREET = List.of("array", "tensor", "nn", "optim", "data", "train", "inspect",
        "plot",
        "notebook", "kernel", "run", "cli");
    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(ALL);

    @Test
    void there_is_something_to_look_at() { assertTrue(CLASSES.size() >= 150, CLASSES.size() + " classes"); }

    @Test
    void every_package_has_its_place_in_the_street() {
        Set<String> found = CLASSES.stream().map(ArchitectureTest::name).collect(Collectors.toCollection(TreeSet::new));
        found.remove("");
        assertTrue(STREET.containsAll(found), found + " must stand in " + STREET);
        assertTrue(found.size() >= 8, found.toString());
    }

    @Test
    void nobody_looks_down_the_street() {
        List<String> wrong = CLASSES.stream().flatMap(ArchitectureTest::backward).sorted().distinct().toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void pictures_know_tables_and_nothing_of_nets() {
        noClasses().that().resideInAPackage(ALL + ".plot").should()
            .dependOnClassesThat(in("array", "tensor", "nn", "optim", "data",
                "train", "inspect"))
            .check(CLASSES);
    }

    @Test
    void nd4j_is_spoken_in_one_package_and_at_its_two_doors() {
        noClasses().that().resideOutsideOfPackage(ALL + ".array").and()
            .doNotHaveFullyQualifiedName(ALL + ".tensor.Tensor")
            .should().dependOnClassesThat().resideInAnyPackage("org.nd4j..", "org.bytedeco..").check(CLASSES);
    }

    @Test
    void only_two_public_methods_outside_array_have_an_indarray() {
        List<String> doors = CLASSES.stream().filter(type -> !name(type).equals("array"))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(ArchitectureTest::hasINDArray)
            .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
            .sorted().toList();
        assertEquals(List.of("Tensor.of", "Tensor.toINDArray"), doors);
    }

    @Test
    void only_the_kernel_and_its_client_speak_the_protocol() {
        noClasses().that().resideOutsideOfPackages(ALL + ".kernel", ALL + ".run").should().dependOnClassesThat()
            .resideInAnyPackage("org.zeromq..", "org.dflib..", "io.github.spencerpark..", "jdk.jshell..")
            .check(CLASSES);
    }

    @Test
    void nobody_reads_java_objects_from_bytes() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream").check(CLASSES);
    }

    @Test
    void every_package_says_what_lives_there() {
        List<Path> packages = STREET.stream().map(name -> Tree.ROOT.resolve("src/main/java/org/glassbox").resolve(name))
            .filter(Files::isDirectory).toList();
        assertTrue(packages.size() >= 8, packages.toString());
        for (Path folder : packages) {
            assertTrue(Files.exists(folder.resolve("package-info.java")), Tree.name(folder));
        }
    }

    private static Stream<String> backward(JavaClass type) {
        int here = STREET.indexOf(name(type));                      // −1: the package of all, before the street begins
        return type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(target -> target.getPackageName().startsWith(ALL))
            .filter(target -> STREET.indexOf(name(target)) > here)
            .map(target -> type.getName() + " uses " + target.getName());
    }

    private static boolean hasINDArray(JavaMethod method) {
        return Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
            .anyMatch(type -> type.getBaseComponentType().getSimpleName().equals("INDArray"));
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return JavaClass.Predicates
            .resideInAnyPackage(Stream.of(packages).map(name -> ALL + "." + name).toArray(String[]::new));
    }

    /** The package's own word: {@code tensor}, or nothing for the package of all. */
    private static String name(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ALL) ? "" : name.substring(ALL.length() + 1);
    }
}
