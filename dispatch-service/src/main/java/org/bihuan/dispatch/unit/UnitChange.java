package org.bihuan.dispatch.unit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeSet;
import org.bihuan.contract.UnitKind;

/**
 * The new state of a unit.
 *
 * @param name 1 to 60 characters
 * @param aliases at most 20 further names, none of which may lead to another unit
 * @param parentCode code, name or alias of the unit it belongs to, or {@code null}
 * @param phone office number, or {@code null}
 * @param active whether it takes new items; a unit with work is closed with `POST
 *     /units/{code}/closing`
 * @param kind what it is to the district; {@code null} leaves it
 */
public record UnitChange(
    @NotBlank @Size(min = 1, max = 60) String name,
    @NotNull @Size(max = 20) List<@NotBlank @Size(min = 1, max = 60) String> aliases,
    @Size(max = 60) String parentCode,
    @Pattern(regexp = "[0-9+() -]{3,30}") String phone,
    @NotNull Boolean active,
    UnitKind kind) {

  Unit.Details details(String parent, UnitKind present) {
    return new Unit.Details(
        name, new TreeSet<>(aliases), parent, phone, active, kind == null ? present : kind);
  }
}
