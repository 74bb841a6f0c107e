import { Alert, Modal, Typography } from 'antd';
import { useState } from 'react';
import type { Answer } from '../api/client';
import { ActButton } from '../parts/acts';
import { Fields } from '../parts/Fields';
import { ListPage } from '../parts/ListPage';
import { moment } from '../parts/moments';
import { CodeTag } from '../parts/show';
import { may, usePerson } from '../session/person';
import { code, useWords } from '../words';
import { words } from './words';

type Told = Answer<'intake', 'requestPersonalData'>;

/** What people ask about what is kept of them, and the record of it. */
export default function PersonalData() {
  const say = useWords(words);
  const person = usePerson();
  const [told, setTold] = useState<Told>();
  const ask = may(person.data, ['SPECIAL_TEAM', 'CHANNEL_CLERK']) && (
    <ActButton service="intake" operation="requestPersonalData" title={say('newRequest')} hint={say('requestHint')} onDone={setTold} primary />
  );
  return (
    <>
      {may(person.data, ['SPECIAL_TEAM', 'ADMIN']) ? (
        <ListPage
          service="intake"
          operation="listPersonalDataRequests"
          object="PersonalDataRequestView"
          title={say('personalData')}
          columns={['kind', 'madeAt', 'byPhone', 'reason', 'complaints', 'erased', 'actor']}
          filters={['kind', 'from', 'to']}
          sorts={['madeAt']}
          exported
          extra={ask}
        />
      ) : (
        <>
          <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
            {say('personalData')}
          </Typography.Title>
          <p>{say('requestMine')}</p>
          {ask}
        </>
      )}
      {told && <Found told={told} onClose={() => setTold(undefined)} />}
    </>
  );
}

/** Shown once, and kept nowhere. */
function Found({ told, onClose }: { told: Told; onClose: () => void }) {
  const say = useWords(words);
  return (
    <Modal open footer={null} width={900} title={say('requestAnswer')} onCancel={onClose}>
      <p>{say('requestCounts', { complaints: told.request.complaints, erased: told.request.erased })}</p>
      {told.kept.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('keptBecause')}
          description={told.kept.map((one) => (
            <div key={one.complaintId}>
              {one.serial} <CodeTag name="PublicStatus" value={one.status} />
            </div>
          ))}
        />
      )}
      {told.data.map((one) => (
        <div key={one.serial} style={{ marginTop: 16 }}>
          <Fields
            service="intake"
            object="OwnComplaintView"
            title={one.serial}
            value={one}
            columns={2}
            fields={['subject', 'text', 'categoryCode', 'channel', 'status', 'name', 'phone', 'confidential', 'wantsCallback', 'location', 'occurredAt', 'receivedAt', 'trackingCode', 'note', 'reporterPurgedAt']}
          />
          {one.looks.length > 0 && (
            <p>
              {say('looks')}：
              {one.looks.map((look) => (
                <span key={look.at}>
                  {moment(look.at)} {code('Role', look.role)} {look.reason}；
                </span>
              ))}
            </p>
          )}
        </div>
      ))}
    </Modal>
  );
}
