package org.bihuan.dispatch.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.contract.UnitKind;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.text.SearchText;

/**
 * How units stand beside each other: a name leads to one unit, none belongs to itself or to one
 * that takes no work, and its kind says whether it belongs to one at all.
 */
public final class UnitPolicy {

  private final Map<String, Unit.Details> units;
  private final Map<String, Set<String>> codesByName = new HashMap<>();

  /**
   * @param units all units by their codes, as they are to be
   */
  public UnitPolicy(Map<String, Unit.Details> units) {
    this.units = units;
    units.forEach((code, unit) -> unit.nameKeys().forEach(key -> called(key).add(code)));
  }

  private Set<String> called(String nameKey) {
    return codesByName.computeIfAbsent(nameKey, none -> new TreeSet<>());
  }

  /** Code of the unit with this code, or else of this name or alias. */
  public Optional<String> codeOf(String text) {
    return units.containsKey(text)
        ? Optional.of(text)
        : codesByName.getOrDefault(SearchText.nameKey(text), Set.of()).stream().findFirst();
  }

  /** Whether another unit than {@code byCode} has this code, name or alias. */
  public boolean isTaken(String name, String byCode) {
    return units.containsKey(name) && !name.equals(byCode)
        || codesByName.getOrDefault(SearchText.nameKey(name), Set.of()).stream()
            .anyMatch(code -> !code.equals(byCode));
  }

  /**
   * What is wrong with a unit.
   *
   * @param aliases its aliases in the order in which they were said
   */
  public List<FieldError> faults(String code, List<String> aliases) {
    List<FieldError> faults = new ArrayList<>();
    Unit.Details unit = units.get(code);
    if (isTaken(unit.name(), code)) {
      faults.add(new FieldError("name", "name-taken"));
    }
    faults.addAll(faultsOf(aliases, code));
    faultOfParent(code, unit)
        .map(fault -> new FieldError("parentCode", fault))
        .ifPresent(faults::add);
    return faults;
  }

  private List<FieldError> faultsOf(List<String> aliases, String code) {
    List<FieldError> faults = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < aliases.size(); i++) {
      String alias = aliases.get(i);
      String alike = seen.putIfAbsent(SearchText.nameKey(alias), alias);
      if (isTaken(alias, code)) {
        faults.add(new FieldError("aliases[" + i + "]", "name-taken"));
      } else if (alike != null && !alike.equals(alias)) {
        faults.add(new FieldError("aliases[" + i + "]", "duplicate"));
      }
    }
    return faults;
  }

  private Optional<String> faultOfParent(String code, Unit.Details unit) {
    String parent = unit.parentCode();
    if (parent == null) {
      return unit.kind() == UnitKind.SUB_UNIT ? Optional.of("required") : Optional.empty();
    }
    if (unit.kind() == UnitKind.EXTERNAL_PARTY) {
      return Optional.of("external-has-no-parent");
    }
    if (isAbove(code, parent)) {
      return Optional.of("own-ancestor");
    }
    return unit.active() && units.containsKey(parent) && !units.get(parent).active()
        ? Optional.of("inactive-unit")
        : Optional.empty();
  }

  /** Whether {@code code} is {@code other} or a unit above it. */
  private boolean isAbove(String code, String other) {
    Set<String> seen = new HashSet<>();
    String above = other;
    while (above != null && seen.add(above)) {
      if (above.equals(code)) {
        return true;
      }
      above = units.containsKey(above) ? units.get(above).parentCode() : null;
    }
    return false;
  }
}
