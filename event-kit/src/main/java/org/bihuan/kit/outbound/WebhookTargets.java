package org.bihuan.kit.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.kit.outbound.OutboundTarget.AddressRefused;
import org.bihuan.kit.refusal.Invalid;

/** Says where the address of a webhook leads, and refuses what leads into our own network. */
@ApplicationScoped
public class WebhookTargets {

  private final Set<String> allowed;

  WebhookTargets(WebhookConfig config) {
    allowed =
        config.allowedHosts().orElse(Set.of()).stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /**
   * Where it leads at this moment.
   *
   * @throws AddressRefused when it leads into a network that is not public
   * @throws UnknownHostException when it leads nowhere
   */
  OutboundTarget resolve(String url) throws UnknownHostException, AddressRefused {
    return OutboundTarget.resolve(URI.create(url), allowed);
  }

  /**
   * Looks at an address that somebody gives us.
   *
   * @throws Invalid when it is none that can be called
   */
  public void check(String url) {
    try {
      URI uri = new URI(url);
      if (!OutboundTarget.isCallable(uri, allowed)) {
        throw new Invalid("url", "webhook-url");
      }
      OutboundTarget.resolve(uri, allowed);
    } catch (URISyntaxException noAddress) {
      throw new Invalid("url", "webhook-url");
    } catch (UnknownHostException nowhere) {
      throw new Invalid("url", "webhook-host-unknown");
    } catch (AddressRefused inside) {
      throw new Invalid("url", "webhook-address-not-public");
    }
  }
}
