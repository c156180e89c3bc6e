export { playbookSchema } from './playbook.schema.js';
