export { displayValue } from './move/display-value.js';
