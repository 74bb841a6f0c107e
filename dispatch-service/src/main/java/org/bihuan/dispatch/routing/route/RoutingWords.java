package org.bihuan.dispatch.routing.route;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Category;
import org.bihuan.dispatch.district.SourceNames;
import org.bihuan.dispatch.district.Subdistrict;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingScope;

/** Says in words what decided about the way of an item. */
@ApplicationScoped
public class RoutingWords {

  private final Categories categories;
  private final Subdistricts subdistricts;

  RoutingWords(Categories categories, Subdistricts subdistricts) {
    this.categories = categories;
    this.subdistricts = subdistricts;
  }

  /** A rule, e.g. 规则 12：线缆飞线 × 全区. */
  String of(RoutingRule rule) {
    return "规则 " + rule.number() + "：" + of(rule.scope());
  }

  /** That nobody owns what this category is about, e.g. 兜底：线缆飞线. */
  String ofFallback(String categoryCode) {
    return "兜底：" + category(categoryCode);
  }

  /** What is covered, e.g. 线缆飞线 × 台东 × 媒体曝光. */
  public String of(RoutingScope scope) {
    String words = category(scope.categoryCode()) + " × " + place(scope);
    return scope.sourceKind() == null ? words : words + " × " + SourceNames.of(scope.sourceKind());
  }

  private String category(String code) {
    return categories.findByIdOptional(code).map(Category::name).orElse(code);
  }

  private String place(RoutingScope scope) {
    if (scope.communityCode() != null) {
      return "社区 " + scope.communityCode();
    }
    String code = scope.subdistrictCode();
    return code == null
        ? "全区"
        : subdistricts.findByIdOptional(code).map(Subdistrict::name).orElse(code);
  }
}
