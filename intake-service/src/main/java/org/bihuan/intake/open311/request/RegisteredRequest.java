package org.bihuan.intake.open311.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/**
 * A service request that was taken in.
 *
 * @param serviceRequestId number of the complaint
 * @param serviceNotice in words, with the tracking code for the reporter
 * @param accountId always {@code null}
 */
public record RegisteredRequest(
    @JsonProperty("service_request_id") @NotNull String serviceRequestId,
    @JsonProperty("service_notice") @NotNull String serviceNotice,
    @JsonProperty("account_id") String accountId) {}
