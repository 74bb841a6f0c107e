import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { code, useWords } from '../words';
import { Area } from './Area';
import { Recipient } from './Recipient';
import { words } from './words';

export function Webhooks() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listWebhooks"
        object="WebhookView"
        title={say('webhooks')}
        columns={['url', 'kinds', 'active', 'closedBecause', 'createdAt']}
        filters={[]}
        linkOf={(webhook) => `/deliveries?webhookId=${webhook.id}`}
        extra={
          <ActButton
            primary
            service="dispatch"
            operation="createWebhook"
            title={say('newWebhook')}
            hint={say('webhookHint')}
            changes={{ secret: { help: say('whsecHelp') } }}
          />
        }
        acts={(webhook) => (
          <>
            <ActButton
              small
              service="dispatch"
              operation="replaceWebhook"
              path={{ id: webhook.id }}
              version={webhook.version}
              title={say('change')}
              initial={webhook}
              changes={{ secret: { help: say('secretKept') } }}
            />
            <ActButton small danger service="dispatch" operation="deleteWebhook" path={{ id: webhook.id }} version={webhook.version} title={say('deleteWebhook')} hint={webhook.url} />
          </>
        )}
      />
    </Area>
  );
}

export function Deliveries() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listDeliveries"
        object="DeliveryLine"
        title={say('deliveries')}
        columns={[{ field: 'kind', show: (delivery) => code('NotificationKind', delivery.kind) }, 'channel', { field: 'recipient', show: (delivery) => <Recipient of={delivery.recipient} /> }, 'status', 'attempts', 'createdAt', 'nextAttemptAt', 'finishedAt']}
        filters={['status']}
        linkOf={(delivery) => `/deliveries/${delivery.id}`}
        exported
      />
    </Area>
  );
}

export function RecordedMessages() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listRecordedMessages"
        object="RecordedMessageView"
        title={say('recordedMessages')}
        columns={['recordedAt', 'channel', { field: 'address', show: (message) => <Recipient of={message.address} /> }, 'text']}
        filters={[]}
        linkOf={(message) => `/deliveries/${message.deliveryId}`}
        exported
      />
    </Area>
  );
}

export function NotificationRules() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listNotificationRules"
        object="NotificationRuleView"
        title={say('notificationRules')}
        columns={['kind', 'recipients', 'channels']}
        filters={[]}
        keyOf={(rule) => rule.kind}
      />
    </Area>
  );
}
