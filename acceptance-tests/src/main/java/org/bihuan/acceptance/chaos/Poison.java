package org.bihuan.acceptance.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.bihuan.localstack.layout.ServiceName;

/** Kinds of events that nobody can apply, and what their readers have to do with them. */
enum Poison {
  NOT_JSON {
    @Override
    byte[] body(UUID key) {
      return "这不是 JSON".getBytes(UTF_8);
    }
  },
  CUT_OFF {
    @Override
    byte[] body(UUID key) {
      return ("{\"problemId\": \"" + key + "\", \"orderSer").getBytes(UTF_8);
    }
  },
  WRONG_TYPE {
    @Override
    byte[] body(UUID key) {
      return "{\"problemId\": {\"id\": 7}}".getBytes(UTF_8);
    }
  },
  MISSING_FIELD {
    @Override
    byte[] body(UUID key) {
      return "{}".getBytes(UTF_8);
    }
  },
  NO_BODY {
    @Override
    byte[] body(UUID key) {
      return null;
    }
  },
  NOT_UTF_8 {
    @Override
    byte[] body(UUID key) {
      return new byte[] {'{', '"', (byte) 0xFF, (byte) 0xFE, '"', ':', '1', '}'};
    }
  },
  TOO_LONG {
    @Override
    byte[] body(UUID key) {
      return ("{\"problemId\": \"" + "x".repeat(NEARLY_ALL_A_BROKER_TAKES) + "\"}").getBytes(UTF_8);
    }
  },
  OTHER_KEY {
    @Override
    byte[] body(UUID key) {
      return ("{\"problemId\": \"" + UUID.randomUUID() + "\"}").getBytes(UTF_8);
    }
  },
  NO_ID {
    @Override
    byte[] body(UUID key) {
      return "{}".getBytes(UTF_8);
    }
  },
  UNKNOWN_RECORD {
    @Override
    byte[] body(UUID key) {
      return """
      {"problemId": "%s", "itemId": "%s", "recheckId": "%s", "occurredAt": "2026-11-24T00:15:00Z",
       "actor": {"role": "INSPECTOR", "unitCode": null, "subject": "nobody"}}
      """
          .formatted(key, UUID.randomUUID(), UUID.randomUUID())
          .getBytes(UTF_8);
    }

    @Override
    Way way(int any) {
      return Way.FROM_INSPECTION;
    }
  },
  UNKNOWN_TYPE {
    @Override
    byte[] body(UUID key) {
      return "{}".getBytes(UTF_8);
    }
  };

  private static final int NEARLY_ALL_A_BROKER_TAKES = 1_000_000;

  /** A topic with one of its types, and the services that apply this type. */
  enum Way {
    FROM_INTAKE("intake.events", "intake.problem-filed.v1", List.of(ServiceName.DISPATCH)),
    FROM_DISPATCH(
        "dispatch.events",
        "dispatch.item-issued.v1",
        List.of(ServiceName.INTAKE, ServiceName.INSPECTION)),
    FROM_INSPECTION(
        "inspection.events",
        "inspection.problem-written-off.v1",
        List.of(ServiceName.INTAKE, ServiceName.DISPATCH));

    private final String topic;
    private final String type;
    private final List<ServiceName> readers;

    Way(String topic, String type, List<ServiceName> readers) {
      this.topic = topic;
      this.type = type;
      this.readers = readers;
    }

    String topic() {
      return topic;
    }
  }

  /** The body of such an event about the problem {@code key}. */
  abstract byte[] body(UUID key);

  /** Where this kind goes when any will do. */
  Way way(int any) {
    return Way.values()[any % Way.values().length];
  }

  String type(Way way) {
    return this == UNKNOWN_TYPE ? "nobody.knows-this.v1" : way.type;
  }

  boolean hasId() {
    return this != NO_ID;
  }

  /** Services that must set it aside; a type that nobody knows is counted and passed over. */
  List<ServiceName> parkedBy(Way way) {
    return this == UNKNOWN_TYPE ? List.of() : way.readers;
  }
}
