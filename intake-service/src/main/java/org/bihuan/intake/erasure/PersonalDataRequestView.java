package org.bihuan.intake.erasure;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;

/**
 * A request about personal data, without any of the data.
 *
 * @param byPhone whether a number said which complaints were meant; else a tracking code did
 * @param reason what the request was taken down with, masked; {@code null} when the person asked
 *     without anybody's help
 * @param complaints how many complaints were found
 * @param erased of how many the reporter was erased by it
 * @param madeAt when it was made
 * @param actor who took it down
 */
public record PersonalDataRequestView(
    @NotNull UUID id,
    @NotNull PersonalDataRequestKind kind,
    boolean byPhone,
    @FreeText String reason,
    int complaints,
    int erased,
    @NotNull Instant madeAt,
    @NotNull Actor actor) {

  static PersonalDataRequestView of(PersonalDataRequest request) {
    return new PersonalDataRequestView(
        request.id(),
        request.kind(),
        request.isByPhone(),
        request.reason(),
        request.complaints(),
        request.erased(),
        request.madeAt(),
        request.actor());
  }
}
