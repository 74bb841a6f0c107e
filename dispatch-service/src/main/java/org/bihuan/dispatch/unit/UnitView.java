package org.bihuan.dispatch.unit;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.kit.web.Versioned;

/**
 * A unit as clients see it.
 *
 * @param aliases further names that lead to it
 * @param parentCode unit it belongs to, or {@code null}
 * @param active whether it takes new items
 * @param fallback whether items that no rule gives to a unit wait at this one (兜底单位)
 */
public record UnitView(
    @NotNull String code,
    @NotNull String name,
    List<String> aliases,
    String parentCode,
    String phone,
    boolean active,
    boolean fallback,
    long version)
    implements Versioned {

  static UnitView of(Unit unit) {
    return new UnitView(
        unit.code(),
        unit.name(),
        List.copyOf(unit.aliases()),
        unit.parentCode(),
        unit.phone(),
        unit.isActive(),
        unit.isFallback(),
        unit.version());
  }
}
