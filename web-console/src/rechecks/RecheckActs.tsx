import { Select } from 'antd';
import { shapesOf } from '../api/shapes';
import { INSPECTORS } from '../inspections/inspectors';
import { ActButton, Acts } from '../parts/acts';
import { choices, useWords } from '../words';
import type { Recheck } from './RecheckPage';
import { words } from './words';

export function RecheckActs({ recheck, tag }: { recheck: Recheck; tag: string | undefined }) {
  const say = useWords(words);
  const spec = { service: 'inspection', path: { id: recheck.id }, version: tag } as const;
  const waived = recheck.waivers.map((waiver) => waiver.evidence as string);
  const evidence = choices(shapesOf('inspection', 'NewWaiver').evidence).filter((choice) => !waived.includes(choice.value));
  return (
    <Acts
      lifecycle="RecheckAction"
      allowed={recheck.allowedActions}
      forms={{
        GIVE_OUTCOME: (title, primary) => (
          <ActButton
            {...spec}
            operation="giveRecheckOutcome"
            title={title}
            primary={primary}
            hint={say('outcomeHint')}
            fields={['outcome', 'note', 'attachmentIds', 'arrivedAt', 'longitude', 'latitude', 'crs']}
            changes={{
              arrivedAt: { required: true },
              attachmentIds: { label: say('photos'), required: recheck.requiredEvidence.includes('PHOTO') && !waived.includes('PHOTO') },
              longitude: { required: recheck.requiredEvidence.includes('POSITION') && !waived.includes('POSITION') },
              latitude: { required: recheck.requiredEvidence.includes('POSITION') && !waived.includes('POSITION') },
            }}
            initial={{ arrivedAt: new Date().toISOString(), crs: 'WGS84' }}
            prepare={(body) => (body.longitude === undefined ? { ...body, crs: undefined } : body)}
          />
        ),
        ASSIGN: (title, primary) => (
          <ActButton
            {...spec}
            operation="assignRecheck"
            title={title}
            primary={primary}
            hint={say('assignHint')}
            changes={{ inspectors: INSPECTORS }}
            initial={recheck.inspectors.length > 0 ? { inspectors: recheck.inspectors } : undefined}
          />
        ),
        WAIVE_EVIDENCE: (title) => (
          <ActButton
            {...spec}
            operation="waiveRecheckEvidence"
            title={title}
            danger
            hint={say('waiverHint')}
            changes={{ evidence: { control: <Select mode="multiple" options={evidence} /> } }}
          />
        ),
      }}
    />
  );
}
