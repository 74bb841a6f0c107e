package org.bihuan.dispatch.difficulty.meeting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every meeting. */
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

  private static final Keyset<Meeting> PAGES =
      new Keyset<>(Meeting.class, Meeting::id).sortableBy("scheduledAt", Meeting::scheduledAt);

  Page<Meeting> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The meeting {@code id} when it meets {@code visible}. */
  Optional<Meeting> visible(UUID id, Criteria visible) {
    return PAGES.one(getEntityManager(), visible.equal("id", id));
  }

  /** Holds it until the end of the transaction, in its newest state. */
  void hold(Meeting meeting) {
    getEntityManager().refresh(meeting, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The meetings with an item on their agenda, oldest first. */
  public List<Meeting> about(UUID itemId) {
    return list(
        "select m from Meeting m join m.agenda a where a.itemId = ?1 order by m.scheduledAt, m.id",
        itemId);
  }
}
