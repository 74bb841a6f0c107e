package org.bihuan.dispatch.unit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.contract.UnitKind;

/**
 * A unit that there was not so far.
 *
 * @param code 2 to 40 capital letters, digits and underscores, which no other has
 * @param name 1 to 60 characters
 * @param aliases at most 20 further names, none of which may lead to another unit
 * @param parentCode code, name or alias of the unit it belongs to; required of a SUB_UNIT, not for
 *     an EXTERNAL_PARTY
 * @param phone office number, or {@code null}
 * @param kind what it is to the district
 */
public record NewUnit(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
    @NotNull @Size(min = 1, max = 60) String name,
    @Size(max = 20) List<@NotNull @Size(min = 1, max = 60) String> aliases,
    @Size(max = 60) String parentCode,
    @Pattern(regexp = "[0-9+() -]{3,30}") String phone,
    @NotNull UnitKind kind) {

  /** The same as the state that it is to have. */
  UnitChange asChange() {
    return new UnitChange(
        name, aliases == null ? List.of() : aliases, parentCode, phone, true, kind);
  }
}
