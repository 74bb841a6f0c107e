package org.bihuan.inspection.assessment.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What re-checks found. One that could not verify says nothing about the unit and is no verdict.
 *
 * @param firstVerdictAt the first of them
 * @param passedAtFirst whether it passed
 * @param lastVerdictAt the last of them
 * @param failures how many did not find it put right
 * @param writtenOffAt when it was written off
 * @param relapsed whether it had come back within thirty days of that
 * @param complete whether order, work, photo, accepted reply and re-check are all there (四有)
 */
@Embeddable
public record Checking(
    @Column(name = "first_verdict_at") Instant firstVerdictAt,
    @Column(name = "passed_at_first") boolean passedAtFirst,
    @Column(name = "last_verdict_at") Instant lastVerdictAt,
    int failures,
    @Column(name = "written_off_at") Instant writtenOffAt,
    boolean relapsed,
    boolean complete) {}
