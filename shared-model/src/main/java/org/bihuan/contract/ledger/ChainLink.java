package org.bihuan.contract.ledger;

/**
 * What of an entry of the ledger is bound by its hash, each field as the text that is hashed.
 *
 * @param sequence place in the chain, from 1
 * @param id of the entry, as a UUID is written
 * @param kind wire name of the fact
 * @param problemId the problem it is about, or {@code null}
 * @param complaintId the complaint it is about, or {@code null}
 * @param occurredAt as {@link java.time.Instant#toString} writes it
 * @param recordedAt the same of the moment at which it was entered
 * @param actorUnit unit for which was acted, or {@code null}
 * @param content the fact as JSON, to the letter
 */
public record ChainLink(
    long sequence,
    String id,
    String kind,
    String problemId,
    String complaintId,
    String occurredAt,
    String recordedAt,
    String actorRole,
    String actorUnit,
    String actorSubject,
    String content) {}
