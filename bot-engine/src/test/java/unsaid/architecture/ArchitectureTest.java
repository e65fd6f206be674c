package unsaid.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may know whom.
@AnalyzeClasses(packages = "unsaid", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "unsaid.flow..",
        "unsaid.engine..",
        "unsaid.match..",
        "unsaid.check..",
        "unsaid.safety..",
        "unsaid.text..",
        "unsaid.expression.."
    };

    @ArchTest
    static final ArchRule theFlowKnowsNoOtherPackage =
            classes()
                    .that()
                    .resideInAPackage("unsaid.flow..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "unsaid.flow..", "java.lang..", "java.util..", "org.jspecify..");

    @ArchTest
    static final ArchRule onlyTheFormatKnowsJackson =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("unsaid.format..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("tools.jackson..", "com.fasterxml..");

    @ArchTest
    static final ArchRule theRulesKnowNoNetworkLoggingOrThreads =
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net.http..",
                            "java.sql..",
                            "org.slf4j..",
                            "java.util.logging..",
                            "java.nio.file..");

    @ArchTest
    static final ArchRule theRulesStartNoThread =
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule theRulesLookAtNoClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule theEngineAndTheFlowHoldFinalFieldsOnly =
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage("unsaid.flow..", "unsaid.engine..")
                    .and()
                    .areDeclaredInClassesThat()
                    .doNotHaveSimpleName("Walk")
                    .and()
                    .areDeclaredInClassesThat()
                    .doNotHaveSimpleName("Compiler")
                    .should()
                    .beFinal()
                    .because(
                            "only a walk, which lives for one event, and the compiler, which lives for one flow, change");

    @ArchTest
    static final ArchRule thePackagesKnowEachOtherInOneDirectionOnly =
            slices().matching("unsaid.(*)..").should().beFreeOfCycles();
}
