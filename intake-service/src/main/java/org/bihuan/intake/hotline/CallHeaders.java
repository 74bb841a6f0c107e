package org.bihuan.intake.hotline;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The headers by which a hotline proves who calls, when, and that it has not called so before. */
public class CallHeaders {

  @HeaderParam("X-Timestamp")
  @Parameter(
      required = true,
      description =
          "When it was signed: seconds since 1970 (not milliseconds), or ISO-8601 with an offset")
  @Schema(minLength = 1, maxLength = 40, pattern = "^[0-9T:.+Zz-]+$", examples = "1795479300")
  String timestamp;

  @HeaderParam("X-Nonce")
  @Parameter(
      required = true,
      description =
          "16 to 128 printable ASCII characters without a space, another one for each call")
  @Schema(
      minLength = 16,
      maxLength = 128,
      pattern = "^[!-~]{16,128}$",
      examples = "6f1c9a52e8d04b7f")
  String nonce;

  @HeaderParam("X-Signature")
  @Parameter(
      required = true,
      description =
          "HMAC-SHA256 of the timestamp, a line feed, the nonce, a line feed and the bytes of the"
              + " body, in lower-case hexadecimal")
  @Schema(
      minLength = 64,
      maxLength = 64,
      pattern = "^[0-9a-f]{64}$",
      examples = "b5f7c0e2b5f7c0e2b5f7c0e2b5f7c0e2b5f7c0e2b5f7c0e2b5f7c0e2b5f7c0e2")
  String signature;

  @HeaderParam("X-Key-Id")
  @Parameter(
      description = "Id of the key that signed; without it each live key of the hotline is tried")
  @Schema(minLength = 36, maxLength = 36, pattern = "^[0-9a-fA-F-]{36}$")
  String keyId;
}
