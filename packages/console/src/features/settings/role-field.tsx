import type { AgentRole } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';

const ROLES: readonly AgentRole[] = ['agent', 'supervisor', 'admin'];

/** What somebody may do. */
export function RoleField(props: { value: AgentRole; hint?: string; onChoose: (role: AgentRole) => void }) {
  const words = texts().people;
  const { value, onChoose, ...rest } = props;
  return (
    <Field label={words.role} {...rest}>
      <select
        value={value}
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          onChoose(ROLES.find((role) => role === wanted) ?? 'agent');
        }}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {words.roles[role]}
          </option>
        ))}
      </select>
    </Field>
  );
}
