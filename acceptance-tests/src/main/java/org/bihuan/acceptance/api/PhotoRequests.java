package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.sample.SamplePhoto;

/** How the operations on photos of complaints are asked so that they do their work. */
final class PhotoRequests {

  private static final String ATTACHMENTS = "/api/v1/attachments";
  private static final String PLATE =
      "{\"areas\": [{\"x\": 4, \"y\": 4, \"width\": 32, \"height\": 16}]}";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  PhotoRequests(District district) {
    this.district = district;
    byName.put("blurPhoto", () -> ValidRequest.act(id(photo()), PLATE, 200));
    byName.put(
        "discloseOriginal",
        () -> ValidRequest.act(id(blurredPhoto()), "{\"reason\": \"核对车牌\"}", 200));
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private String blurredPhoto() {
    String photo = photo();
    district.act(
        Role.SPECIAL_TEAM, ServiceName.INTAKE, ATTACHMENTS + "/" + photo + "/blurring", PLATE);
    return photo;
  }

  /** A photo of a complaint of the district's channel. */
  private String photo() {
    Call upload =
        Call.of(ServiceName.INTAKE, "POST", ATTACHMENTS, null)
            .with("Content-Type", ValidRequests.UPLOAD_TYPE)
            .carrying(form());
    JsonNode kept =
        District.json(district.expectSuccess(upload.as(district.login(Role.CHANNEL_CLERK))));
    String photo = kept.path("id").asText();
    district.act(
        Role.CHANNEL_CLERK,
        ServiceName.INTAKE,
        "/api/v1/complaints",
        District.complaintOf(District.CHANNEL, "OTHER")
            .replaceFirst("\\{", "{\"attachmentIds\": [\"" + photo + "\"], "));
    return photo;
  }

  private static byte[] form() {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        """
        --cut
        Content-Disposition: form-data; name="file"; filename="photo.jpg"
        Content-Type: image/jpeg

        """
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(SamplePhoto.jpeg(1));
    form.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
    return form.toByteArray();
  }

  private static Map<String, String> id(String id) {
    return Map.of("id", id);
  }
}
