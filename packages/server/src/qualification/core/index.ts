export { monthName } from './move/display-period.js';
export { displayNumber, displayValue } from './move/display-value.js';
export { labelOf } from './playbook/localize.js';
