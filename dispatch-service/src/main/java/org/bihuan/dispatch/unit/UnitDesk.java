package org.bihuan.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.web.IfMatch;

/**
 * Shows units and lets an administrator change them; every change is told to the other services.
 */
@ApplicationScoped
@Transactional
public class UnitDesk {

  private final Units units;
  private final UnitDirectory directory;
  private final UnitTies ties;
  private final Outbox outbox;
  private final IfMatch ifMatch;

  UnitDesk(Units units, UnitDirectory directory, UnitTies ties, Outbox outbox, IfMatch ifMatch) {
    this.units = units;
    this.directory = directory;
    this.ties = ties;
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
    Unit.Details details = change.details(parentCode(change), unit.kind());
    refuseFaults(unit.code(), details, change);
    if (unit.isActive() && !change.active()) {
      ties.release(unit, null);
    }
    unit.edit(details);
    outbox.announce(unit.published());
    units.flush();
    return UnitView.of(unit);
  }

  UnitView create(NewUnit wanted) {
    if (directory.called(wanted.code()).isPresent()) {
      throw new Conflict("unit-exists");
    }
    UnitChange state = wanted.asChange();
    Unit.Details details = state.details(parentCode(state), wanted.kind());
    refuseFaults(wanted.code(), details, state);
    Unit unit = Unit.added(wanted.code(), details);
    units.persist(unit);
    outbox.announce(unit.published());
    units.flush();
    return UnitView.of(unit);
  }

  UnitView close(String code, UnitClosing closing) {
    Unit unit = found(code);
    ifMatch.check(unit.version());
    if (!unit.isActive()) {
      throw new Conflict("unit-closed");
    }
    AssignedUnit successor = successor(unit, closing);
    ties.release(unit, successor);
    unit.close(successor == null ? null : successor.code());
    outbox.announce(unit.published());
    units.flush();
    return UnitView.of(unit);
  }

  private AssignedUnit successor(Unit unit, UnitClosing closing) {
    if (closing.successorCode() == null) {
      return null;
    }
    AssignedUnit successor = directory.lead(closing.successorCode(), "successorCode");
    if (successor.code().equals(unit.code())) {
      throw new Invalid("successorCode", "own-successor");
    }
    return successor;
  }

  private String parentCode(UnitChange change) {
    return change.parentCode() == null
        ? null
        : directory
            .called(change.parentCode())
            .map(Unit::code)
            .orElseThrow(() -> new Invalid("parentCode", "unknown-unit"));
  }

  /** Beside all other units as they are. */
  private void refuseFaults(String code, Unit.Details details, UnitChange change) {
    Map<String, Unit.Details> all = new HashMap<>();
    directory.all().forEach(unit -> all.put(unit.code(), unit.details()));
    all.put(code, details);
    List<FieldError> faults = new UnitPolicy(all).faults(code, change.aliases());
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** A unit by its code, name or alias, as wherever a unit is named. */
  private Unit found(String text) {
    return directory.called(text).orElseThrow(() -> new NotFound("unit-not-found"));
  }
}
