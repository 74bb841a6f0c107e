package org.bihuan.dispatch.unit;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.contract.UnitKind;
import org.bihuan.kit.web.Versioned;

/**
 * A unit as clients see it.
 *
 * @param aliases further names that lead to it
 * @param parentCode unit it belongs to, or {@code null}
 * @param kind what it is to the district
 * @param active whether it takes new items
 * @param successorCode unit that took over when it was closed, or {@code null}
 * @param fallback whether items that no rule gives to a unit wait at this one (兜底单位)
 */
public record UnitView(
    @NotNull String code,
    @NotNull String name,
    List<String> aliases,
    String parentCode,
    @NotNull UnitKind kind,
    String phone,
    boolean active,
    String successorCode,
    boolean fallback,
    long version)
    implements Versioned {

  static UnitView of(Unit unit) {
    return new UnitView(
        unit.code(),
        unit.name(),
        List.copyOf(unit.aliases()),
        unit.parentCode(),
        unit.kind(),
        unit.phone(),
        unit.isActive(),
        unit.successorCode(),
        unit.isFallback(),
        unit.version());
  }
}
