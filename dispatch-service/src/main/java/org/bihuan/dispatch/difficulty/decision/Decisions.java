package org.bihuan.dispatch.difficulty.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What all meetings decided. */
@ApplicationScoped
public class Decisions implements PanacheRepositoryBase<Decision, UUID> {

  /** The decisions of these meetings, each meeting's in their order. */
  public List<Decision> of(Collection<UUID> meetingIds) {
    return list("meetingId in ?1 order by meetingId, number", meetingIds);
  }

  /** One decision of a meeting. */
  public Optional<Decision> ofMeeting(UUID meetingId, int number) {
    return find("meetingId = ?1 and number = ?2", meetingId, number).firstResultOptional();
  }

  /** How many tasks of a unit are not done. */
  long countOpenTasksOf(String unitCode) {
    return count("responsibleUnit.code = ?1 and doneAt is null", unitCode);
  }
}
