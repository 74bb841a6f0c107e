package org.bihuan.intake.feedback.call;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.reporter.ErasedReporter;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All call-backs. */
@ApplicationScoped
public class CallBacks implements PanacheRepositoryBase<CallBack, UUID> {

  private static final Keyset<CallBack> KEYSET =
      new Keyset<>(CallBack.class, CallBack::id).sortableBy("dueAt", CallBack::dueAt);

  /**
   * No call is owed any more to the reporter of this complaint, who answered otherwise or is
   * erased.
   */
  public void closeOf(UUID complaintId, Instant now) {
    find("complaint.id = ?1", complaintId)
        .firstResultOptional()
        .filter(CallBack::isOpen)
        .ifPresent(call -> call.close(now));
  }

  /** Nobody can be called whose number is gone. */
  void close(@Observes ErasedReporter erased) {
    closeOf(erased.complaintId(), erased.at());
  }

  Page<CallBack> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** The call-back {@code id} when it meets {@code visible}. */
  Optional<CallBack> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }

  /**
   * Complaints of a problem whose reporters want to be called and can be: they left a number, and
   * no call is planned yet. What was handed over is no longer followed here.
   */
  List<Complaint> toBeCalled(UUID problemId) {
    return getEntityManager()
        .createQuery(
            "select c from Complaint c where c.problem.id = :problem and c.status in (FILED, MERGED)"
                + " and c.reporter.wantsCallback = true and c.reporter.phone is not null"
                + " and not exists (select 1 from CallBack b where b.complaint = c) order by c.id",
            Complaint.class)
        .setParameter("problem", problemId)
        .getResultList();
  }
}
