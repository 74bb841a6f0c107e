package org.bihuan.intake.attachment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.AttachedFile;
import org.bihuan.intake.reporter.ErasedReporter;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Every attachment. */
@ApplicationScoped
public class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

  private static final String FIELD = "attachmentIds";

  /** Those of {@code ids} that are there. */
  public Map<UUID, Attachment> byId(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : list("id in ?1", ids).stream()
            .collect(Collectors.toMap(Attachment::id, Function.identity()));
  }

  /** Those that belong to a problem or to one of its complaints, oldest first. */
  public List<Attachment> of(UUID problemId, List<UUID> complaintIds) {
    return list(
        "problemId = ?1 or ownerKind = ?2 and ownerId in ?3 order by id",
        problemId,
        Owner.Kind.COMPLAINT,
        complaintIds);
  }

  /** Photos of a problem, without those of confidential complaints, oldest first. */
  public List<Attachment> photosOf(UUID problemId) {
    return list(
        "width is not null and not confidential and (problemId = ?1 or ownerKind = ?2 and ownerId in"
            + " (select c.id from Complaint c where c.problem.id = ?1)) order by id",
        problemId,
        Owner.Kind.COMPLAINT);
  }

  /**
   * What is wrong with {@code ids} whoever may have used them: the same for a request and its
   * repetition.
   *
   * @param subject who wants to use them
   */
  public List<FieldError> faults(List<UUID> ids, String subject) {
    Map<UUID, Attachment> known = byId(ids.stream().filter(id -> id != null).toList());
    Set<UUID> seen = new HashSet<>();
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Attachment attachment = known.get(ids.get(i));
      if (attachment == null) {
        faults.add(fault(i, "unknown-attachment"));
      } else if (!attachment.isOf(subject)) {
        faults.add(fault(i, "attachment-not-yours"));
      } else if (!seen.add(attachment.id())) {
        faults.add(fault(i, "duplicate"));
      }
    }
    return faults;
  }

  /**
   * Uses attachments for good, in the transaction of the use; of two that want the same one,
   * exactly one gets it.
   *
   * @return as facts tell them, in the same order
   * @throws Invalid {@code attachment-used}, {@code attachment-expired} when one cannot be used any
   *     more
   */
  public List<AttachedFile> use(List<UUID> ids, Owner owner, Instant now) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Set<UUID> linked = link(ids, owner, now, now);
    Map<UUID, Attachment> known = byId(ids);
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!linked.contains(ids.get(i))) {
        Attachment refused = known.get(ids.get(i));
        boolean used = refused != null && refused.status() == AttachmentStatus.LINKED;
        faults.add(fault(i, used ? "attachment-used" : "attachment-expired"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return ids.stream().map(id -> known.get(id).told()).toList();
  }

  /**
   * Notes what another service has used them for. One that is used already stays where it is: the
   * first fact counts, and the ledger tells of the other.
   */
  public void follow(List<AttachedFile> told, Owner owner, Instant now) {
    if (!told.isEmpty()) {
      link(told.stream().map(AttachedFile::id).toList(), owner, now, Instant.EPOCH);
    }
  }

  /** Gives what shows the finding of one problem to the problem that has the finding now. */
  public void handOn(UUID fromProblemId, UUID toProblemId) {
    update(
        "problemId = ?1 where problemId = ?2 and ownerKind = ?3",
        toProblemId,
        fromProblemId,
        Owner.Kind.FINDING);
  }

  /** Notes which of the photos of a reply show the state before. */
  public void showBefore(List<UUID> ids) {
    if (!ids.isEmpty()) {
      update("showsBefore = true where id in ?1", ids);
    }
  }

  /** Of an erased reporter it is not kept where photos were taken, nor which account sent them. */
  void forgetReporter(@Observes ErasedReporter erased) {
    getEntityManager()
        .createNativeQuery(
            """
            update attachment set longitude = null, latitude = null, version = version + 1,
              stored_by_subject = case stored_by_role when 'ANONYMOUS' then 'anonymous' else stored_by_subject end
            where owner_kind = 'COMPLAINT' and owner_id = :complaint
            """)
        .setParameter("complaint", erased.complaintId())
        .executeUpdate();
  }

  /** Links those that are free and usable at {@code usableAt}, and says which. */
  private Set<UUID> link(List<UUID> ids, Owner owner, Instant now, Instant usableAt) {
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    List<?> linked =
        getEntityManager()
            .createNativeQuery(
                """
            update attachment set status = 'LINKED', owner_kind = :kind, owner_id = :owner,
              problem_id = cast(:problem as uuid), confidential = :confidential, linked_at = :now,
              version = version + 1
            where id = any(:ids) and status = 'PENDING' and usable_until > :usableAt
            returning cast(id as text)
            """)
            .setParameter("kind", owner.kind().name())
            .setParameter("owner", owner.id())
            .setParameter(
                "problem", owner.problemId() == null ? null : owner.problemId().toString())
            .setParameter("confidential", owner.confidential())
            .setParameter("now", now)
            .setParameter("usableAt", usableAt)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList();
    return linked.stream().map(id -> UUID.fromString((String) id)).collect(Collectors.toSet());
  }

  /**
   * Forgets the oldest unused ones that nobody could use since {@code before}.
   *
   * @return hashes of their files
   */
  List<String> forgetUnusedSince(Instant before, int most) {
    List<?> files =
        getEntityManager()
            .createNativeQuery(
                """
            with forgotten as (
              delete from attachment where id in (
                select id from attachment where status = 'PENDING' and usable_until < :before
                order by usable_until limit :most for update skip locked)
              returning sha256, thumbnail_sha256)
            select sha256 from forgotten
            union select thumbnail_sha256 from forgotten where thumbnail_sha256 is not null
            """)
            .setParameter("before", before)
            .setParameter("most", most)
            .getResultList();
    return files.stream().map(String.class::cast).toList();
  }

  /** Of these files, those that are nobody's. */
  Set<String> withoutRow(Collection<String> hashes) {
    List<?> files =
        getEntityManager()
            .createNativeQuery(
                """
            select file.sha256 from unnest(:hashes) as file(sha256)
            where not exists (select 1 from attachment where attachment.sha256 = file.sha256)
              and not exists (select 1 from attachment where attachment.thumbnail_sha256 = file.sha256)
              and not exists (select 1 from attachment where attachment.blurred_sha256 = file.sha256)
              and not exists (select 1 from attachment where attachment.blurred_thumbnail_sha256 = file.sha256)
            """)
            .setParameter("hashes", hashes.toArray(String[]::new))
            .getResultList();
    return files.stream().map(String.class::cast).collect(Collectors.toSet());
  }

  /**
   * Holds a file until the transaction ends, so that it is not swept away while it is put once
   * more.
   */
  void hold(String sha256) {
    getEntityManager()
        .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:name, 3)) as text)")
        .setParameter("name", sha256)
        .getResultList();
  }

  private static FieldError fault(int index, String code) {
    return new FieldError(FIELD + "[" + index + "]", code);
  }
}
