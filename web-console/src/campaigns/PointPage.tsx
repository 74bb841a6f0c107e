import { Image, Space } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { Detail, Rows, Section } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { Photo } from '../parts/photos';
import { CodeTag } from '../parts/show';
import { Beside, Loaded, Nothing } from '../parts/states';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { words } from './words';

type Point = Answer<'dispatch', 'getCampaignPoint'>;

export default function PointPage() {
  const { id = '', pointId = '' } = useParams();
  const point = useAnswer('dispatch', 'getCampaignPoint', { path: { id, pointId } });
  return <Loaded asked={point}>{(known) => <Shown point={known} />}</Loaded>;
}

function Shown({ point }: { point: Point }) {
  const say = useWords(words);
  const path = { id: point.campaignId, pointId: point.id };
  const campaign = useAnswer('dispatch', 'getCampaign', { path: { id: point.campaignId } });
  const surveys = useAnswer('dispatch', 'listPointSurveys', { path });
  return (
    <Detail
      title={say('point', { number: point.number })}
      tags={
        <>
          <CodeTag name="PointStatus" value={point.status} />
          <Link to={`/campaigns/${point.campaignId}`}>{campaign.data?.name}</Link>
        </>
      }
      acts={<PointActs point={point} open={campaign.data?.status === 'OPEN'} />}
    >
      <Beside asked={campaign} />
      <Fields service="dispatch" object="PointView" value={point} fields={['address', 'placeName', 'subdistrictCode', 'categoryCode', 'keyArea', 'unit', 'unitByFallback']} />
      {point.orderItemId && (
        <p>
          <Link to={`/order-items/${point.orderItemId}`}>{say('item')}</Link>
        </p>
      )}
      <Section title={say('planned')}>
        {point.plan ? (
          <Fields service="dispatch" object="PointPlan" value={point.plan} fields={['measures', 'responsiblePerson', 'dueOn', 'costEstimate']} columns={2} />
        ) : (
          <Nothing text={say('noPlan')} />
        )}
      </Section>
      <Section title={say('surveys')}>
        <Loaded asked={surveys}>
          {(page) => (
            <Rows
              service="dispatch"
              object="SurveyView"
              rows={page.items}
              keyOf={(survey) => survey.id}
              fields={['surveyedAt', 'result', 'finding', 'reason', 'surveyedBy', 'attachmentIds']}
              titles={{ attachmentIds: say('photos') }}
              show={{
                attachmentIds: (survey) =>
                  survey.attachmentIds.length > 0 && (
                    <Image.PreviewGroup>
                      <Space wrap>
                        {survey.attachmentIds.map((photo) => (
                          <Photo key={photo} id={photo} />
                        ))}
                      </Space>
                    </Image.PreviewGroup>
                  ),
              }}
            />
          )}
        </Loaded>
      </Section>
    </Detail>
  );
}

/** A point has no `allowedActions`: who may act follows from its unit, its sub-district and where it stands. */
function PointActs({ point, open }: { point: Point; open: boolean }) {
  const say = useWords(words);
  const person = usePerson().data;
  const team = may(person, ['SPECIAL_TEAM']);
  const ours = may(person, ['UNIT_HANDLER', 'UNIT_LEADER']) && person?.unit === point.unit?.code;
  const here = may(person, ['SUBDISTRICT']) && person?.subdistricts.includes(point.subdistrictCode);
  if (!open || point.status === 'IN_WORK') {
    return null;
  }
  const spec = { service: 'dispatch', path: { id: point.campaignId, pointId: point.id }, version: point.version } as const;
  return (
    <>
      {(team || ours || here) && (
        <ActButton
          {...spec}
          operation="surveyCampaignPoint"
          title={say('survey')}
          primary
          hint={say('surveyHint')}
          changes={{ reason: { required: true, when: (typed) => typed.result === 'NOT_NEEDED' } }}
        />
      )}
      {(team || ours) && <ActButton {...spec} operation="planCampaignPoint" title={say('plan')} initial={point.plan ?? undefined} />}
      {team && <ActButton {...spec} operation="startCampaignPoint" title={say('start')} hint={say('startHint')} />}
    </>
  );
}
