import type { Tier } from '@baton/shared-types';
import type { OwnerFilter } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { countFilters, type InboxFilter } from './inbox-filter.js';

const OWNERS: readonly OwnerFilter[] = ['me', 'agent', 'assistant', 'queue'];
const TIERS: readonly Tier[] = ['A', 'B', 'C', 'D'];

/** A native popover: what the inbox and the search are narrowed to. */
export function InboxFilterMenu({ desk }: { desk: DeskModel }) {
  const { inbox } = desk;
  const words = texts().filter;
  const filter = inbox.filter.value;
  const set = (change: Partial<InboxFilter>) => {
    inbox.filter.value = { ...inbox.filter.peek(), ...change };
  };
  const active = countFilters(filter);
  return (
    <>
      <button
        type="button"
        class="button plain bare filter-button"
        popovertarget="inbox-filter"
        aria-label={active > 0 ? `${words.open}, ${words.active(active)}` : words.open}
        title={words.open}
      >
        <Icon name="filter" />
        {active > 0 && <span aria-hidden="true">{active}</span>}
      </button>
      <div id="inbox-filter" popover="auto" class="menu at-button inbox-filter">
        <strong>{words.title}</strong>
        <Choice
          label={words.owner}
          value={filter.owner}
          options={OWNERS.map((owner) => [owner, words.owners[owner]])}
          onChoose={(owner) => set({ owner: OWNERS.find((each) => each === owner) ?? null })}
        />
        <Choice
          label={words.tier}
          value={filter.tier}
          options={TIERS.map((tier) => [tier, tier])}
          onChoose={(tier) => set({ tier: TIERS.find((each) => each === tier) ?? null })}
        />
        <Choice
          label={words.site}
          value={filter.site}
          options={inbox.sites.value.map((site) => [site, site])}
          onChoose={(site) => set({ site })}
        />
        <label class="menu-line">
          <span>{words.unread}</span>
          <input
            type="checkbox"
            checked={filter.unread}
            onChange={(event) => set({ unread: event.currentTarget.checked })}
          />
        </label>
      </div>
    </>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string | null) => void;
}) {
  return (
    <Field label={props.label}>
      <select
        value={props.value ?? ''}
        onChange={(event) =>
          props.onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)
        }
      >
        <option value="">{texts().filter.any}</option>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
