package org.bihuan.intake.attachment;

import java.util.UUID;

/**
 * A photo that shows the same picture as an earlier one.
 *
 * @param attachmentId the later photo
 * @param earlierId the earlier one, of another problem or of another reply or re-check
 * @param earlierProblemId problem of the earlier one, or {@code null} when its complaint has none
 * @param different in how many of 128 bits the two differ
 */
public record ReusedPicture(
    UUID attachmentId, UUID earlierId, UUID earlierProblemId, int different) {}
