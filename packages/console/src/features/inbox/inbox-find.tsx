import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon } from '../../ui/icon.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { countFilters, NO_FILTER } from './inbox-filter.js';
import { InboxFilterMenu } from './inbox-filter-menu.js';
import './inbox-find.css';

/** The field that searches everything, and beside it what the inbox is narrowed to. */
export function InboxFind({ desk }: { desk: DeskModel }) {
  const { search, inbox } = desk;
  const words = texts();
  const active = countFilters(inbox.filter.value);
  return (
    <>
      <div class="inbox-find">
        <search class="inbox-search">
          <Icon name="search" />
          <input
            id={ELEMENT_IDS.search}
            type="search"
            maxLength={200}
            autocomplete="off"
            spellcheck={false}
            aria-label={words.search.label}
            placeholder={words.search.placeholder}
            value={search.text.value}
            onInput={(event) => search.type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || search.text.peek() === '') return;
              event.preventDefault();
              event.stopPropagation();
              search.type('');
            }}
          />
          {search.active.value && (
            <Button
              look="quiet"
              small
              icon="close"
              label={words.search.clear}
              onClick={() => {
                search.type('');
                desk.platform.focus(ELEMENT_IDS.search);
              }}
            />
          )}
        </search>
        <InboxFilterMenu desk={desk} />
      </div>
      {active > 0 && (
        <p class="filter-active">
          {words.filter.active(active)}
          <Button small look="quiet" onClick={() => (inbox.filter.value = NO_FILTER)}>
            {words.filter.clear}
          </Button>
        </p>
      )}
    </>
  );
}
