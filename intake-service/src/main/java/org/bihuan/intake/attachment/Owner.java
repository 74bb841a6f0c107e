package org.bihuan.intake.attachment;

import java.util.UUID;

/**
 * What an attachment belongs to.
 *
 * @param id of the complaint, reply, re-check, finding, survey or observation
 * @param problemId the problem it is about; {@code null} for a complaint, which knows its own, and
 *     for a survey or an observation, before which there is none
 * @param confidential whether only those may see it who may see the complaint
 */
public record Owner(Kind kind, UUID id, UUID problemId, boolean confidential) {

  /** What an attachment can belong to. */
  public enum Kind {
    COMPLAINT,
    REPLY,
    RECHECK,
    FINDING,
    /** Somebody looked at a point of a campaign (摸排). */
    SURVEY,
    /** Somebody looked at a point of a mock evaluation (模拟测评). */
    OBSERVATION
  }

  public static Owner complaint(UUID id, boolean confidential) {
    return new Owner(Kind.COMPLAINT, id, null, confidential);
  }

  public static Owner reply(UUID id, UUID problemId) {
    return new Owner(Kind.REPLY, id, problemId, false);
  }

  public static Owner recheck(UUID id, UUID problemId) {
    return new Owner(Kind.RECHECK, id, problemId, false);
  }

  public static Owner survey(UUID id) {
    return new Owner(Kind.SURVEY, id, null, false);
  }

  public static Owner observation(UUID id) {
    return new Owner(Kind.OBSERVATION, id, null, false);
  }

  public static Owner finding(UUID id, UUID problemId) {
    return new Owner(Kind.FINDING, id, problemId, false);
  }
}
