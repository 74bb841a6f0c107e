package org.bihuan.dispatch.unit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeSet;

/**
 * The new state of a unit.
 *
 * @param name 1 to 60 characters
 * @param aliases at most 20 further names, none of which may lead to another unit
 * @param parentCode code, name or alias of the unit it belongs to, or {@code null}
 * @param phone office number, or {@code null}
 * @param active whether it takes new items
 */
public record UnitChange(
    @NotBlank @Size(min = 1, max = 60) String name,
    @NotNull @Size(max = 20) List<@NotBlank @Size(min = 1, max = 60) String> aliases,
    @Size(max = 60) String parentCode,
    @Pattern(regexp = "[0-9+() -]{3,30}") String phone,
    @NotNull Boolean active) {

  Unit.Details details(String parent) {
    return new Unit.Details(name, new TreeSet<>(aliases), parent, phone, active);
  }
}
