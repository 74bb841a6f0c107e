package org.bihuan.dispatch.unit;

import jakarta.transaction.TransactionScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bihuan.contract.UnitKind;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.text.SearchText;

/**
 * Finds units under whatever name they are given, and knows which belongs to which. A unit is read
 * once in a transaction, so that a batch of events sees one state: alone by its code, with all
 * others by another name or for its place among them.
 */
@TransactionScoped
public class UnitDirectory {

  private final Units units;
  private final Map<String, Unit> coded = new HashMap<>();
  private List<Unit> all;
  private Optional<AssignedUnit> fallback;

  UnitDirectory(Units units) {
    this.units = units;
  }

  /**
   * The unit with this code, or else of this name or alias, whatever its blanks, width and case.
   */
  public Optional<Unit> called(String text) {
    return coded(text).or(() -> named(SearchText.nameKey(text)));
  }

  private Optional<Unit> named(String nameKey) {
    return all().stream().filter(unit -> unit.nameKeys().anyMatch(nameKey::equals)).findFirst();
  }

  private Optional<Unit> coded(String code) {
    read(List.of(code));
    return Optional.ofNullable(coded.get(code));
  }

  private void read(Collection<String> codes) {
    List<String> unread = codes.stream().filter(code -> !coded.containsKey(code)).toList();
    if (all == null && !unread.isEmpty()) {
      units.ofCodes(unread).forEach(unit -> coded.put(unit.code(), unit));
    }
  }

  /** The units with these codes that take work, in this order, read in one query. */
  public List<AssignedUnit> active(Collection<String> codes) {
    read(codes);
    return codes.stream()
        .map(coded::get)
        .filter(unit -> unit != null && unit.isActive())
        .map(AssignedUnit::of)
        .toList();
  }

  /**
   * The unit that the input names.
   *
   * @param field path of the field that names it
   * @throws Invalid when there is none, or it takes no more work
   */
  public AssignedUnit named(String text, String field) {
    Unit unit = called(text).orElseThrow(() -> new Invalid(field, "unknown-unit"));
    if (!unit.isActive()) {
      throw new Invalid(field, "inactive-unit");
    }
    return AssignedUnit.of(unit);
  }

  /**
   * The unit that the input names to have something instead of {@code holder}.
   *
   * @param field path of the field that names it
   * @throws Invalid when there is none, it takes no more work, nobody can order it to, or it is
   *     {@code holder} itself
   */
  public AssignedUnit namedBeside(AssignedUnit holder, String text, String field) {
    AssignedUnit named = lead(text, field);
    if (named.code().equals(holder.code())) {
      throw new Invalid(field, "same-unit");
    }
    return named;
  }

  /**
   * The unit that the input names to answer for something.
   *
   * @param field path of the field that names it
   * @throws Invalid when there is none, it takes no more work, or nobody can order it to
   */
  public AssignedUnit lead(String text, String field) {
    AssignedUnit unit = named(text, field);
    if (called(text).filter(found -> found.kind() == UnitKind.EXTERNAL_PARTY).isPresent()) {
      throw new Invalid(field, "external-not-lead");
    }
    return unit;
  }

  /**
   * The units that the input names to help {@code lead}, each once.
   *
   * @throws Invalid when one is unknown, inactive, or the lead unit itself
   */
  public List<AssignedUnit> joint(List<String> texts, AssignedUnit lead, String field) {
    List<AssignedUnit> joint =
        Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
            .map(i -> named(texts.get(i), field + "[" + i + "]"))
            .distinct()
            .toList();
    if (joint.contains(lead)) {
      throw new Invalid(field, "joint-is-lead");
    }
    return joint;
  }

  /**
   * The sub-unit that the input names to have done the work of {@code unitCode}; nothing for {@code
   * null}.
   *
   * @param field path of the field that names it
   * @throws Invalid when there is none, it takes no more work, or it belongs to another unit
   */
  public AssignedUnit subUnit(String text, String unitCode, String field) {
    if (text == null) {
      return null;
    }
    AssignedUnit subUnit = named(text, field);
    if (parentOf(subUnit.code()).filter(unitCode::equals).isEmpty()) {
      throw new Invalid(field, "not-a-sub-unit");
    }
    return subUnit;
  }

  /** {@code tops} and the codes of all units below them. */
  public Set<String> withUnitsBelow(Collection<String> tops) {
    Set<String> codes = new TreeSet<>(tops);
    while (codes.addAll(childrenOf(codes))) {
      continue;
    }
    return codes;
  }

  /** Code of the unit above {@code code}, when there is one. */
  public Optional<String> parentOf(String code) {
    return all().stream()
        .filter(unit -> unit.code().equals(code))
        .map(Unit::parentCode)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Whether one of {@code codes} is the fallback unit's. */
  public boolean includeFallback(Collection<String> codes) {
    return all().stream().anyMatch(unit -> unit.isFallback() && codes.contains(unit.code()));
  }

  /** The unit to which goes what nobody owns (兜底单位), if the reference data names one. */
  public Optional<AssignedUnit> fallback() {
    if (fallback == null) {
      fallback = units.activeFallback().map(AssignedUnit::of);
    }
    return fallback;
  }

  /** {@code codes}, and the codes of their parents and children. */
  public Set<String> withNextOfKin(Collection<String> codes) {
    Set<String> kin = new TreeSet<>(codes);
    all().stream()
        .filter(unit -> codes.contains(unit.code()))
        .map(Unit::parentCode)
        .filter(Objects::nonNull)
        .forEach(kin::add);
    kin.addAll(childrenOf(codes));
    return kin;
  }

  private List<String> childrenOf(Collection<String> codes) {
    return all().stream()
        .filter(unit -> unit.parentCode() != null && codes.contains(unit.parentCode()))
        .map(Unit::code)
        .toList();
  }

  List<Unit> all() {
    if (all == null) {
      all = units.withAliases();
      all.forEach(unit -> coded.put(unit.code(), unit));
    }
    return all;
  }
}
