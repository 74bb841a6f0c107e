package org.bihuan.intake.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys of machine callers. */
@ApplicationScoped
class ChannelKeys implements PanacheRepositoryBase<ChannelKey, UUID> {

  Optional<ChannelKey> valid(byte[] keyHash) {
    return find("keyHash = ?1 and revokedAt is null", keyHash).firstResultOptional();
  }

  List<ChannelKey> ofChannel(String channelCode) {
    return list("channelCode = ?1 order by id", channelCode);
  }

  Optional<ChannelKey> ofChannel(String channelCode, UUID id) {
    return find("channelCode = ?1 and id = ?2", channelCode, id).firstResultOptional();
  }
}
