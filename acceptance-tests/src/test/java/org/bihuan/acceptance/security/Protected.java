package org.bihuan.acceptance.security;

import org.bihuan.localstack.layout.ServiceName;

/** One read of each service that the special team may do and nobody without a login. */
final class Protected {

  private Protected() {}

  static String pathOf(ServiceName service) {
    return switch (service) {
      case INTAKE -> "/api/v1/problems";
      case DISPATCH -> "/api/v1/order-items";
      case INSPECTION -> "/api/v1/rechecks";
    };
  }
}
