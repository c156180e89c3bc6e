import type { Bundle } from '@baton/shared-types';
import type { FileProps } from '../conversation/file-props.js';

/** What every section of the context is given. */
export interface SectionProps extends FileProps {
  readonly bundle: Bundle;
}
