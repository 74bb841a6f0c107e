package org.bihuan.intake.feedback;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.intake.reporter.ErasedReporter;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All feedback of reporters. */
@ApplicationScoped
public class Feedbacks implements PanacheRepositoryBase<Feedback, UUID> {

  private static final Keyset<Feedback> KEYSET =
      new Keyset<>(Feedback.class, Feedback::id).sortableBy("givenAt", Feedback::givenAt);

  /** Whether the reporter of this complaint has said something. */
  public boolean isGivenOf(UUID complaintId) {
    return count("complaint.id = ?1", complaintId) > 0;
  }

  /** What an erased reporter said stays as others read it. */
  void mask(@Observes ErasedReporter erased) {
    find("complaint.id = ?1 and comment is not null", erased.complaintId())
        .firstResultOptional()
        .ifPresent(given -> write(given.id(), erased.masking().apply(given.comment())));
  }

  private void write(UUID id, String comment) {
    getEntityManager()
        .createNativeQuery("update feedback set comment = :comment where id = :id")
        .setParameter("comment", comment)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Of these complaints, those whose reporter has said something. */
  public Set<UUID> givenOf(Collection<UUID> complaintIds) {
    return complaintIds.isEmpty()
        ? Set.of()
        : Set.copyOf(
            getEntityManager()
                .createQuery(
                    "select f.complaint.id from Feedback f where f.complaint.id in :ids",
                    UUID.class)
                .setParameter("ids", complaintIds)
                .getResultList());
  }

  Page<Feedback> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** How many meet {@code criteria}, and of them each of {@code parts}. */
  List<Long> count(Criteria criteria, List<Criteria> parts) {
    return KEYSET.countParts(getEntityManager(), criteria, parts);
  }
}
