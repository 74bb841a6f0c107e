import { useEffect, useState } from 'react';
import { newDraft, writeDraft } from '../offline/drafts';
import { remember, remembered } from '../offline/kept';
import { queueDraft } from '../offline/queue';
import { about, type Item } from './items';

const RESPONSIBLE = 'responsible';

/** Who was responsible the last time, on this phone. */
export function useResponsible(owner: string): string | undefined {
  const [name, setName] = useState<string>();
  useEffect(() => {
    let gone = false;
    void remembered(owner, RESPONSIBLE).then((kept) => (gone ? undefined : setName(kept)));
    return () => {
      gone = true;
    };
  }, [owner]);
  return name;
}

export function rememberResponsible(owner: string, name: string): Promise<void> {
  return remember(owner, RESPONSIBLE, name);
}

/** One tap: kept at once, sent as soon as there is a network. */
export async function acknowledge(owner: string, item: Item, name: string, act: string) {
  const draft = newDraft({ ...about(item, 'acknowledge', act), owner, operation: 'acknowledgeOrderItem', body: { responsiblePerson: name } });
  await writeDraft(draft, (same) => same);
  await queueDraft(draft.id, owner);
}
