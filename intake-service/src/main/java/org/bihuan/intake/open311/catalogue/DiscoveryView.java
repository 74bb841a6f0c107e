package org.bihuan.intake.open311.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Where this installation speaks Open311, after the service discovery of Open311.
 *
 * @param changeset since when services and definitions are as they are; later ones sort later
 * @param contact whom developers ask, in words
 * @param keyService how one gets an api_key, in words
 * @param endpoints the addresses: one
 */
public record DiscoveryView(
    @NotNull String changeset,
    @NotNull String contact,
    @JsonProperty("key_service") @NotNull String keyService,
    List<EndpointView> endpoints) {

  /**
   * One address at which it is spoken.
   *
   * @param specification name of the standard, as its authors gave it
   * @param url what stands before the names of the methods
   * @param changeset the same as of the discovery
   * @param type production or test
   * @param formats media types of the answers
   */
  public record EndpointView(
      @NotNull String specification,
      @NotNull String url,
      @NotNull String changeset,
      @NotNull String type,
      List<String> formats) {}
}
