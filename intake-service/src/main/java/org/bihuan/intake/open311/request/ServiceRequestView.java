package org.bihuan.intake.open311.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.bihuan.contract.FreeText;

/**
 * A service request of Open311: a complaint as far as it is told. What was written and where it is
 * are told only to who may read the complaint, a machine of its channel among them.
 *
 * @param serviceRequestId number of the complaint
 * @param status open or closed
 * @param statusNotes how far it is in words; to who may read the complaint what was last said to
 *     the reporter as well, masked
 * @param serviceName what the service is called, in the reader's language
 * @param serviceCode code of the category
 * @param description what is wrong, masked; {@code null} for who may not read it
 * @param agencyResponsible name of the unit that must put it right; {@code null} while there is
 *     none
 * @param serviceNotice always {@code null}
 * @param requestedDatetime when it was received
 * @param updatedDatetime when it last changed; of a closed one, when it was closed
 * @param expectedDatetime end of the limit that its unit has; {@code null} while no clock runs
 * @param address where it is, in words, masked; {@code null} for who may not read it
 * @param addressId code of the community, else of the sub-district; {@code null} for who may not
 *     read it
 * @param zipcode always {@code null}: places have codes instead
 * @param lat degrees north in WGS-84; {@code null} for who may not read it
 * @param longitude degrees east in WGS-84; {@code null} for who may not read it
 * @param mediaUrl always {@code null}: photos are shown to who has logged in
 */
public record ServiceRequestView(
    @JsonProperty("service_request_id") @NotNull String serviceRequestId,
    @NotNull String status,
    @FreeText @JsonProperty("status_notes") @NotNull String statusNotes,
    @JsonProperty("service_name") @NotNull String serviceName,
    @JsonProperty("service_code") @NotNull String serviceCode,
    @FreeText String description,
    @JsonProperty("agency_responsible") String agencyResponsible,
    @JsonProperty("service_notice") String serviceNotice,
    @JsonProperty("requested_datetime") @NotNull String requestedDatetime,
    @JsonProperty("updated_datetime") @NotNull String updatedDatetime,
    @JsonProperty("expected_datetime") String expectedDatetime,
    @FreeText String address,
    @JsonProperty("address_id") String addressId,
    String zipcode,
    Double lat,
    @JsonProperty("long") Double longitude,
    @JsonProperty("media_url") String mediaUrl) {}
