package org.bihuan.intake.registration.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.bihuan.kit.web.ProblemDetail;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one line.
 *
 * @param line number of the line in the body, from 1; empty ones count
 * @param status as the line alone would have been answered: 201, 200 for a complaint already there,
 *     else that of the problem
 * @param id the complaint; not sent when there is none
 * @param problem why there is none; not sent when there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineResult(
    int line, int status, UUID id, @Schema(implementation = ProblemDetail.class) Object problem) {}
