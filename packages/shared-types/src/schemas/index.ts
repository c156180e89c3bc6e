export * from './commands.schema.js';
export { playbookSchema } from './playbook.schema.js';
