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

  /** Keys of a use that are not revoked, oldest first. */
  List<ChannelKey> live(String channelCode, ChannelKeyUse use) {
    return list(
        "channelCode = ?1 and use = ?2 and revokedAt is null order by id", channelCode, use);
  }

  /**
   * Lets nobody else issue keys of the channel until the transaction ends. Complaints of the
   * channel, which refer to it, go on meanwhile.
   */
  void lockChannel(String channelCode) {
    getEntityManager()
        .createNativeQuery("select 1 from channel where code = :code for no key update")
        .setParameter("code", channelCode)
        .getResultList();
  }

  List<ChannelKey> ofChannel(String channelCode) {
    return list("channelCode = ?1 order by id", channelCode);
  }

  Optional<ChannelKey> ofChannel(String channelCode, UUID id) {
    return find("channelCode = ?1 and id = ?2", channelCode, id).firstResultOptional();
  }
}
