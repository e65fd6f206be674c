package unsaid.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "unsaid.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("unsaid.web.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_SESSION_KNOWS_CAFFEINE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("unsaid.web.session")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.github.benmanes..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_DATABASES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("unsaid.web.session.store")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "com.zaxxer..", "org.postgresql..", "org.sqlite..");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_CONVERSATION =
            noClasses()
                    .that()
                    .resideInAPackage("unsaid.web.session.store")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("unsaid.engine..", "unsaid.format..", "unsaid.flow..");

    @ArchTest
    static final ArchRule TURNS_AND_SESSIONS_KNOW_NO_WIRE =
            noClasses()
                    .that()
                    .resideInAnyPackage("unsaid.web.turn", "unsaid.web.session..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "unsaid.web.socket..",
                            "unsaid.web.http..",
                            "tools.jackson..",
                            "jakarta..",
                            "org.eclipse..",
                            "io.javalin..");

    @ArchTest
    static final ArchRule SESSIONS_KNOW_NO_TURNS =
            noClasses()
                    .that()
                    .resideInAPackage("unsaid.web.session..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("unsaid.web.turn");

    @ArchTest
    static final ArchRule THE_SOCKET_KNOWS_NO_RULES =
            noClasses()
                    .that()
                    .resideInAPackage("unsaid.web.socket..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("unsaid.engine.Engine");

    /// The talk without scripts plays turns as the socket does, and knows neither it nor the rules.
    @ArchTest
    static final ArchRule PLAIN_PAGES_KNOW_NO_RULES_AND_NO_SOCKET =
            noClasses()
                    .that()
                    .resideInAPackage("unsaid.web.plain")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "unsaid.web.socket..", "unsaid.web.session.store..", "jakarta..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("unsaid.engine.Engine");

    @ArchTest
    static final ArchRule FORMS_KNOW_NO_CONVERSATION =
            noClasses()
                    .that()
                    .resideInAPackage("unsaid.web.http.form")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "unsaid.engine..", "unsaid.web.session..", "unsaid.web.turn");

    @ArchTest
    static final ArchRule THE_CARRIER_KNOWS_NO_CONVERSATION =
            noClasses()
                    .that()
                    .resideInAPackage("unsaid.web.socket.jetty")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "unsaid.engine..",
                            "unsaid.web.turn",
                            "unsaid.web.session..",
                            "unsaid.web.socket");

    @ArchTest
    static final ArchRule ONLY_METRICS_KNOWS_MICROMETER =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("unsaid.web.metrics")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.micrometer..", "io.prometheus..");

    @ArchTest
    static final ArchRule METRICS_KNOW_NO_CONVERSATION =
            noClasses()
                    .that()
                    .resideInAPackage("unsaid.web.metrics")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("unsaid.engine..", "unsaid.flow..");

    @ArchTest
    static final ArchRule ONLY_THE_GRAPH_KNOWS_ELK =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("unsaid.web.graph")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_WIRING =
            noClasses()
                    .that()
                    .resideInAPackage("unsaid.web.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("unsaid.web");

    /// A clock that somebody sets is looked at once, at the start; what passes is counted by one
    /// that never jumps.
    @ArchTest
    static final ArchRule NOBODY_LOOKS_AT_THE_WALL_CLOCK =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "unsaid.web.session..", "unsaid.web.turn", "unsaid.web.socket..")
                    .and()
                    .doNotHaveSimpleName("Time")
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(java.time.Clock.class);
}
