package org.bihuan.dispatch.unit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.ReferenceEvent.UnitPublished;
import org.bihuan.contract.UnitKind;
import org.bihuan.kit.text.SearchText;
import org.hibernate.annotations.SortNatural;

/**
 * A unit that can be made responsible (责任单位). It comes from the reference files or is changed by an
 * administrator, after which the files no longer touch it. It is never deleted, only made inactive:
 * old items speak of it.
 *
 * <p>The same unit is printed under more than one name [brief], so it carries aliases.
 */
@Entity
public class Unit {

  @Id private UUID id;
  private String code;
  private String name;

  @Column(name = "parent_code")
  private String parentCode;

  private String phone;
  private boolean active;
  private boolean edited;
  private boolean fallback;

  @Enumerated(EnumType.STRING)
  private UnitKind kind;

  @Column(name = "successor_code")
  private String successorCode;

  @ElementCollection
  @CollectionTable(name = "unit_alias", joinColumns = @JoinColumn(name = "unit_id"))
  @Column(name = "alias")
  @SortNatural
  private SortedSet<String> aliases = new TreeSet<>();

  @Version private long version;

  protected Unit() {}

  /** A unit that nobody has named so far. */
  public static Unit of(String code, Details details) {
    Unit unit = new Unit();
    unit.id = UuidCreator.getTimeOrderedEpoch();
    unit.code = code;
    unit.take(details);
    return unit;
  }

  /** What can change about a unit. */
  public record Details(
      String name,
      Collection<String> aliases,
      String parentCode,
      String phone,
      boolean active,
      UnitKind kind) {

    /** What its name and its aliases come down to: blanks, width and case make no other name. */
    public Stream<String> nameKeys() {
      return Stream.concat(Stream.of(name), aliases.stream()).map(SearchText::nameKey);
    }
  }

  /** A unit that an administrator adds: the reference files leave it alone. */
  public static Unit added(String code, Details details) {
    Unit unit = of(code, details);
    unit.edited = true;
    return unit;
  }

  /**
   * Takes no more work; what it had to do goes to another.
   *
   * @param successor code of the unit that takes over, or {@code null}
   */
  void close(String successor) {
    active = false;
    edited = true;
    successorCode = successor;
  }

  /** Belongs to another unit from now on. */
  void moveUnder(String parent) {
    parentCode = parent;
    edited = true;
  }

  /** An administrator's change: from now on the reference files leave this unit alone. */
  public void edit(Details details) {
    take(details);
    edited = true;
  }

  /**
   * Follows the reference file unless an administrator's hand was here.
   *
   * @return whether anything changed
   */
  public boolean follow(Details details) {
    if (edited || details.equals(details())) {
      return false;
    }
    take(details);
    return true;
  }

  /**
   * Makes it the unit at which items wait that no rule gives to one (兜底单位), or no longer. At most
   * one unit is; no administrator's edit changes it.
   */
  public void beFallback(boolean is) {
    fallback = is;
  }

  /** What can change about it, as it is now. */
  public Details details() {
    return new Details(name, new TreeSet<>(aliases), parentCode, phone, active, kind);
  }

  private void take(Details details) {
    name = details.name();
    aliases.retainAll(details.aliases());
    aliases.addAll(details.aliases());
    parentCode = details.parentCode();
    phone = details.phone();
    active = details.active();
    kind = details.kind();
    successorCode = active ? null : successorCode;
  }

  Stream<String> nameKeys() {
    return details().nameKeys();
  }

  /** The newest state, as other services are told. */
  public UnitPublished published() {
    return new UnitPublished(code, name, List.copyOf(aliases), parentCode, active, kind);
  }

  public UUID id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public SortedSet<String> aliases() {
    return Collections.unmodifiableSortedSet(aliases);
  }

  /** Unit it belongs to, or {@code null}. */
  public String parentCode() {
    return parentCode;
  }

  public UnitKind kind() {
    return kind;
  }

  /** Unit that took over when this one was closed, or {@code null}. */
  public String successorCode() {
    return successorCode;
  }

  public String phone() {
    return phone;
  }

  public boolean isActive() {
    return active;
  }

  /** Whether items that no rule gives to a unit wait at this one. */
  public boolean isFallback() {
    return fallback;
  }

  public long version() {
    return version;
  }
}
