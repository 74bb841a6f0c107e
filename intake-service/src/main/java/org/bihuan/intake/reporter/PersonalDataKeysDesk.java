package org.bihuan.intake.reporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Shows which keys reporters are locked with. */
@ApplicationScoped
class PersonalDataKeysDesk {

  private static final String UNNAMED = "unnamed";

  private final PersonalKeys keys;
  private final LockedReporters reporters;

  PersonalDataKeysDesk(PersonalKeys keys, LockedReporters reporters) {
    this.keys = keys;
    this.reporters = reporters;
  }

  @Transactional
  List<PersonalDataKeyView> list() {
    Map<Integer, Long> counts = counts();
    List<PersonalDataKeyView> views = new ArrayList<>();
    for (PersonalKey key : keys.all()) {
      Long locked = counts.remove(key.id());
      views.add(
          new PersonalDataKeyView(
              key.name(), key.id() == keys.current().id(), true, locked == null ? 0 : locked));
    }
    counts.forEach(
        (key, locked) ->
            views.add(
                new PersonalDataKeyView(
                    key == null ? UNNAMED : HexFormat.of().toHexDigits(key),
                    false,
                    false,
                    locked)));
    return views;
  }

  private Map<Integer, Long> counts() {
    try {
      return reporters.counts();
    } catch (SQLException e) {
      throw new IllegalStateException("reporters were not counted", e);
    }
  }
}
