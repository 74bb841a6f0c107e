import { Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Answer } from '../api/client';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { useNames } from '../parts/names';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { Area } from './Area';
import { useAdmin } from './edit';
import { Secret } from './Secret';
import { words } from './words';

export function Channels() {
  const say = useWords(words);
  const person = usePerson().data;
  const admin = useAdmin();
  const own = (code: string) => admin || (may(person, ['CHANNEL_CLERK']) && person?.channels.includes(code));
  return (
    <Area>
      <ListPage
        service="intake"
        operation="listChannels"
        object="ChannelView"
        title={say('channels')}
        columns={['name', 'code', 'isPublic', 'hotline', 'active']}
        filters={[]}
        keyOf={(channel) => channel.code}
        acts={(channel) => (
          <>
            {admin && <Link to={`/channels/${channel.code}/keys`}>{say('keys')}</Link>}
            {own(channel.code) && <Link to={`/channels/${channel.code}/webhooks`}>{say('channelWebhooks')}</Link>}
            {own(channel.code) && <Link to={`/channels/${channel.code}/deliveries`}>{say('deliveries')}</Link>}
          </>
        )}
      />
    </Area>
  );
}

function useChannel() {
  const { code = '' } = useParams();
  return { code, name: useNames('channel')(code) };
}

function OfChannel({ children }: { children: ReactNode }) {
  const say = useWords(words);
  const { code } = useChannel();
  const admin = useAdmin();
  return (
    <>
      <Space style={{ marginBottom: 12 }} wrap>
        <Link to="/channels">← {say('channels')}</Link>
        {admin && <Link to={`/channels/${code}/keys`}>{say('keys')}</Link>}
        <Link to={`/channels/${code}/webhooks`}>{say('channelWebhooks')}</Link>
        <Link to={`/channels/${code}/deliveries`}>{say('deliveries')}</Link>
      </Space>
      {children}
    </>
  );
}

export function Keys() {
  const say = useWords(words);
  const { code, name } = useChannel();
  const [issued, setIssued] = useState<Answer<'intake', 'issueChannelKey'>>();
  return (
    <OfChannel>
      <ListPage
        service="intake"
        operation="listChannelKeys"
        path={{ code }}
        object="ChannelKeyView"
        title={say('keysOf', { name })}
        columns={['holder', 'use', 'createdAt', 'revokedAt']}
        filters={[]}
        extra={
          <ActButton primary service="intake" operation="issueChannelKey" path={{ code }} title={say('issueKey')} hint={say('issueKeyHint')} onDone={setIssued} />
        }
        acts={(key) =>
          !key.revokedAt && (
            <ActButton
              small
              danger
              service="intake"
              operation="revokeChannelKey"
              path={{ code, id: key.id }}
              title={say('revokeKey')}
              hint={say('revokeKeyHint', { holder: key.holder })}
            />
          )
        }
      />
      {issued?.secret && <Secret title={say('issueKey')} secret={issued.secret} onClose={() => setIssued(undefined)} />}
    </OfChannel>
  );
}

export function ChannelWebhooks() {
  const say = useWords(words);
  const { code, name } = useChannel();
  const [told, setTold] = useState<Answer<'intake', 'createChannelWebhook'>>();
  return (
    <OfChannel>
      <ListPage
        service="intake"
        operation="listChannelWebhooks"
        path={{ code }}
        object="ChannelWebhookView"
        title={say('webhooksOf', { name })}
        columns={['url', 'events', 'active', 'closedBecause', 'formerSecretUntil', 'createdAt']}
        filters={[]}
        linkOf={(webhook) => `/channels/${code}/deliveries?webhookId=${webhook.id}`}
        extra={<ActButton primary service="intake" operation="createChannelWebhook" path={{ code }} title={say('newWebhook')} onDone={setTold} />}
        acts={(webhook) => {
          const path = { code, id: webhook.id };
          return (
            <>
              <ActButton small service="intake" operation="replaceChannelWebhook" path={path} version={webhook.version} title={say('change')} initial={webhook} />
              <ActButton small service="intake" operation="testChannelWebhook" path={path} title={say('testWebhook')} hint={say('testWebhookHint')} />
              <ActButton small service="intake" operation="renewChannelWebhookSecret" path={path} title={say('renewSecret')} hint={say('renewSecretHint')} onDone={setTold} />
              <ActButton small danger service="intake" operation="deleteChannelWebhook" path={path} version={webhook.version} title={say('deleteWebhook')} hint={webhook.url} />
            </>
          );
        }}
      />
      {told?.secret && <Secret title={say('webhookSecret')} secret={told.secret} onClose={() => setTold(undefined)} />}
    </OfChannel>
  );
}

export function ChannelDeliveries() {
  const say = useWords(words);
  const { code, name } = useChannel();
  return (
    <OfChannel>
      <ListPage
        service="intake"
        operation="listChannelDeliveries"
        path={{ code }}
        object="ChannelDeliveryLine"
        title={say('deliveriesOf', { name })}
        columns={['event', 'status', 'attempts', 'outcome', 'statusCode', 'createdAt', 'nextAttemptAt', 'finishedAt']}
        moreColumns={['occurredAt', 'complaintId', 'webhookId', 'answer']}
        filters={['status', 'event', 'from', 'to']}
        linkOf={(delivery) => `/channels/${code}/deliveries/${delivery.id}`}
        exported
      />
    </OfChannel>
  );
}
