package org.bihuan.dispatch.difficulty.escalation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every time that an item went higher. */
@ApplicationScoped
public class Escalations implements PanacheRepositoryBase<Escalation, UUID> {

  /** That an item was submitted to the leading group, which is done once, if it was. */
  public Optional<Escalation> submissionOf(UUID itemId) {
    return find("itemId", itemId).firstResultOptional();
  }

  /** Those that these meetings decided. */
  public List<Escalation> decidedBy(Collection<UUID> meetingIds) {
    return list("meetingId in ?1", meetingIds);
  }
}
