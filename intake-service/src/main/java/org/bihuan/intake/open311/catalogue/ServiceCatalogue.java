package org.bihuan.intake.open311.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.open311.catalogue.ServiceDefinitionView.AttributeView;
import org.bihuan.intake.open311.catalogue.ServiceDefinitionView.ValueView;
import org.bihuan.intake.subdistrict.Places;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.refusal.NotFound;

/** The categories in use as services of Open311, and what a request for one can say. */
@ApplicationScoped
public class ServiceCatalogue {

  /** The one attribute of every service: the point alone does not say whose street it is. */
  public static final String SUBDISTRICT = "SUBDISTRICT";

  private final Categories categories;
  private final Places places;
  private final Messages messages;

  ServiceCatalogue(Categories categories, Places places, Messages messages) {
    this.categories = categories;
    this.places = places;
    this.messages = messages;
  }

  /**
   * Refuses another jurisdiction than ours; it need not be named.
   *
   * @param id code of a district, or {@code null}
   */
  public void checkJurisdiction(String id) {
    if (id != null && !places.districtCodes().contains(id)) {
      throw new NotFound("jurisdiction-not-found");
    }
  }

  /** The services in use, by code. */
  List<ServiceView> services(Locale language) {
    return categories.ordered().stream()
        .filter(categories::isActive)
        .map(category -> view(category, language))
        .toList();
  }

  ServiceDefinitionView definition(String code, Locale language) {
    requireActive(code);
    return new ServiceDefinitionView(code, List.of(subdistrict(language)));
  }

  /** Refuses a code under which nothing can be reported today. */
  public void requireActive(String code) {
    if (categories.active(code).isEmpty()) {
      throw new NotFound("service-not-found");
    }
  }

  /** Refuses a code that no category ever had; one that was retired is still asked for. */
  public void requireKnown(List<String> codes) {
    if (codes.stream().anyMatch(code -> categories.codeOf(code).isEmpty())) {
      throw new NotFound("service-not-found");
    }
  }

  /** What the service of this category is called, whether it is in use or not. */
  public String name(String code, Locale language) {
    return categories.ordered().stream()
        .filter(category -> category.code().equals(code))
        .findFirst()
        .map(category -> name(category, language))
        .orElse(code);
  }

  /** All that clients copy, in both languages, as one text; it changes when any of it does. */
  String asText() {
    return Stream.of(Locale.CHINESE, Locale.ENGLISH)
        .map(language -> services(language).toString() + subdistrict(language))
        .collect(Collectors.joining());
  }

  private AttributeView subdistrict(Locale language) {
    return new AttributeView(
        true,
        SUBDISTRICT,
        "singlevaluelist",
        false,
        messages.text(language, "open311.subdistrict-answer"),
        1,
        messages.text(language, "open311.subdistrict"),
        places.subdistricts().stream().map(one -> new ValueView(one.code(), one.name())).toList());
  }

  private ServiceView view(Category category, Locale language) {
    return new ServiceView(
        category.code(),
        name(category, language),
        category.name() + " " + category.englishName(),
        true,
        "realtime",
        String.join(",", category.keywords()),
        group(category, language));
  }

  /** What stands under no group is one of its own. */
  private String group(Category category, Locale language) {
    return categories.groups().stream()
        .filter(group -> group.code().equals(category.parentCode()))
        .findFirst()
        .map(group -> inLanguage(language, group.name(), group.englishName()))
        .orElseGet(() -> name(category, language));
  }

  private static String name(Category category, Locale language) {
    return inLanguage(language, category.name(), category.englishName());
  }

  private static String inLanguage(Locale language, String chinese, String english) {
    return language.equals(Locale.ENGLISH) ? english : chinese;
  }
}
