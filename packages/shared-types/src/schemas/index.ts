export { bundleSchema } from './bundle.schema.js';
export * from './commands.schema.js';
export { playbookSchema } from './playbook.schema.js';
