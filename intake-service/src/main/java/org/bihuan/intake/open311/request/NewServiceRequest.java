package org.bihuan.intake.open311.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bihuan.intake.open311.catalogue.ServiceCatalogue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new service request, as a form. Needed are the key, the service, and one of point, address and
 * address_id. A field without a value counts as not sent, one that is not named here is passed
 * over.
 *
 * @param apiKey key of a channel; the header X-Api-Key is as good
 * @param jurisdictionId code of the district, six digits; may be left out
 * @param serviceCode code of a service in use
 * @param lat degrees north in WGS-84; goes with long
 * @param longitude degrees east in WGS-84; goes with lat
 * @param addressString where it is, in words, at most 300 characters
 * @param addressId code of a sub-district, nine digits, or of a community, twelve
 * @param subdistrict code of a sub-district, as the definition of the service lists them
 * @param description what is wrong, at most 4000 characters; the name of the service when missing
 * @param firstName given name of the reporter; with the last name at most 50 characters
 * @param lastName family name of the reporter
 * @param phone telephone of the reporter, in mainland China
 * @param email passed over, and not kept
 * @param deviceId passed over, and not kept
 * @param accountId passed over, and not kept
 * @param mediaUrl http(s) address of a photo, at most 500 characters; stands below the description,
 *     and is not fetched
 */
public record NewServiceRequest(
    @JsonProperty("api_key") String apiKey,
    @JsonProperty("jurisdiction_id") String jurisdictionId,
    @Schema(required = true) @JsonProperty("service_code") String serviceCode,
    String lat,
    @JsonProperty("long") String longitude,
    @JsonProperty("address_string") String addressString,
    @JsonProperty("address_id") String addressId,
    @JsonProperty(SUBDISTRICT) String subdistrict,
    String description,
    @JsonProperty("first_name") String firstName,
    @JsonProperty("last_name") String lastName,
    String phone,
    String email,
    @JsonProperty("device_id") String deviceId,
    @JsonProperty("account_id") String accountId,
    @JsonProperty("media_url") String mediaUrl) {

  /** Field of the one attribute that a service has. */
  static final String SUBDISTRICT = "attribute[" + ServiceCatalogue.SUBDISTRICT + "]";

  /** What people sent does not belong in a log. */
  @Override
  public String toString() {
    return "NewServiceRequest[serviceCode=" + serviceCode + "]";
  }
}
