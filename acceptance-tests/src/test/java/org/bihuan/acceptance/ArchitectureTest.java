package org.bihuan.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.NormalScope;
import jakarta.inject.Scope;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.security.Caller;
import org.bihuan.localstack.layout.Layout;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md, as far as a machine can check them. */
@AnalyzeClasses(packages = "org.bihuan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final int MOST_FILES = 15;
  private static final int MOST_INJECTED = 6;
  private static final int MOST_LINES = 400;
  private static final int MOST_FILES_OF_ONE_COMPLAINT = 35;

  /** Those that run for users; tools that prove and measure may be longer. */
  private static final List<String> MODULES =
      List.of(
          "shared-model",
          "service-kit",
          "list-kit",
          "rest-kit",
          "event-kit",
          "paper-kit",
          "intake-service",
          "dispatch-service",
          "inspection-service",
          "local-stack");

  private static final Pattern FILE_OF_ONE_COMPLAINT = Pattern.compile("^\\d+\\. `(\\w+ [\\w/]+)`");

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
              "org\\.bihuan\\.contract\\.(Intake|Dispatch|Campaign|Inspection|Reference)Event.*");

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

  @ArchTest static final ArchRule no_circles_in_intake = noCircles("org.bihuan.intake");

  @ArchTest static final ArchRule no_circles_in_dispatch = noCircles("org.bihuan.dispatch");

  @ArchTest static final ArchRule no_circles_in_inspection = noCircles("org.bihuan.inspection");

  @ArchTest static final ArchRule no_circles_in_the_kit = noCircles("org.bihuan.kit");

  @ArchTest static final ArchRule no_circles_in_the_proofs = noCircles("org.bihuan.acceptance");

  /** A folder knows another only one way, round whatever corners. */
  private static ArchRule noCircles(String root) {
    return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  @ArchTest
  static final ArchRule a_policy_is_pure =
      noClasses()
          .that(SERVICES)
          .and()
          .haveSimpleNameEndingWith("Policy")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PanacheRepositoryBase.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Caller.class)
          .orShould()
          .beAnnotatedWith(ApplicationScoped.class);

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
                  "do not answer with a secret, replay by nature, keep their key with a group, unpack"
                      + " a file first, only ask, train for longer than a transaction may be open, are"
                      + " known by a nonce and the number of a call, or stream an answer whose lines"
                      + " are known by their numbers",
                  method ->
                      !method.getName().equals("issueKey")
                          && !method.getName().equals("issueWebhook")
                          && !method.getName().equals("issueSecret")
                          && !method.getOwner().getSimpleName().equals("RegistrationResource")
                          && !method.getOwner().getSimpleName().equals("ServiceRequestResource")
                          && !method.getOwner().getSimpleName().equals("HotlineResource")
                          && !method.getOwner().getSimpleName().equals("MiniProgramSessionResource")
                          && !method.getOwner().getSimpleName().equals("BatchResource")
                          && !method.getOwner().getSimpleName().equals("ModelResource")
                          && !method.getOwner().getSimpleName().equals("PublicSimilarResource")
                          && !method.getOwner().getSimpleName().equals("SuggestionResource")
                          && !method.getName().equals("disclose")
                          && !method.getOwner().getSimpleName().equals("PersonalDataResource")
                          && !method.getName().equals("upload")
                          && !method.getName().equals("blur")
                          && !method.getOwner().getPackageName().equals("org.bihuan.kit.inbox")))
          .should()
          .beAnnotatedWith(IdempotentRequest.class);

  /** What is given again is made anew, and cannot be given as another type. */
  @ArchTest
  static final ArchRule an_answer_that_can_be_given_again_is_a_response =
      methods()
          .that()
          .areAnnotatedWith(IdempotentRequest.class)
          .should()
          .haveRawReturnType(RestResponse.class);

  @ArchTest
  static final ArchRule an_answer_in_json_is_typed =
      methods()
          .that(new Operations())
          .and(
              DescribedPredicate.describe(
                  "answer in JSON",
                  method ->
                      method
                          .tryGetAnnotationOfType(Produces.class)
                          .or(() -> method.getOwner().tryGetAnnotationOfType(Produces.class))
                          .stream()
                          .flatMap(produces -> Stream.of(produces.value()))
                          .anyMatch(MediaType.APPLICATION_JSON::equals)))
          .should()
          .notHaveRawReturnType(Response.class)
          .because("the API description is read off the type; files and redirects have none");

  @ArchTest
  static void a_feature_folder_has_at_most_fifteen_files(JavaClasses classes) {
    Map<String, Set<String>> folders = new TreeMap<>();
    for (JavaClass type : classes.that(SERVICES)) {
      if (!type.getSimpleName().isEmpty() && type.isTopLevelClass()) {
        folders
            .computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
            .add(type.getSimpleName());
      }
    }
    folders.entrySet().removeIf(folder -> folder.getValue().size() <= MOST_FILES);
    assertEquals(Map.of(), folders);
  }

  @ArchTest
  static final ArchRule a_class_is_given_at_most_six_things =
      classes()
          .that(SERVICES.or(resideInAPackage("org.bihuan.kit..")))
          .and()
          .areMetaAnnotatedWith(Scope.class)
          .or()
          .areMetaAnnotatedWith(NormalScope.class)
          .or()
          .areAnnotatedWith(jakarta.ws.rs.Path.class)
          .or()
          .areAnnotatedWith(Provider.class)
          .should(
              new ArchCondition<>("be given at most %d things".formatted(MOST_INJECTED)) {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  type.getConstructors().stream()
                      .filter(made -> made.getRawParameterTypes().size() > MOST_INJECTED)
                      .map(made -> made.getFullName() + " is given too much")
                      .map(words -> SimpleConditionEvent.violated(type, words))
                      .forEach(events::add);
                }
              });

  /** All events of a service stand in one list (EventCatalogue), however long it gets. */
  private static boolean isListOfEvents(Path file) {
    return file.endsWith(Path.of("contract", file.getFileName().toString()))
        && file.toString().endsWith("Event.java");
  }

  @Test
  void a_file_has_at_most_four_hundred_lines() throws IOException {
    Path root = Layout.ofTests().root();
    List<Path> tooLong = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          if (Files.readAllLines(file).size() > MOST_LINES && !isListOfEvents(file)) {
            tooLong.add(root.relativize(file));
          }
        }
      }
    }
    assertEquals(List.of(), tooLong);
  }

  /**
   * What uses an attachment has its own table and hears its own event, so it is no mechanism of the
   * kit; the two that repeat it must not drift apart.
   */
  @Test
  void attachments_are_used_in_the_same_way_in_both_services() throws IOException {
    Path root = Layout.ofTests().root();
    for (String file : List.of("attachment/Attachment", "attachment/Attachments")) {
      assertEquals(
          Files.readString(source(root, "dispatch " + file)),
          Files.readString(source(root, "inspection " + file))
              .replace("org.bihuan.inspection.", "org.bihuan.dispatch."));
    }
  }

  @Test
  void the_files_of_one_complaint_are_few_and_are_there() throws IOException {
    Path root = Layout.ofTests().root();
    List<String> listed =
        Files.readAllLines(root.resolve("docs/architecture.md")).stream()
            .map(FILE_OF_ONE_COMPLAINT::matcher)
            .filter(Matcher::find)
            .map(line -> line.group(1))
            .toList();
    assertFalse(listed.isEmpty());
    assertTrue(listed.size() <= MOST_FILES_OF_ONE_COMPLAINT, () -> listed.size() + " files");
    assertEquals(List.copyOf(new LinkedHashSet<>(listed)), listed);
    assertEquals(
        List.of(), listed.stream().filter(file -> !Files.exists(source(root, file))).toList());
  }

  /** {@code intake registration/Registrar} is a file of intake-service, and so on. */
  private static Path source(Path root, String listed) {
    String[] words = listed.split(" ");
    String file = "src/main/java/org/bihuan/" + words[0] + "/" + words[1] + ".java";
    List<String> modules =
        switch (words[0]) {
          case "contract" -> List.of("shared-model");
          case "kit" -> List.of("service-kit", "list-kit", "rest-kit", "event-kit");
          default -> List.of(words[0] + "-service");
        };
    return modules.stream()
        .map(module -> root.resolve(module).resolve(file))
        .filter(Files::exists)
        .findFirst()
        .orElseGet(() -> root.resolve(file));
  }

  /** Methods of resources that answer requests. */
  private static final class Operations extends DescribedPredicate<JavaMethod> {

    Operations() {
      super("are operations");
    }

    @Override
    public boolean test(JavaMethod method) {
      return method.getOwner().isAnnotatedWith(jakarta.ws.rs.Path.class)
          && Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class)
              .anyMatch(method::isAnnotatedWith);
    }
  }
}
