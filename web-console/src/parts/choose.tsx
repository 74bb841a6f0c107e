import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAnswer, useReference, type Asked } from '../api/use';
import { Choices } from './Choices';

interface ChoiceProps {
  id?: string;
  value?: string | string[];
  onChange?: (value: string | string[] | undefined) => void;
  multiple?: boolean;
}

interface Choice {
  value: string;
  label: string;
}

interface ChooseProps extends ChoiceProps {
  asked: Asked<unknown>;
  options: Choice[];
  onSearch?: (typed: string) => void;
}

function Choose({ asked, options, multiple, onSearch, ...rest }: ChooseProps) {
  return (
    <Choices asked={asked}>
      <Select
        {...rest}
        mode={multiple ? 'multiple' : undefined}
        options={options}
        loading={asked.isFetching}
        allowClear
        showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        style={{ minWidth: 160, width: '100%' }}
      />
    </Choices>
  );
}

/** An order item by words of its title or its number; those that are likely first. */
export function OrderItemSelect({ likely = [], ...rest }: ChoiceProps & { likely?: Choice[] }) {
  const [typed, setTyped] = useState('');
  const found = useAnswer('dispatch', 'listOrderItems', { query: { limit: 20, ...(typed ? { q: typed } : {}) } });
  const others = (found.data?.items ?? []).map((item) => ({ value: item.id, label: `${item.problemSerial} ${item.title}` }));
  const options = [...likely, ...others.filter((other) => !likely.some((one) => one.value === other.value))];
  return <Choose {...rest} asked={found} options={options} onSearch={setTyped} />;
}

export function LeaderSelect(props: ChoiceProps) {
  const leaders = useReference('dispatch', 'listLeaders', { query: { limit: 200 } });
  return <Choose {...props} asked={leaders} options={(leaders.data?.items ?? []).map((leader) => ({ value: leader.code, label: `${leader.name} ${leader.post}` }))} />;
}

export function MechanismSelect(props: ChoiceProps) {
  const { asked, options } = useAskedMechanisms();
  return <Choose {...props} asked={asked} options={options} />;
}

export function useMechanisms(): Choice[] {
  return useAskedMechanisms().options;
}

function useAskedMechanisms() {
  const asked = useReference('dispatch', 'listMechanisms');
  return { asked, options: (asked.data?.items ?? []).map((mechanism) => ({ value: mechanism.code, label: mechanism.name })) };
}

/** What kind of place is evaluated: each has a checklist. */
export function PlaceTypeSelect(props: ChoiceProps) {
  const { asked, options } = useAskedPlaceTypes();
  return <Choose {...props} asked={asked} options={options} />;
}

export function usePlaceTypes(): Choice[] {
  return useAskedPlaceTypes().options;
}

function useAskedPlaceTypes() {
  const asked = useReference('inspection', 'listChecklists', { query: { newest: true, limit: 200 } });
  return { asked, options: (asked.data?.items ?? []).map((list) => ({ value: list.placeTypeCode, label: list.placeTypeName })) };
}

/** How a field of this name is chosen, where people know it by another name than its code or id. */
export function chooserOf(field: string, multiple: boolean): ReactNode {
  switch (field) {
    case 'orderItemId':
    case 'orderItemIds':
      return <OrderItemSelect multiple={multiple} />;
    case 'leaderCode':
      return <LeaderSelect />;
    case 'mechanismCode':
      return <MechanismSelect multiple={multiple} />;
    case 'placeType':
      return <PlaceTypeSelect multiple={multiple} />;
    default:
      return undefined;
  }
}
