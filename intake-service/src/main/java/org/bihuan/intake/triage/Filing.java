package org.bihuan.intake.triage;

import jakarta.validation.constraints.Size;
import org.bihuan.contract.DeadlineClass;

/**
 * How the special team files a complaint.
 *
 * @param categoryCode the complaint's own when missing
 * @param deadlineClass the category's when missing
 * @param title headline of the problem, 1 to 200 characters; the complaint's headline when missing
 */
public record Filing(
    @Size(max = 40) String categoryCode,
    DeadlineClass deadlineClass,
    @Size(max = 200) String title) {}
