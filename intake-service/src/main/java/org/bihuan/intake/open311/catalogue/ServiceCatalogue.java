package org.bihuan.intake.open311.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
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
        .filter(Category::isActive)
        .map(category -> view(category, language))
        .toList();
  }

  ServiceDefinitionView definition(String code, Locale language) {
    requireActive(code);
    return new ServiceDefinitionView(code, List.of(subdistrict(language)));
  }

  /** The category in use that is called {@code code}. */
  public Category requireActive(String code) {
    return categories.active(code).orElseThrow(() -> new NotFound("service-not-found"));
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

  /** Everything that clients copy, as one text that is the same as long as nothing changes. */
  String asText() {
    return services(Locale.CHINESE).toString() + subdistrict(Locale.CHINESE);
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

  private static ServiceView view(Category category, Locale language) {
    return new ServiceView(
        category.code(),
        name(category, language),
        category.name() + " " + category.englishName(),
        true,
        "realtime",
        String.join(",", category.keywords()),
        category.deadlineClass().name());
  }

  private static String name(Category category, Locale language) {
    return language.equals(Locale.ENGLISH) ? category.englishName() : category.name();
  }
}
