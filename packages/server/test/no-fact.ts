/** A claim of a model that claims nothing yet; a test says what it is about. */
export const NO_FACT = {
  kind: 'name',
  quote: '',
  text: null,
  min: null,
  max: null,
  currency: null,
  period: null,
  from: null,
  to: null,
  corrects: false,
} as const;
