package org.bihuan.intake.open311.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/**
 * The number behind a token.
 *
 * @param serviceRequestId number of the complaint
 * @param token tracking code of the complaint
 */
public record TokenView(
    @JsonProperty("service_request_id") @NotNull String serviceRequestId, @NotNull String token) {}
