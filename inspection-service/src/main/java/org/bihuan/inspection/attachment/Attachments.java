package org.bihuan.inspection.attachment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** The attachments that intake-service has told of, and which of them are used here. */
@ApplicationScoped
public class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

  private static final String FIELD = "attachmentIds";

  /** How long the fact of an upload may be under way; an id says when it was made (UUIDv7). */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private static final int VERSION_WITH_TIME = 7;

  private final Clock clock;

  Attachments(Clock clock) {
    this.clock = clock;
  }

  /** Learns of an upload; told again it changes nothing. */
  public void follow(AttachmentStored stored) {
    if (findByIdOptional(stored.attachmentId()).isEmpty()) {
      persist(Attachment.of(stored));
    }
  }

  /**
   * Uses attachments for good, in the transaction of the use; of two that want the same one,
   * exactly one gets it.
   *
   * @param subject who uses them; only what one has uploaded oneself can be used
   * @param owner what they belong to from now on
   * @return as facts tell them, in the same order
   * @throws Invalid naming each that is unknown, somebody else's, used, too old or named twice
   * @throws Conflict {@code attachment-not-ready} when one was just uploaded and is not known yet
   */
  public List<AttachedFile> use(List<UUID> ids, String subject, UUID owner) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    Map<UUID, Attachment> known = held(ids);
    Set<UUID> seen = new HashSet<>();
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Attachment attachment = known.get(ids.get(i));
      String field = FIELD + "[" + i + "]";
      if (attachment == null) {
        faults.add(new FieldError(field, "unknown-attachment"));
      } else {
        fault(attachment, subject, now).ifPresent(code -> faults.add(new FieldError(field, code)));
        if (!seen.add(attachment.id())) {
          faults.add(new FieldError(field, "duplicate"));
        }
      }
    }
    refuse(faults, ids, known.keySet(), now);
    known.values().forEach(attachment -> attachment.use(owner, now));
    return ids.stream().map(id -> known.get(id).told()).toList();
  }

  /** Held in one order, so that two who want the same ones wait for each other and in no circle. */
  private Map<UUID, Attachment> held(List<UUID> ids) {
    return find("id in ?1 order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .stream()
        .collect(Collectors.toMap(Attachment::id, Function.identity()));
  }

  private static Optional<String> fault(Attachment attachment, String subject, Instant now) {
    if (!attachment.isOf(subject)) {
      return Optional.of("attachment-not-yours");
    }
    if (attachment.isUsed()) {
      return Optional.of("attachment-used");
    }
    return attachment.isUsableAt(now) ? Optional.empty() : Optional.of("attachment-expired");
  }

  /** What is not known yet but may be in a moment is worth trying again; anything else is not. */
  private static void refuse(
      List<FieldError> faults, List<UUID> ids, Set<UUID> known, Instant now) {
    boolean onlyUnknown =
        !faults.isEmpty()
            && faults.stream().allMatch(fault -> fault.code().equals("unknown-attachment"));
    boolean mayBeUnderWay =
        ids.stream().filter(id -> !known.contains(id)).allMatch(id -> isJustMade(id, now));
    if (onlyUnknown && mayBeUnderWay) {
      throw new Conflict("attachment-not-ready");
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static boolean isJustMade(UUID id, Instant now) {
    if (id.version() != VERSION_WITH_TIME) {
      return false;
    }
    Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    return Duration.between(made, now).abs().compareTo(UNDER_WAY) < 0;
  }

  /** Forgets what nobody can use any more. */
  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void forgetUnused() {
    delete("usedBy is null and usableUntil < ?1", clock.instant().minus(Duration.ofDays(1)));
  }
}
