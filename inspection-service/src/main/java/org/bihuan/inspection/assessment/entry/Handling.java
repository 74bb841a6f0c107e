package org.bihuan.inspection.assessment.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What the unit said and what was made of it.
 *
 * @param firstFinalAt its first final reply
 * @param passedReplyAt the final reply that later passed its re-check
 * @param onTime whether that one came by the end of the limit
 * @param firstReviewAt when a reply of it was reviewed for the first time
 * @param acceptedAtFirst whether that accepted it
 */
@Embeddable
public record Handling(
    @Column(name = "first_final_at") Instant firstFinalAt,
    @Column(name = "passed_reply_at") Instant passedReplyAt,
    @Column(name = "on_time") boolean onTime,
    @Column(name = "first_review_at") Instant firstReviewAt,
    @Column(name = "accepted_at_first") boolean acceptedAtFirst) {}
