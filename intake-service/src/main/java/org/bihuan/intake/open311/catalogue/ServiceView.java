package org.bihuan.intake.open311.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/**
 * A kind of problem that can be reported.
 *
 * @param serviceCode code of the category
 * @param serviceName its name, in the reader's language
 * @param description the name in both languages
 * @param metadata whether there is a definition with attributes: always
 * @param type realtime: a request has its id at once
 * @param keywords words by which it is recognised, separated by commas; Chinese
 * @param group name of its branch of the tree of categories, in the reader's language; its own name
 *     when it stands under none
 */
public record ServiceView(
    @JsonProperty("service_code") @NotNull String serviceCode,
    @JsonProperty("service_name") @NotNull String serviceName,
    @NotNull String description,
    boolean metadata,
    @NotNull String type,
    @NotNull String keywords,
    @NotNull String group) {}
