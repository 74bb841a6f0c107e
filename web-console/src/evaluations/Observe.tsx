import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use';
import { ActDialog } from '../parts/acts';
import { Choices } from '../parts/Choices';
import { label, useFrameWords, useWords } from '../words';
import { words } from './words';

/** Point and item first: what can be observed at a point is what its checklist asks. */
export function Observe({ evaluationId, title, primary }: { evaluationId: string; title: string; primary: boolean }) {
  const say = useWords(words);
  const frame = useFrameWords();
  const [step, setStep] = useState<'closed' | 'choosing' | 'observing'>('closed');
  const [point, setPoint] = useState<number>();
  const [item, setItem] = useState<number>();
  const open = step !== 'closed';
  const points = useAnswer('inspection', 'listEvaluationPoints', { query: { evaluationId: [evaluationId], limit: 200 } }, { enabled: open });
  const checklistId = points.data?.items.find((one) => one.number === point)?.checklistId;
  const checklist = useAnswer('inspection', 'getChecklist', { path: { id: checklistId ?? '' } }, { enabled: open && checklistId !== undefined });
  const items = (checklist.data?.items ?? []).map((one, index) => ({ value: index + 1, label: say('itemText', { number: index + 1, standard: one.standard }) }));
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setStep('choosing')}>
        {title}
      </Button>
      <Modal
        open={step === 'choosing'}
        title={title}
        okText={frame('next')}
        cancelText={frame('cancel')}
        okButtonProps={{ disabled: point === undefined || item === undefined }}
        onOk={() => setStep('observing')}
        onCancel={() => setStep('closed')}
      >
        <p>{say('choosePoint')}</p>
        <Form layout="vertical">
          <Form.Item label={label('inspection', 'NewObservation', 'point')} htmlFor="observed-point">
            <Choices asked={points}>
              <Select
                id="observed-point"
                value={point}
                loading={points.isFetching}
                options={(points.data?.items ?? []).map((one) => ({ value: one.number, label: say('itemText', { number: one.number, standard: one.place }) }))}
                onChange={(chosen: number) => {
                  setPoint(chosen);
                  setItem(undefined);
                }}
              />
            </Choices>
          </Form.Item>
          <Form.Item label={label('inspection', 'NewObservation', 'item')} htmlFor="observed-item">
            <Choices asked={checklist}>
              <Select id="observed-item" value={item} loading={checklist.isFetching} options={items} onChange={setItem} />
            </Choices>
          </Form.Item>
        </Form>
      </Modal>
      {step === 'observing' && point !== undefined && item !== undefined && (
        <ActDialog
          service="inspection"
          operation="observePoint"
          path={{ id: evaluationId }}
          title={title}
          hint={items.find((one) => one.value === item)?.label}
          fixed={{ point, item }}
          fields={['outcome', 'note', 'attachmentIds', 'observedAt']}
          changes={{ note: { help: say('noteHint') } }}
          initial={{ observedAt: new Date().toISOString() }}
          onClose={() => {
            setStep('closed');
            setItem(undefined);
          }}
        />
      )}
    </>
  );
}
