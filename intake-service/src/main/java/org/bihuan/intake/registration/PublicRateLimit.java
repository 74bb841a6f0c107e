package org.bihuan.intake.registration;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.intake.publicrate.PublicRate;
import org.bihuan.kit.refusal.TooMany;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one address may send complaints without a login. */
@ApplicationScoped
class PublicRateLimit {

  private final PublicRate rate;
  private final HttpServerRequest request;

  PublicRateLimit(
      HttpServerRequest request,
      @ConfigProperty(name = "bihuan.public-complaints.per-minute", defaultValue = "30")
          int perMinute) {
    this.request = request;
    this.rate = new PublicRate(perMinute);
  }

  /** Takes one; the port of an address changes with every connection and does not count. */
  void take() {
    if (!rate.take(request.remoteAddress().hostAddress())) {
      throw new TooMany("too-many-complaints");
    }
  }
}
