package org.bihuan.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.text.SearchText;
import org.bihuan.kit.web.IfMatch;

/**
 * Shows units and lets an administrator change them; every change is told to the other services.
 */
@ApplicationScoped
@Transactional
public class UnitDesk {

  private final Units units;
  private final UnitDirectory directory;
  private final Outbox outbox;
  private final IfMatch ifMatch;

  UnitDesk(Units units, UnitDirectory directory, Outbox outbox, IfMatch ifMatch) {
    this.units = units;
    this.directory = directory;
    this.outbox = outbox;
    this.ifMatch = ifMatch;
  }

  Page<UnitView> page(UnitFilter filter) {
    return units.page(filter.criteria(), filter).map(UnitView::of);
  }

  UnitView read(String text) {
    return UnitView.of(found(text));
  }

  UnitView change(String text, UnitChange change) {
    Unit unit = found(text);
    ifMatch.require(unit.version());
    String parent = parentCode(change);
    refuseFaults(unit, parent, change);
    unit.edit(change.details(parent));
    outbox.announce(unit.published());
    units.flush();
    return UnitView.of(unit);
  }

  private String parentCode(UnitChange change) {
    return change.parentCode() == null
        ? null
        : directory
            .called(change.parentCode())
            .map(Unit::code)
            .orElseThrow(() -> new Invalid("parentCode", "unknown-unit"));
  }

  /** A name leads to one unit, and no unit is its own ancestor. */
  private void refuseFaults(Unit unit, String parent, UnitChange change) {
    List<FieldError> faults = new ArrayList<>();
    if (isTaken(change.name(), unit)) {
      faults.add(new FieldError("name", "name-taken"));
    }
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < change.aliases().size(); i++) {
      String alias = change.aliases().get(i);
      String alike = seen.putIfAbsent(SearchText.nameKey(alias), alias);
      if (isTaken(alias, unit)) {
        faults.add(new FieldError("aliases[" + i + "]", "name-taken"));
      } else if (alike != null && !alike.equals(alias)) {
        faults.add(new FieldError("aliases[" + i + "]", "duplicate"));
      }
    }
    if (parent != null && directory.withUnitsBelow(Set.of(unit.code())).contains(parent)) {
      faults.add(new FieldError("parentCode", "own-ancestor"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private boolean isTaken(String name, Unit by) {
    return directory.called(name).filter(other -> !other.code().equals(by.code())).isPresent();
  }

  /** A unit by its code, name or alias, as wherever a unit is named. */
  private Unit found(String text) {
    return directory.called(text).orElseThrow(() -> new NotFound("unit-not-found"));
  }
}
