package org.bihuan.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The rules of docs/architecture.md, as far as a machine can check them. */
@AnalyzeClasses(packages = "org.bihuan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final int MOST_FILES = 15;

  private static final DescribedPredicate<JavaClass> SERVICES =
      resideInAPackage("org.bihuan.intake..")
          .or(resideInAPackage("org.bihuan.dispatch.."))
          .or(resideInAPackage("org.bihuan.inspection.."))
          .as("a service");

  @ArchTest
  static final ArchRule the_contract_needs_nothing_but_java =
      classes()
          .that()
          .resideInAPackage("org.bihuan.contract..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.bihuan.contract..", "com.fasterxml.jackson.annotation..");

  @ArchTest
  static final ArchRule the_kit_knows_no_service =
      noClasses()
          .that()
          .resideInAPackage("org.bihuan.kit..")
          .should()
          .dependOnClassesThat(SERVICES);

  @ArchTest
  static final ArchRule the_kit_knows_no_event_type =
      noClasses()
          .that()
          .resideInAPackage("org.bihuan.kit..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.bihuan\\.contract\\.(Intake|Dispatch|Inspection|Reference)Event.*");

  @ArchTest
  static final ArchRule the_paper_kit_knows_neither_a_service_nor_the_contract =
      noClasses()
          .that()
          .resideInAPackage("org.bihuan.paper..")
          .should()
          .dependOnClassesThat(SERVICES.or(resideInAPackage("org.bihuan.contract..")));

  @ArchTest
  static final ArchRule intake_speaks_to_others_by_events_alone =
      noClasses()
          .that()
          .resideInAPackage("org.bihuan.intake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bihuan.dispatch..", "org.bihuan.inspection..");

  @ArchTest
  static final ArchRule dispatch_speaks_to_others_by_events_alone =
      noClasses()
          .that()
          .resideInAPackage("org.bihuan.dispatch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bihuan.intake..", "org.bihuan.inspection..");

  @ArchTest
  static final ArchRule inspection_speaks_to_others_by_events_alone =
      noClasses()
          .that()
          .resideInAPackage("org.bihuan.inspection..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bihuan.intake..", "org.bihuan.dispatch..");

  @ArchTest
  static final ArchRule no_active_record =
      noClasses().should().beAssignableTo(PanacheEntityBase.class);

  @ArchTest
  static final ArchRule an_entity_hides_its_fields =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .and()
          .areNotStatic()
          .should()
          .bePrivate();

  @ArchTest
  static final ArchRule nobody_asks_the_system_for_the_time =
      noClasses()
          .that(SERVICES.or(resideInAPackage("org.bihuan.kit..")))
          .and()
          .haveSimpleNameNotEndingWith("ClockProducer")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .that(
              SERVICES
                  .or(resideInAPackage("org.bihuan.kit.."))
                  .or(resideInAPackage("org.bihuan.paper..")))
          .should()
          .haveSimpleNameContaining("Impl")
          .orShould()
          .haveSimpleNameContaining("Util")
          .orShould()
          .haveSimpleNameContaining("Helper")
          .orShould()
          .haveSimpleNameContaining("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .orShould()
          .haveSimpleNameEndingWith("Service");

  @ArchTest
  static final ArchRule an_operation_says_who_may_ask_and_what_it_is_called =
      methods()
          .that(new Operations())
          .should(
              new ArchCondition<>("name roles and an operation") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  boolean secured =
                      Stream.of(RolesAllowed.class, PermitAll.class, Authenticated.class)
                          .anyMatch(
                              access ->
                                  method.isAnnotatedWith(access)
                                      || method.getOwner().isAnnotatedWith(access));
                  if (!secured || !method.isAnnotatedWith(Operation.class)) {
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " says too little"));
                  }
                }
              });

  @ArchTest
  static final ArchRule a_post_can_be_repeated_safely =
      methods()
          .that(new Operations())
          .and()
          .areAnnotatedWith(POST.class)
          .and(
              DescribedPredicate.describe(
                  "do not answer with a secret, replay by nature, keep their key with a group or"
                      + " unpack a file first",
                  method ->
                      !method.getName().equals("issueKey")
                          && !method.getOwner().getSimpleName().equals("RegistrationResource")
                          && !method.getName().equals("disclose")
                          && !method.getName().equals("upload")
                          && !method.getOwner().getPackageName().equals("org.bihuan.kit.inbox")))
          .should()
          .beAnnotatedWith(IdempotentRequest.class);

  @ArchTest
  static void a_feature_folder_has_at_most_fifteen_files(
      com.tngtech.archunit.core.domain.JavaClasses classes) {
    Map<String, Set<String>> folders = new TreeMap<>();
    for (JavaClass type : classes.that(SERVICES)) {
      if (!type.getSimpleName().isEmpty() && type.isTopLevelClass()) {
        folders
            .computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
            .add(type.getSimpleName());
      }
    }
    folders.entrySet().removeIf(folder -> folder.getValue().size() <= MOST_FILES);
    org.junit.jupiter.api.Assertions.assertEquals(Map.of(), folders);
  }

  /** Methods of resources that answer requests. */
  private static final class Operations extends DescribedPredicate<JavaMethod> {

    Operations() {
      super("are operations");
    }

    @Override
    public boolean test(JavaMethod method) {
      return method.getOwner().isAnnotatedWith(Path.class)
          && Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
              .anyMatch(method::isAnnotatedWith);
    }
  }
}
